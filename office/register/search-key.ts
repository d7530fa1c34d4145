import { pinyin } from 'pinyin-pro';

/** What a search by sound looks in: of each name its pinyin without tones, then its initials. 渌口区: `lukouqu lkq`. */
export function searchKey(...names: readonly string[]): string {
  return names
    .flatMap((name) => [spell(name, 'pinyin'), spell(name, 'first')])
    .filter((word) => word !== '')
    .join(' ');
}

/** A name as it is spoken, in pinyin without tones. */
export const spoken = (name: string): string => spell(name, 'pinyin');

const spell = (name: string, pattern: 'pinyin' | 'first') =>
  pinyin(name, { pattern, toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    .join('')
    .replace(/\s+/g, '')
    .toLowerCase();

/** A typed search as `like` patterns, its own % and _ taken literally. */
export function searchPatterns(typed: string): {
  exact: string;
  begins: string;
  within: string;
  sound: string;
} {
  const literal = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
  const sound = literal(typed.replace(/\s+/g, '').toLowerCase());
  return {
    exact: typed,
    begins: `${literal(typed)}%`,
    within: `%${literal(typed)}%`,
    sound: `%${sound}%`,
  };
}
