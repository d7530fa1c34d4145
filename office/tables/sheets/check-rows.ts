import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/connection.ts';
import type { Contract } from '../../http/contract.ts';
import { Refusal } from '../../http/refusal.ts';
import { say } from '../../http/say.ts';
import { validate } from '../../http/validate.ts';
import type { Column } from '../column.ts';
import type { KeptRow } from '../contract.ts';
import { type KeptTable, typedFields } from '../kept-table.ts';
import type { Header, SameNamed } from './contract.ts';
import { type CellFault, judge, type ReadCells, readCells } from './fate.ts';
import { type Named, resolve, splitName } from './resolve.ts';
import * as store from './store.ts';

export interface Checking<Row extends KeptRow> {
  kept: KeptTable<Row>;
  /** The route by which a row would be put: its schema says what is allowed. */
  put: Contract;
  sheet: { id: string; area: string };
  headers: readonly Header[];
  sameNamed: SameNamed;
}

type Fields = Record<string, unknown>;
interface Reading {
  number: number;
  read: ReadCells;
}

/** What becomes of the next rows of a sheet, each looked at beside what is registered and what came before it. */
export async function checkRows<Row extends KeptRow>(
  tx: Tx,
  of: Checking<Row>,
  cells: readonly store.CellsOf[],
): Promise<store.CheckedRow[]> {
  const { kept } = of;
  const typed = kept.table.columns.filter(({ shown }) => !shown);
  const readings = cells.map(({ number, cells: row }) => ({
    number,
    read: readCells(row, of.headers, typed),
  }));
  const ids = readings.flatMap(({ read }) => (read.id === null ? [] : [read.id]));
  const registered = await store.rowsById(tx, kept, ids);
  const mapped = new Set(of.headers.map(({ field }) => field));
  addPlaceByName(readings, mapped, registered);
  const candidates = await findCandidates(tx, kept, typed, readings);
  const full = readings.map(({ number, read }) => {
    const before = read.id === null ? undefined : registered.get(read.id);
    const faults = [...read.faults];
    if (read.id !== null && !before) faults.push(unknownId);
    const fields: Fields = {
      ...defaults(of, mapped),
      ...(before && pick(before, typed)),
      ...read.values,
    };
    for (const column of typed) {
      const text = read.words[column.field];
      if (text === undefined) continue;
      const now = (before as Fields | undefined)?.[column.field];
      const found = resolve(
        column,
        text,
        candidates.get(column.field) ?? [],
        now as string | undefined,
      );
      if ('id' in found) fields[column.field] = found.id;
      else faults.push({ field: column.field, ...found });
    }
    return { number, id: read.id, before, fields, faults };
  });
  const alike = await findAlike(tx, kept, full);
  const keys = full.map(({ id, fields }) => (id === null ? keyOf(kept, fields) : `id:${id}`));
  const first = cells[0]?.number ?? 0;
  const seen = await store.keysBefore(tx, of.sheet.id, keys.filter(isKey), first);
  return full.map(({ number, id, before, fields, faults }, at): store.CheckedRow => {
    const key = keys[at] ?? null;
    const twice = key !== null && seen.has(key);
    if (key !== null) seen.add(key);
    const same = id === null && key !== null ? alike.get(key) : undefined;
    const base = before ?? (of.sameNamed === 'add' ? undefined : same);
    const asked = base && !before ? { ...pick(base, typed), ...fields } : fields;
    const { fields: after, faults: found } =
      faults.length > 0 || twice
        ? { fields: asked, faults: [] }
        : taken(of.put, base?.id ?? id, asked);
    const wrong = [...faults, ...found];
    const title = kept.table.columns[0]?.field ?? 'id';
    const about = { number, name: nameOf(readings[at], title), key };
    if (wrong.length > 0)
      return {
        ...about,
        fate: 'refused',
        row: null,
        version: null,
        fields: null,
        changes: [],
        faults: wrong,
      };
    const judged = judge({
      fields: [...new Set(['area', ...typedFields(kept.table)])],
      after,
      before: base as Fields | undefined,
      twice,
      sameNamed: same !== undefined,
      how: of.sameNamed,
    });
    return {
      ...about,
      ...judged,
      row: base?.id ?? id ?? randomUUID(),
      version: base?.version ?? null,
      fields: after,
      faults: judged.fate === 'doubled' ? [twice ? seenBefore : registeredAlready] : [],
    };
  });
}

