import { spoken } from '../search-key.ts';

/**
 * A house number as it is compared: 3组16户, 三组十六号 and ３组十六户 are one. The village that it lies in may stand before it
 * or not.
 */
export function labelKey(label: string, village = ''): string {
  const key = plain(label);
  const before = [village, village.replace(/(村|社区)$/, '')]
    .map(plain)
    .find((name) => name.length > 1 && key.startsWith(name) && key.length > name.length);
  return key.slice(before?.length ?? 0).replace(/^-/, '');
}

/** How a compared house number sounds: 李家湾 and 李家弯 are one. */
export const labelSound = (key: string): string => spoken(key);

/** What house numbers are sorted by, as a person would: 3组 before 11组, 一 before 二. Compared byte by byte. */
export const labelOrder = (label: string): string =>
  spoken(plain(label)).replace(/\d+/g, (figure) => figure.padStart(6, '0'));

function plain(text: string): string {
  const figures = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[零〇一二两三四五六七八九十百千]+/g, (written) => String(figureOf(written)))
    .replace(/\s+/g, '')
    .replace(/(第|门牌)(?=\d)/g, '')
    .replace(/(?<!\d)0+(?=\d)/g, '')
    .replace(/(?<=\d)(村民小组|小组|組|队|隊)/g, '组')
    .replace(/(?<=\d)[户戶號号](?=\d)/g, '-')
    .replace(/(?<=\d)[户戶號号]/g, '');
  const bare = figures.replace(/[\p{P}\p{S}]+/gu, (_, at: number) =>
    /\d/.test(figures[at - 1] ?? '') &&
    /\d/.test(figures.slice(at).replace(/^[\p{P}\p{S}]+/u, '')[0] ?? '')
      ? '-'
      : '',
  );
  return bare || text.trim();
}

const digits = '零一二三四五六七八九';
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 十六 is 16, 一百零二 is 102; without units it is figure by figure: 二〇一 is 201. */
function figureOf(written: string): string | number {
  const signs = [...written.replaceAll('〇', '零').replaceAll('两', '二')];
  if (!signs.some((sign) => sign in units))
    return signs.map((sign) => digits.indexOf(sign)).join('');
  let [sum, open] = [0, 0];
  for (const sign of signs) {
    const unit = units[sign];
    if (unit === undefined) {
      open = digits.indexOf(sign);
      continue;
    }
    sum += Math.max(1, open) * unit;
    open = 0;
  }
  return sum + open;
}
