import type { MessageBundle, MessageTree } from './messages.ts';

function flat(tree: MessageTree, prefix = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : flat(value, `${prefix}${key}.`),
  );
}

const holes = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort().join(' ');

/** What is wrong with a room's texts: empty or missing ones, holes that differ, Chinese left in the English. */
export function messageFaults({ texts }: MessageBundle): string[] {
  const english = new Map(flat(texts.en));
  const chinese = flat(texts['zh-CN']);
  const faults: string[] = [];
  for (const [key, zh] of chinese) {
    const en = english.get(key);
    if (!zh.trim()) faults.push(`${key}: empty in zh-CN`);
    if (en === undefined) faults.push(`${key}: missing in en`);
    else if (!en.trim()) faults.push(`${key}: empty in en`);
    else if (holes(en) !== holes(zh))
      faults.push(`${key}: {{…}} differ: "${holes(zh)}" / "${holes(en)}"`);
  }
  const keys = new Set(chinese.map(([key]) => key));
  for (const [key, text] of english) {
    if (!keys.has(key.replace(/_one$/, ''))) faults.push(`${key}: missing in zh-CN`);
    if (/\p{Script=Han}/u.test(text)) faults.push(`${key}: Chinese characters in en`);
  }
  return faults;
}
