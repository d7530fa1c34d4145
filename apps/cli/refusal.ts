import type { FormatFault } from '@liangbuwu/trucking/format/faults.ts';

/** What the program was given is not right: each line on standard error, exit status 2. */
export class Refusal extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'Refusal';
    this.lines = lines;
  }
}

/** One line: cause and remedy in both languages, then the code. */
export function refuse(zh: string, en: string, code: string): Refusal {
  return new Refusal([oneLine(`${zh} | ${en} [${code}]`)]);
}

/** `plan.json#/routes/0/tanker: …`: path, what is wrong, what would be right. */
export function faultLine(file: string, { path, code, say, expected }: FormatFault): string {
  const zh = `${say['zh-CN']}；应为：${expected['zh-CN']}`;
  const en = `${say.en}; should be ${expected.en}`;
  return oneLine(`${file}#${path}: ${zh} | ${en} [${code}]`);
}

/** Control characters and line breaks made visible, so that a line stays a line. */
export function oneLine(text: string): string {
  return text.replace(
    /[\p{Cc}\u2028\u2029]/gu,
    (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
