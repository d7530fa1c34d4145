/** One scale of type for every public page: large, for old eyes and old phones. */
export const style = `
:root{color-scheme:light;--text:#15252a;--muted:#45575d;--line:#b7c4c8;--accent:#0d6473;--soft:#e4f1f3;--warn:#7d4f00;--warn-soft:#fdf3dc;--bad:#9c1430;--bad-soft:#fbe9ec}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:var(--text);font:1.25rem/1.6 "PingFang SC","HarmonyOS Sans SC","MiSans","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;overflow-wrap:anywhere;line-break:strict}
body:lang(en){font-family:"Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans","Noto Sans CJK SC",sans-serif}
main,nav{max-width:40rem;margin:0 auto;padding:0 1rem}
main{padding-top:.5rem;padding-bottom:3rem}
nav{padding-top:.5rem;text-align:right}
a{color:var(--accent);text-underline-offset:.2em}
nav a,.back a{display:inline-block;min-height:2.75rem;padding:.375rem 0}
h1{margin:.25rem 0 0;font-size:1.75rem;line-height:1.3}
h2{margin:2rem 0 .5rem;padding-top:1rem;border-top:2px solid var(--line);font-size:1.375rem;line-height:1.35}
p{margin:.5rem 0}
.where,.note{color:var(--muted)}
.note{font-size:1.0625rem}
.big{margin:.25rem 0;font-size:1.75rem;font-weight:600;line-height:1.35}
.box{margin:1rem 0;padding:.75rem 1rem;background:var(--soft);border-left:.375rem solid var(--accent)}
.box.warn{background:var(--warn-soft);border-color:var(--warn)}
.box.bad{background:var(--bad-soft);border-color:var(--bad)}
.box>:first-child{margin-top:0}.box>:last-child{margin-bottom:0}
ul,ol{margin:.5rem 0;padding:0;list-style:none}
li{padding:.625rem 0;border-top:1px solid var(--line)}
li:first-child{border-top:0}
li strong{display:block}
li.past{color:var(--muted)}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:.5rem 0}
dt{color:var(--muted)}dd{margin:0;font-weight:600}
.sum{font-variant-numeric:tabular-nums}
.button,button{display:block;width:100%;min-height:3.5rem;margin:.75rem 0;padding:.75rem 1rem;border:2px solid var(--accent);border-radius:.5rem;background:var(--accent);color:#fff;font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
.button.plain,button.plain{background:#fff;color:var(--accent)}
label,legend{display:block;margin:1rem 0 .25rem;padding:0;font-weight:600}
label small,legend small{display:block;color:var(--muted);font-size:1.0625rem;font-weight:400}
input,textarea,select{display:block;width:100%;min-height:3.25rem;padding:.5rem .75rem;border:2px solid #7d8d93;border-radius:.5rem;background:#fff;color:inherit;font:inherit}
fieldset{margin:0;padding:0;border:0}
label.choice{display:flex;gap:.75rem;align-items:center;min-height:3.25rem;margin:.5rem 0;padding:.5rem .75rem;border:2px solid #7d8d93;border-radius:.5rem;font-weight:400}
label.choice input{flex:none;width:1.5rem;height:1.5rem;min-height:0;margin:0;accent-color:var(--accent)}
label.choice:has(:checked){border-color:var(--accent);background:var(--soft)}
details{margin:1rem 0;border:2px solid var(--line);border-radius:.5rem;padding:0 .75rem}
summary{min-height:3rem;padding:.5rem 0;font-weight:600;cursor:pointer}
.big::first-letter,legend::first-letter{text-transform:uppercase}
svg.qr{display:block;width:100%;max-width:20rem;height:auto;margin:1rem auto;background:#fff}
.code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:1.5rem;letter-spacing:.04em}
:focus-visible{outline:3px solid #b4540a;outline-offset:2px}
@media print{nav,form,.button,.keep,.back{display:none}body{font-size:14pt}}
`;
