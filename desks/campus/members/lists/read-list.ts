import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { Phone } from '@liangbuwu/office/people/identity.ts';
import type { Column } from '@liangbuwu/office/tables/column.ts';
import { matchHeaders } from '@liangbuwu/office/tables/excel/match-headers.ts';
import { parseCell } from '@liangbuwu/office/tables/excel/parse-cell.ts';
import { columnName, type SheetRow } from '@liangbuwu/office/tables/excel/plain-cell.ts';
import { readSheet } from '@liangbuwu/office/tables/excel/read-sheet.ts';
import { MemberKind, Who } from '../member.ts';
import { monthIn } from '../month-in.ts';
import * as rules from './list-rules.ts';
import { listLimits, listTable } from './list-table.ts';

export interface Named {
  id: string;
  name: string;
}

/** Whom a list is brought for: a class, or a school with all of its classes. */
export type ListOf = { class: Named } | { school: string; classes: readonly Named[] };

export interface Listed {
  area: string;
  kind: MemberKind;
  name: string;
  born: string;
  phone: string | null;
}

export interface ListFault extends rules.CellWords {
  /** As the sheet names it: B7. */
  cell: string;
}

export interface ReadList {
  people: Listed[];
  /** The first ones; `faulty` counts all rows that have any. */
  faults: ListFault[];
  faulty: number;
  /** Headers of columns that are not read. */
  unread: string[];
}

const mostFaults = 100;

/** An .xlsx or .csv file as people of a class or school, with what is wrong, cell by cell. */
export async function readList(content: Uint8Array, of: ListOf): Promise<ReadList> {
  const { header, rows } = await readSheet(Buffer.from(content), listTable, { limits: listLimits });
  const headers = matchHeaders(header.texts, listTable);
  // A likeness is not enough: 身份证号 is near 身份, and nobody asked for it.
  const known = headers.filter(({ found }) => found === 'exact' || found === 'also');
  const at = new Map(known.map(({ field, column }) => [field, column]));
  const needed = ['name', 'born', ...('school' in of && !at.has('kind') ? ['class'] : [])];
  const lacking = listTable.columns.filter(({ field }) => needed.includes(field) && !at.has(field));
  if (lacking.length > 0) throw refuse(rules.listLacks, { columns: lacking.map((c) => c.label) });
  const read: ReadList = {
    people: [],
    faults: [],
    faulty: 0,
    unread: headers.filter((one) => !known.includes(one)).map(({ text }) => text.slice(0, 40)),
  };
  for await (const row of rows) {
    // A row with only its number printed is an empty one.
    if (row.kind !== 'row' || known.every(({ column }) => isEmpty(row.cells[column]))) continue;
    const { person, faults } = readRow(row, at, of);
    if (person) read.people.push(person);
    else read.faulty += 1;
    read.faults.push(...faults.slice(0, mostFaults - read.faults.length));
  }
  return read;
}

function readRow(
  { number, cells }: SheetRow,
  at: ReadonlyMap<string | null, number>,
  of: ListOf,
): { person?: Listed; faults: ListFault[] } {
  const wrongs = new Map<number, rules.CellWords>();
  const wrong = (field: string, words: rules.CellWords) =>
    wrongs.set(at.get(field) ?? at.get('name') ?? 0, words);
  const written = (field: string): string => {
    const column = listTable.columns.find((one) => one.field === field) as Column;
    const where = at.get(field);
    if (where === undefined) return '';
    const { value, fault } = parseCell(column, cells[where]);
    if (fault) wrong(field, fault);
    return typeof value === 'string' ? value : '';
  };
  const name = written('name');
  if (/[\n\t]/.test(name) || name.length > 60) wrong('name', rules.oddName);
  const birth = written('born');
  const born = monthIn(birth);
  if (birth !== '' && isUnclear(cells[at.get('born') ?? -1]))
    wrong('born', rules.unclearMonth(birth));
  else if (birth !== '' && born === undefined) wrong('born', rules.noMonth(birth));
  const kind = MemberKind.catch('pupil').parse(written('kind'));
  const typed = written('phone')
    .normalize('NFKC')
    .replace(/^([-–—―/]+|无)$/, '');
  const phone = typed === '' ? null : Phone.safeParse(typed).data;
  if (phone === undefined) wrong('phone', rules.noPhone(typed));
  const placed = placeOf(written('class'), kind, of);
  // Whether a class is needed goes by the kind.
  const unclearKind = wrongs.has(at.get('kind') ?? -1);
  if (typeof placed !== 'string' && !(unclearKind && placed === rules.pupilWithoutClass))
    wrong('class', placed);
  const person = Who.safeParse({ name, born, phone });
  const faults = [...wrongs]
    .sort(([a], [b]) => a - b)
    .map(([column, { cause, remedy }]) => ({
      cell: `${columnName(column)}${number}`,
      cause,
      remedy,
    }));
  if (faults.length > 0 || typeof placed !== 'string' || !person.success) return { faults };
  return { person: { ...person.data, area: placed, kind }, faults };
}

const isEmpty = (cell: unknown) => cell === undefined || cell === null || cell === '';

/** As a number 2005.10 is kept as 2005.1. */
const isUnclear = (cell: unknown) =>
  typeof cell === 'number' && !Number.isInteger(cell) && /^\d{4}\.1$/.test(String(cell));

function placeOf(written: string, kind: MemberKind, of: ListOf): string | rules.CellWords {
  if ('class' in of) {
    const { id, name } = of.class;
    return written === '' || plain(written) === plain(name) ? id : rules.otherClass(written, name);
  }
  if (written === '') return kind === 'staff' ? of.school : rules.pupilWithoutClass;
  const found =
    of.classes.find(({ name }) => name === written) ??
    of.classes.find(({ name }) => plain(name) === plain(written));
  return found?.id ?? rules.noSuchClass(written);
}

/** 高一（1）班 is 高一1班. */
const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()]/g, '');