const isKey = (key: string | null): key is string => key !== null;

const nameOf = (reading: Reading | undefined, title: string): string => {
  const name = reading?.read.values[title] ?? reading?.read.words[title];
  return typeof name === 'string' ? name : '';
};

const pick = (row: object, columns: readonly Column[]): Fields =>
  Object.fromEntries(
    [...new Set(['area', ...columns.map(({ field }) => field)])].map((field) => [
      field,
      (row as Fields)[field],
    ]),
  );

/** What a new row has where the sheet has no column: the sheet's own area. */
function defaults<Row extends KeptRow>(
  of: Checking<Row>,
  mapped: ReadonlySet<string | null>,
): Fields {
  const areas = [
    'area',
    ...of.kept.table.columns.filter(({ kind }) => kind === 'area').map(({ field }) => field),
  ];
  return Object.fromEntries(
    [...new Set(areas)]
      .filter((field) => !mapped.has(field))
      .map((field) => [field, of.sheet.area]),
  );
}

/** Without a column for the place, a new row stands at the place that has its name. */
function addPlaceByName(
  readings: readonly Reading[],
  mapped: ReadonlySet<string | null>,
  registered: ReadonlyMap<string, unknown>,
): void {
  if (mapped.has('place')) return;
  for (const { read } of readings) {
    const name = read.values.name;
    if (typeof name === 'string' && (read.id === null || !registered.has(read.id)))
      read.words.place = name;
  }
}

async function findCandidates<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  columns: readonly Column[],
  readings: readonly Reading[],
): Promise<Map<string, Named[]>> {
  const found = new Map<string, Named[]>();
  for (const column of columns) {
    const words = new Set<string>();
    for (const { read } of readings) {
      const text = read.words[column.field];
      if (text === undefined) continue;
      words.add(text).add(splitName(text).name);
    }
    if (words.size === 0) continue;
    const other = kept.others?.[column.of ?? ''];
    found.set(
      column.field,
      column.kind === 'area'
        ? await store.areasNamed(tx, [...words])
        : column.kind === 'place'
          ? await store.placesNamed(tx, [...words])
          : other
            ? await store.rowsNamed(tx, other, [...words])
            : [],
    );
  }
  return found;
}

function keyOf<Row extends KeptRow>(kept: KeptTable<Row>, fields: Fields): string | null {
  const values = kept.key.map((field) => fields[field]);
  if (values.some((value) => value === undefined || value === null)) return null;
  return `key:${JSON.stringify(values)}`;
}

/** Rows on the register that have the key of one without an id. */
async function findAlike<Row extends KeptRow>(
  tx: Tx,
  kept: KeptTable<Row>,
  rows: readonly { id: string | null; fields: Fields }[],
): Promise<Map<string, Row>> {
  const field = kept.key.at(-1);
  if (field === undefined) return new Map();
  const values = rows.filter(({ id }) => id === null).map(({ fields }) => fields[field]);
  const alike = new Map<string, Row>();
  for (const row of await store.rowsLike(tx, kept, field, values)) {
    const key = keyOf(kept, row as unknown as Fields);
    if (key !== null && !alike.has(key)) alike.set(key, row);
  }
  return alike;
}

/** The fields as the route would take them, what is left out filled in; or what is wrong with them. */
function taken(
  put: Contract,
  id: string | null,
  body: Fields,
): { fields: Fields; faults: CellFault[] } {
  try {
    const parsed = validate(put, { params: { row: id ?? randomUUID() }, query: undefined, body });
    return { fields: parsed.body as Fields, faults: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const faults = (error.body.at ?? []).map(({ path, cause, remedy }) => ({
      field: path.split('/')[2] ?? '',
      cause,
      remedy,
    }));
    return { fields: body, faults };
  }
}

const unknownId: CellFault = {
  field: 'id',
  cause: say('这个编号没有登记，或已移除。', 'This id is not registered, or was removed.'),
  remedy: say('新登记的请把编号留空。', 'Leave the id empty for a new row.'),
};

const seenBefore: CellFault = {
  field: '',
  cause: say('表格里前面已经有这一条。', 'The sheet has this row further up.'),
  remedy: say('请删去其中一条。', 'Delete one of the two.'),
};

const registeredAlready: CellFault = {
  field: '',
  cause: say('同一辖区已登记同名的一条。', 'One of this name is registered in the area already.'),
  remedy: say('要更新它，请选“更新已有的”。', 'To change that one, choose “update”.'),
};
