import { say } from '../../http/say.ts';
import type { Column, Table } from '../column.ts';
import { bareHeader, headerUnit, likeness, wholeHeader } from './header-text.ts';

/** The field that stands for a row's own id, in the first column of what is written here. */
export const rowId = 'id';
export const rowIdHeader = say('编号（勿改）', 'id (do not change)');

/** How a header was found to mean a field, best first. */
export type Found = 'remembered' | 'exact' | 'also' | 'near';

export interface HeaderMatch {
  /** Column A is 0. */
  column: number;
  text: string;
  /** null: not read. */
  field: string | null;
  /** null where there is no field, unless that is what was remembered. */
  found: Found | null;
  /** What it would have meant: another header means it better, or it is not typed in here at all. */
  aside?: { field: string; why: 'doubled' | 'shown' };
  /** What the header says its numbers are in. */
  unit?: string;
}

/** Header text → field; null for one that is left out on purpose. */
export type Remembered = ReadonlyMap<string, string | null>;

interface Candidate {
  field: string | null;
  found: Found;
  /** Greater is better. */
  strength: number;
}

const nearest = 0.6;
const strengths = { remembered: 4, exact: 3, bare: 2.5, also: 2, near: 0 };

/** What each header of a row could mean. No field is given to two: the better match keeps it, the other says so. */
export function matchHeaders(
  texts: readonly (string | null | undefined)[],
  table: Table,
  given: { remembered?: Remembered } = {},
): HeaderMatch[] {
  const remembered = new Map(
    [...(given.remembered ?? [])].map(([text, field]) => [wholeHeader(text), field]),
  );
  const headers = texts.flatMap((text, column) =>
    text?.trim() ? [{ column, text, means: findMeaning(text, column, table, remembered) }] : [],
  );
  const kept = new Map<string, (typeof headers)[number]>();
  for (const header of headers) {
    const field = header.means?.field;
    if (typeof field !== 'string') continue;
    const other = kept.get(field)?.means;
    if (!other || (header.means?.strength ?? 0) > other.strength) kept.set(field, header);
  }
  const shown = new Set(table.columns.flatMap((column) => (column.shown ? [column.field] : [])));
  return headers.map((header): HeaderMatch => {
    const { column, text, means } = header;
    const said = headerUnit(text);
    const place = { column, text, ...(said ? { unit: said } : {}) };
    if (!means) return { ...place, field: null, found: null };
    const { field, found } = means;
    if (field === null) return { ...place, field, found };
    const why = shown.has(field) ? 'shown' : kept.get(field) === header ? undefined : 'doubled';
    return why
      ? { ...place, field: null, found: null, aside: { field, why } }
      : { ...place, field, found };
  });
}

function findMeaning(
  text: string,
  column: number,
  table: Table,
  remembered: ReadonlyMap<string, string | null>,
): Candidate | undefined {
  const whole = wholeHeader(text);
  const known = remembered.get(whole);
  const fields = new Set([rowId, ...table.columns.map(({ field }) => field)]);
  if (known === null || (known !== undefined && fields.has(known))) {
    return { field: known, found: 'remembered', strength: strengths.remembered };
  }
  const id: Candidate = { field: rowId, found: 'exact', strength: strengths.exact };
  const written = Object.values(rowIdHeader).some((own) => wholeHeader(own) === whole);
  if (column === 0 && written) return id;
  const byWords = table.columns
    .flatMap((of) => compare(whole, bareHeader(text), of) ?? [])
    .reduce<Candidate | undefined>(better, undefined);
  if (byWords) return byWords;
  // Only then: a table may have a 编号 of its own.
  if (column === 0 && /^(编号|id)$/.test(bareHeader(text))) return id;
  return findNear(text, table);
}

const better = (best: Candidate | undefined, next: Candidate) =>
  !best || next.strength > best.strength ? next : best;

const labels = (column: Column) => [column.label['zh-CN'], column.label.en];

function compare(whole: string, bare: string, column: Column): Candidate | undefined {
  const { field } = column;
  if (labels(column).some((label) => wholeHeader(label) === whole)) {
    return { field, found: 'exact', strength: strengths.exact };
  }
  if (labels(column).some((label) => bareHeader(label) === bare)) {
    return { field, found: 'exact', strength: strengths.bare };
  }
  const also = [...(column.also ?? []), field];
  return also.some((word) => wholeHeader(word) === whole || bareHeader(word) === bare)
    ? { field, found: 'also', strength: strengths.also }
    : undefined;
}

// Nothing is near that two fields are equally near to.
function findNear(text: string, table: Table): Candidate | undefined {
  const asSaid = bareHeader(text);
  const variants = [asSaid, ...withoutTable(asSaid, table)];
  const scores = table.columns
    .map((column) => {
      const words = [...labels(column), ...(column.also ?? [])].map(bareHeader);
      const score = Math.max(...words.flatMap((word) => variants.map((v) => likeness(v, word))));
      return { field: column.field, score };
    })
    .sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (!first || first.score < nearest || first.score === second?.score) return undefined;
  return { field: first.field, found: 'near', strength: strengths.near + first.score };
}

// 送水车载水量 in the table of 送水车.
const withoutTable = (header: string, table: Table) =>
  [table.one['zh-CN'], table.one.en]
    .map(wholeHeader)
    .filter((word) => word !== '' && header.startsWith(word) && header !== word)
    .map((word) => header.slice(word.length));
