import { chineseNumerals, numberAtEnd } from './chinese-number.ts';

export type Doubt =
  | { is: 'no-people' | 'no-litres' | 'no-name' | 'many-people' | 'twice' | 'two-figures' }
  | { is: 'size-unknown' | 'much-water' | 'little-water'; litres: number };

/** A household of a roll-call, to be confirmed by who knows the village. */
export type RollCallRow = {
  text: string;
  name: string;
  people: number | null;
  litres: number | null;
  doubts: Doubt[];
};

export type RollCall = {
  rows: RollCallRow[];
  /** Lines that have neither a number of their own nor people nor water. */
  unread: string[];
};

/** Litres of a bucket whose size is not said: the bottle of a dispenser, near enough. */
const usualBucket = 20;
const smallBucket = 10;
/** Beyond these a figure is asked about, not refused. */
const manyPeople = 15;
const muchEach = 100;
const littleEach = 5;

const units: Record<string, number> = {
  升: 1,
  公升: 1,
  公斤: 1,
  kg: 1,
  l: 1,
  毫升: 0.001,
  ml: 0.001,
  斤: 0.5,
  吨: 1000,
  方: 1000,
  立方: 1000,
  立方米: 1000,
  m3: 1000,
};

const figure = `(\\d+(?:\\.\\d+)?|[${chineseNumerals}]+)\\s*`;
const unit = '(公升|升|公斤|毫升|立方米|立方|吨|方|斤|kg|ml|m3|l(?![a-z]))';
const bucket = '(?:大桶|小桶|水桶|桶)';
const heads = '(?:个人|口人|口|人|位)';
const pattern = (text: string) => new RegExp(text, 'iu');

const each = pattern(`(?:每人|每口|一人|人均)\\s*${figure}${unit}`);
const bucketOf = [
  pattern(`[每一]\\s*${bucket}\\s*(?:是|装|有|:)?\\s*${figure}${unit}(?:的|装)?`),
  pattern(`(?<=${bucket})\\s*${figure}${unit}(?:的|装)`),
  pattern(`${figure}${unit}(?:的|装)(?=\\s*${figure}${bucket})`),
];
const buckets = pattern(`${figure}${bucket}`);
const water = pattern(`${figure}${unit}`);
const grownAndSmall = pattern(`${figure}大\\s*${figure}小`);
const people = [pattern(`${figure}${heads}`), pattern(`(?:人口|人数)\\s*:?\\s*${figure}`)];

// "1.", "2、", "(3)", "4 " before a name; the number of people or of litres that begins a line is none of these.
const order = new RegExp(
  `^\\s*(?:[(\\[【]\\s*\\d{1,3}\\s*[)\\]】]|\\d{1,3}\\s*(?:[、,:)]|\\.(?!\\d)|\\.(?=\\d{1,2}\\s*${heads}))|\\d{1,3}\\s+(?=\\p{Script=Han})(?!${heads}|${unit}|${bucket}))`,
  'u',
);
const circled = /^\s*([①-⑳])/u;
const filler =
  /^(?:我家|我们家|例|例如|如|要|需要|需|用水|水|共|一共|总共|大概|大约|约|家里|家中|有|和|加|另|再|的|谢谢.*|麻烦.*|辛苦.*)$/u;

/**
 * Reads a roll-call (接龙) as it is pasted from a chat: a household to a line, its figures in digits of any width or in
 * words, its water in litres, tonnes or buckets. What is doubtful is said with its reason; nothing is guessed silently.
 */
