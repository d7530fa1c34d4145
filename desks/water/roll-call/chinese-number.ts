const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** The letters of a number as Chinese writes it out, for a regular expression. */
export const chineseNumerals = '零〇一二两俩三仨四五六七八九十百千半';

const one = '[一二三四五六七八九]';
const grammar = new RegExp(
  `^(?:(?:([一二两三四五六七八九])千)?(?:零?([一二两三四五六七八九])百)?(?:(零)?(${one}?)十)?(零?)([一二两俩三仨四五六七八九]?)|(${one}[零〇])|(零)|(半))$`,
);

/** 十二 → 12, 一百八 → 180, 两千零五 → 2005, 半 → 0.5; undefined: it is no number. */
export function readChineseNumber(text: string): number | undefined {
  const found = text === '' ? null : grammar.exec(text);
  if (!found) return undefined;
  const [, thousands, hundreds, , tens, zero, ones, digitwise, nothing, half] = found;
  if (half) return 0.5;
  if (nothing) return 0;
  const of = (letter: string | undefined) => digits[letter ?? ''] ?? 0;
  if (digitwise) return of(digitwise[0]) * 10;
  const ten = text.includes('十') ? of(tens) || 1 : 0;
  const last = of(ones);
  const above = of(thousands) * 1000 + of(hundreds) * 100 + ten * 10;
  // 一百八 is 180, as 两千五 is 2500: spoken numbers leave the last place out; 一百零八 does not.
  const short = last > 0 && !zero && ten === 0;
  if (short && hundreds) return above + last * 10;
  if (short && thousands) return above + last * 100;
  return above + last;
}

/** The longest number that a run of numerals ends with: of 李四两口 it is 两, the 四 belongs to the name. */
export function numberAtEnd(run: string): { number: number; letters: string } | undefined {
  for (let from = 0; from < run.length; from++) {
    const letters = run.slice(from);
    const number = readChineseNumber(letters);
    if (number !== undefined) return { number, letters };
  }
  return undefined;
}
