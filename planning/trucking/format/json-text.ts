import { FaultList, type FormatFault } from './faults.ts';
import { scanJson } from './json-scan.ts';

type ReadJson = { ok: true; json: unknown } | { ok: false; faults: FormatFault[] };

/** JSON text to a value. A syntax error has line and column; a key that stands twice in an object is refused. */
export function readJson(text: string): ReadJson {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const faults = new FaultList();
  const scan = scanJson(body);
  for (const { path, offset } of scan.duplicates) {
    const at = position(body, offset);
    faults.add(
      path,
      'json-duplicate-key',
      {
        'zh-CN': `同一个键在此重复（${at['zh-CN']}）`,
        en: `stands twice in its object (${at.en})`,
      },
      { 'zh-CN': '每个键只写一次', en: 'every key once' },
    );
  }
  if (scan.error) {
    const at = position(body, scan.error.offset);
    const what = scan.error.offset < body.length;
    const shown = JSON.stringify(String.fromCodePoint(body.codePointAt(scan.error.offset) ?? 0));
    faults.add(
      '',
      'json-syntax',
      {
        'zh-CN': `不是 JSON:${at['zh-CN']}${what ? `出现 ${shown}` : '文本已结束'}`,
        en: `is not JSON: ${what ? shown : 'the text ends'} at ${at.en}`,
      },
      scan.error.expected,
    );
  }
  return faults.none ? { ok: true, json: JSON.parse(body) } : { ok: false, faults: faults.close() };
}

function position(text: string, offset: number) {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - before.lastIndexOf('\n');
  return { 'zh-CN': `第 ${line} 行第 ${column} 列`, en: `line ${line}, column ${column}` };
}
