import type { FormatFault } from '@liangbuwu/trucking/format/faults.ts';

/** Why the program does not go on: each line on standard error; status 2 unless it is not the input's fault. */
export class Refusal extends Error {
  readonly lines: readonly string[];
  readonly status: number;

  constructor(lines: readonly string[], status = 2) {
    super(lines.join('\n'));
    this.name = 'Refusal';
    this.lines = lines;
    this.status = status;
  }
}

/** One line: cause and remedy in both languages, then the code. */
export function refuse(zh: string, en: string, code: string, status = 2): Refusal {
  return new Refusal([oneLine(`${zh} | ${en} [${code}]`)], status);
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
