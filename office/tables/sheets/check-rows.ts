import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/connection.ts';
import type { Contract } from '../../http/contract.ts';
import { Refusal } from '../../http/refusal.ts';
import { say } from '../../http/say.ts';
import { validate } from '../../http/validate.ts';
import type { Column } from '../column.ts';
import type { KeptRow } from '../contract.ts';
import { type KeptTable, typedFields } from '../kept-table.ts';
import { refusedKeeping } from '../may-keep.ts';
import type { Doing } from '../save-rows.ts';
import { findAlike, keysOf, severalAlike } from './alike.ts';
import type { Header, SameNamed } from './contract.ts';
import { type CellFault, judge, type ReadCells, readCells } from './fate.ts';
import * as lookUp from './look-up.ts';
import { type Named, resolve, splitName } from './resolve.ts';
import * as store from './store.ts';

export interface Checking<Row extends KeptRow> {
  kept: KeptTable<Row>;
  /** The route by which a row would be put: its schema says what is allowed. */
  put: Contract;
  /** What a new row has in fields that nobody types in. */
  empty: Partial<Row>;
  sheet: { id: string; area: string; response: string | null };
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
  deed: Doing,
  of: Checking<Row>,
  cells: readonly store.CellsOf[],
): Promise<store.CheckedRow[]> {
  const { tx } = deed;
  const { kept } = of;
  const { response } = of.sheet;
  const typed = kept.table.columns.filter(({ shown }) => !shown);
  const readings = cells.map(({ number, cells: row }) => ({
    number,
    read: readCells(row, of.headers, typed),
  }));
  const ids = readings.flatMap(({ read }) => (read.id === null ? [] : [read.id]));
  const registered = await lookUp.rowsById(tx, kept, ids, response);
  const mapped = new Set(of.headers.map(({ field }) => field));
  addPlaceByName(kept.table.columns, readings, mapped, registered);
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
  const told = await keysOf(
    tx,
    kept,
    full.map(({ fields }) => fields),
  );
  const keys = full.map(({ id }, at) => (id === null ? (told[at]?.key ?? null) : `id:${id}`));
  const nameless = told.filter((_, at) => full[at]?.id === null);
  const alike = await findAlike(tx, kept, nameless, response);
  const first = cells[0]?.number ?? 0;
  const seen = await store.keysBefore(tx, of.sheet.id, keys.filter(isKey), first);
  const checked = full.map(({ number, id, before, fields, faults }, at): Checked<Row> => {
    const key = keys[at] ?? null;
    const twice = key !== null && seen.has(key);
    if (key !== null) seen.add(key);
    const sames = id === null && key !== null ? alike(key, fields) : [];
    const base = before ?? (of.sameNamed === 'add' ? undefined : sames[0]);
    if (of.sameNamed === 'update' && sames.length > 1 && !twice)
      faults.push(severalAlike(kept.table, sames));
    const asked = base && !before ? { ...pick(base, typed), ...fields } : fields;
    const { fields: after, faults: found } =
      faults.length > 0 || twice
        ? { fields: asked, faults: [] }
        : taken(of.put, base?.id ?? id, asked);
    const wrong = [...faults, ...found];
    const title = kept.table.columns[0]?.field ?? 'id';
    const about = { number, name: nameOf(readings[at], title), key };
    if (wrong.length > 0) return { row: refused(about, wrong), before: undefined };
    const judged = judge({
      fields: [...new Set(['area', ...typedFields(kept.table)])],
      after,
      before: base as Fields | undefined,
      twice,
      sameNamed: sames.length > 0,
      how: of.sameNamed,
    });
    return {
      row: {
        ...about,
        ...judged,
        row: base?.id ?? id ?? randomUUID(),
        version: base?.version ?? null,
        fields: after,
        faults: judged.fate === 'doubled' ? [twice ? seenBefore : registeredAlready] : [],
      },
      before: base,
    };
  });
  return withRefusals(deed, of, checked);
}

interface Checked<Row> {
  row: store.CheckedRow;
  before: Row | undefined;
}

const refused = (
  { number, name, key }: Pick<store.CheckedRow, 'number' | 'name' | 'key'>,
  faults: CellFault[],
): store.CheckedRow => ({
  number,
  name,
  key,
  fate: 'refused',
  row: null,
  version: null,
  fields: null,
  changes: [],
  faults,
});

/** What would be refused once it is to be written is refused now. */
async function withRefusals<Row extends KeptRow>(
  deed: Doing,
  { kept, empty }: Checking<Row>,
  checked: readonly Checked<Row>[],
): Promise<store.CheckedRow[]> {
  const writing = checked.filter(({ row }) => row.fate === 'new' || row.fate === 'changed');
  const asked = writing.map(({ row: { row, fields }, before }) => ({
    row: {
      ...empty,
      ...before,
      ...fields,
      id: row,
      version: (before?.version ?? 0) + 1,
    } as unknown as Row,
    before,
  }));
  const refusals = await refusedKeeping(deed, kept, asked);
  const refusalOf = new Map(writing.map(({ row }, at) => [row.number, refusals[at]]));
  return checked.map(({ row }) => {
    const refusal = refusalOf.get(row.number)?.body;
    return refusal
      ? refused(row, [{ field: '', cause: refusal.cause, remedy: refusal.remedy }])
      : row;
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

/** What a new row has where the sheet has no column: the sheet's own area and response. */
function defaults<Row extends KeptRow>(
  of: Checking<Row>,
  mapped: ReadonlySet<string | null>,
): Fields {
  const areas = [
    'area',
    ...of.kept.table.columns.filter(({ kind }) => kind === 'area').map(({ field }) => field),
  ];
  return {
    ...Object.fromEntries(
      [...new Set(areas)]
        .filter((field) => !mapped.has(field))
        .map((field) => [field, of.sheet.area]),
    ),
    ...(of.sheet.response !== null && { response: of.sheet.response }),
  };
}

/** Without a column for the place, a new row that needs one stands at the place that has its name. */
function addPlaceByName(
  columns: readonly Column[],
  readings: readonly Reading[],
  mapped: ReadonlySet<string | null>,
  registered: ReadonlyMap<string, unknown>,
): void {
  const place = columns.find(({ field }) => field === 'place');
  if (!place || place.optional || mapped.has('place')) return;
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
        ? await lookUp.areasNamed(tx, [...words])
        : column.kind === 'place'
          ? await lookUp.placesNamed(tx, [...words])
          : other
            ? await lookUp.rowsNamed(tx, other, [...words])
            : [],
    );
  }
  return found;
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
