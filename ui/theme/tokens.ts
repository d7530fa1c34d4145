/** The whole look in one place: antd's theme, the CSS variables and the map all read from here. */
export const colour = {
  ink: '#0b3a43',
  inkRaised: '#124a54',
  inkLine: '#2d626b',
  onInk: '#ffffff',
  onInkMuted: '#c3dbdf',

  accent: '#0d6473',
  accentHover: '#0a525f',
  accentActive: '#083f49',
  accentSoft: '#e4f1f3',
  accentLine: '#9fc9d0',

  text: '#15252a',
  textMuted: '#45575d',
  textFaint: '#5b6c72',
  line: '#dbe3e5',
  lineStrong: '#b7c4c8',
  control: '#7d8d93',
  ground: '#f3f6f7',
  sunken: '#eaf0f1',
  surface: '#ffffff',
} as const;

export type Level = 'ok' | 'warn' | 'bad' | 'unknown';

/**
 * `text` is read on `soft` or on white; `fill` is for bars and shapes, `edge` outlines them.
 * The fills differ in lightness too, so they stay apart for any colour vision and on a grey printer.
 */
export const level = {
  ok: { text: '#0f5f6b', fill: '#3497a5', edge: '#0f5f6b', soft: '#e4f1f3' },
  warn: { text: '#7d4f00', fill: '#f2b430', edge: '#8f5c00', soft: '#fdf3dc' },
  bad: { text: '#9c1430', fill: '#a01535', edge: '#7c0d27', soft: '#fbe9ec' },
  unknown: { text: '#4b5b61', fill: '#e8edef', edge: '#6c7c82', soft: '#eef1f2' },
} as const satisfies Record<Level, { text: string; fill: string; edge: string; soft: string }>;

/** For things that must be told apart but are not better or worse: routes, kinds of bars. */
export const series = [
  '#0d6473',
  '#b4540a',
  '#5b4bb5',
  '#2f6b1f',
  '#a4286a',
  '#2463b0',
  '#6e5a00',
  '#26323a',
] as const;

const chinese =
  '"PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei"';

/** What the machine has; a Chinese font draws ’ and “ full width, so English text asks for a Latin one first. */
export const font = {
  zh: `${chinese}, "Segoe UI", sans-serif`,
  en: `"Segoe UI", -apple-system, BlinkMacSystemFont, Roboto, "Helvetica Neue", Arial, "Liberation Sans", ${chinese}, sans-serif`,
  mono: 'ui-monospace, "Cascadia Mono", "SF Mono", Consolas, "Noto Sans Mono CJK SC", monospace',
} as const;

/** Size and line height, px. Nothing on a page is set in any other size. */
export const type = {
  caption: [12, 18],
  body: [14, 22],
  section: [16, 24],
  title: [20, 28],
  figure: [28, 36],
} as const;

/** Px; everything is placed on multiples of 8, with 4 for what belongs tightly together. */
export const space = {
  half: 4,
  one: 8,
  oneHalf: 12,
  two: 16,
  three: 24,
  four: 32,
  six: 48,
} as const;

export const radius = { small: 4, base: 6, panel: 8 } as const;

export const layout = {
  header: 56,
  nav: 216,
  navFolded: 64,
  bottomNav: 56,
  phoneBelow: 768,
} as const;
