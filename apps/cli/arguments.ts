import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { refuse } from './refusal.ts';

interface Arguments<Flag extends string> {
  flags: Partial<Record<Flag, string>>;
  files: string[];
}

/** Every flag takes a value; `files` names the file arguments, all of them needed. */
export function readArguments<Flag extends string>(
  args: string[],
  flags: readonly Flag[],
  files: readonly string[],
): Arguments<Flag> {
  const options: ParseArgsOptionsConfig = Object.fromEntries(
    flags.map((flag) => [flag, { type: 'string' }]),
  );
  const { tokens } = parseArgs({
    args,
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const found: Arguments<Flag> = { flags: {}, files: [] };
  for (const token of tokens) {
    if (token.kind === 'positional') found.files.push(token.value);
    if (token.kind !== 'option') continue;
    const flag = flags.find((known) => known === token.name);
    if (!flag || token.rawName !== `--${flag}`) {
      const known = flags.map((name) => `--${name}`).join(' ');
      throw refuse(
        `没有选项 ${token.rawName}；可用：${known}`,
        `there is no flag ${token.rawName}; there are: ${known}`,
        'unknown-flag',
      );
    }
    if (token.value === undefined || (!token.inlineValue && token.value.startsWith('--'))) {
      throw refuse(
        `--${flag} 后面缺少值`,
        `--${flag} needs a value after it`,
        'flag-without-value',
      );
    }
    if (found.flags[flag] !== undefined) {
      throw refuse(`--${flag} 只能写一次`, `--${flag} is given twice; give it once`, 'flag-twice');
    }
    found.flags[flag] = token.value;
  }
  if (found.files.length !== files.length) {
    const wanted = files.map((file) => `<${file}>`).join(' ');
    throw refuse(
      `需要 ${files.length} 个文件：${wanted}；给了 ${found.files.length} 个`,
      `needs ${wanted}: ${files.length} of them, not ${found.files.length}`,
      'wrong-file-count',
    );
  }
  return found;
}

export function readWhole(text: string, flag: string, least: number, most = 2 ** 32 - 1): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw refuse(
    `--${flag} 是 ${shorten(text)}；应为 ${least} 到 ${most} 的整数`,
    `--${flag} is ${shorten(text)}; it should be a whole number from ${least} to ${most}`,
    'bad-number',
  );
}

export function readSeconds(text: string, flag: string): number {
  const value = Number(text);
  if (/^\d*\.?\d+$/.test(text) && value > 0 && value <= 86400) return value;
  throw refuse(
    `--${flag} 是 ${shorten(text)}；应为大于 0、不超过 86400 的秒数`,
    `--${flag} is ${shorten(text)}; it should be seconds, over 0 and up to 86400`,
    'bad-number',
  );
}

function shorten(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