export function parseRollCall(text: string): RollCall {
  const rows: RollCallRow[] = [];
  const unread: string[] = [];
  const seen = new Set<string>();
  for (const line of text.split(/[\n\r;；]+/).map((one) => one.trim())) {
    if (line === '' || /^[#＃]/.test(line)) continue;
    const row = readLine(line);
    if (!row) unread.push(line);
    else {
      if (row.name !== '' && seen.has(row.name)) row.doubts.push({ is: 'twice' });
      seen.add(row.name);
      rows.push(row);
    }
  }
  return { rows, unread };
}

function readLine(text: string): RollCallRow | undefined {
  const line = text
    .replace(circled, '1、')
    .normalize('NFKC')
    .replace(/(\d),(\d{3})(?!\d)/g, '$1$2');
  const unordered = line.replace(order, '');
  const left = new Remainder(unordered);
  const perPerson = left.take(each);
  const size = left.takeFirst(bucketOf);
  const count = left.take(buckets);
  const headcount = readPeople(left, perPerson);
  const [whole, ...others] = left.takeAll(water);
  const amount = readWater({ perPerson, size, count, whole, headcount });
  const nothing = headcount === undefined && amount.litres === undefined;
  if (nothing && unordered === line) return undefined;

  const name = left.names()[0] ?? '';
  const doubts: Doubt[] = [...amount.doubts];
  if (name === '') doubts.push({ is: 'no-name' });
  if (headcount === undefined) doubts.push({ is: 'no-people' });
  else if (headcount > manyPeople) doubts.push({ is: 'many-people' });
  if (amount.litres === undefined) doubts.push({ is: 'no-litres' });
  if (others.length > 0) doubts.push({ is: 'two-figures' });
  if (headcount && amount.litres !== undefined) {
    const litres = amount.litres / headcount;
    if (litres > muchEach) doubts.push({ is: 'much-water', litres: muchEach });
    if (litres < littleEach) doubts.push({ is: 'little-water', litres: littleEach });
  }
  return { text, name, people: headcount ?? null, litres: amount.litres ?? null, doubts };
}

/** `alone`: said of one, as in 一人 or 一桶. */
type Taken = { numbers: number[]; unit: number; alone: boolean };

/** A line of which what was understood is taken away, so that it is not read twice. */
class Remainder {
  #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The first place that fits, if the numerals there are numbers. */
  take(what: RegExp): Taken | undefined {
    const found = what.exec(this.#text);
    if (!found) return undefined;
    let name = '';
    let unitName = '';
    const numbers: number[] = [];
    for (const part of found.slice(1)) {
      if (part === undefined) continue;
      if (units[part.toLowerCase()] !== undefined) unitName = part.toLowerCase();
      else if (/^\d/.test(part)) numbers.push(Number(part));
      else {
        const read = numberAtEnd(part);
        if (!read) return undefined;
        // A name before it may end with a numeral.
        if (numbers.length === 0) name = part.slice(0, part.length - read.letters.length);
        numbers.push(read.number);
      }
    }
    const [before, after] = [found.index, found.index + found[0].length];
    this.#text = `${this.#text.slice(0, before)}${name} ${this.#text.slice(after)}`;
    return { numbers, unit: units[unitName] ?? 1, alone: found[0].startsWith('一') };
  }

  takeFirst(whats: readonly RegExp[]): Taken | undefined {
    for (const what of whats) {
      const taken = this.take(what);
      if (taken) return taken;
    }
    return undefined;
  }

  takeAll(what: RegExp): Taken[] {
    const all: Taken[] = [];
    for (let taken = this.take(what); taken; taken = this.take(what)) all.push(taken);
    return all;
  }

  /** What is left, in words. */
  names(): string[] {
    return this.#text
      .split(/[^\p{L}\p{N}·]+/u)
      .filter((word) => word !== '' && !filler.test(word) && !/^[\d\p{No}]+$/u.test(word));
  }
}

function readPeople(left: Remainder, perPerson: Taken | undefined): number | undefined {
  const both = left.take(grownAndSmall);
  const taken = both ?? left.takeFirst(people);
  if (!taken) return perPerson?.alone ? 1 : undefined;
  const sum = taken.numbers.reduce((total, one) => total + one, 0);
  return Number.isInteger(sum) ? sum : undefined;
}

/** Litres wanted: so many each, so many buckets of a size, or in one figure. */
function readWater(said: {
  perPerson: Taken | undefined;
  size: Taken | undefined;
  count: Taken | undefined;
  whole: Taken | undefined;
  headcount: number | undefined;
}): { litres: number | undefined; doubts: Doubt[] } {
  const { perPerson, size, count, whole, headcount } = said;
  const litresOf = (taken: Taken) => (taken.numbers[0] ?? 0) * taken.unit;
  const many = count?.numbers[0] ?? (size?.alone ? 1 : undefined);
  if (many !== undefined && size) return sure(many * litresOf(size));
  if (whole) {
    // 3 桶 20 升 may be 20 in all or 20 each.
    const unclear = many !== undefined && litresOf(whole) / many < smallBucket;
    return { ...sure(litresOf(whole)), ...(unclear ? { doubts: [{ is: 'two-figures' }] } : {}) };
  }
  if (many !== undefined)
    return {
      litres: Math.round(many * usualBucket),
      doubts: [{ is: 'size-unknown', litres: usualBucket }],
    };
  if (perPerson && headcount !== undefined) return sure(headcount * litresOf(perPerson));
  return { litres: undefined, doubts: [] };
}

const sure = (litres: number) => ({ litres: Math.round(litres), doubts: [] });

/** What the rows come to; what is not known counts nothing. */
export function sumOf(rows: readonly Pick<RollCallRow, 'people' | 'litres'>[]) {
  return {
    homes: rows.length,
    people: rows.reduce((sum, { people: many }) => sum + (many ?? 0), 0),
    litres: rows.reduce((sum, { litres }) => sum + (litres ?? 0), 0),
  };
}
