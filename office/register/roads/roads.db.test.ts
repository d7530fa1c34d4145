import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { osmPbf } from '../testing/osm-pbf.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { layTown, type Town, within } from '../testing/town.ts';
import { putTravelEdit, readTravel } from '../travel/contract.ts';
import { listRoads, osmAttribution, removeRoads } from './contract.ts';
import { importRoads } from './import-roads.ts';

let town: Town;
let folder: string;
beforeAll(async () => {
  town = await layTown();
  folder = mkdtempSync(join(tmpdir(), 'liangbuwu-roads-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await town[Symbol.asyncDispose]();
});

/** One straight road from west to east, one way unless said otherwise. */
const roadFile = (oneway: 'yes' | 'no' = 'yes') => {
  const nodes = [0, 1, 2].map((i) => ({ id: i + 1, lon: 113 + i * 0.02, lat: 27.5 }));
  const path = join(folder, `${randomUUID()}.osm.pbf`);
  const ways = [{ id: 9, refs: [1, 2, 3], tags: { highway: 'tertiary', oneway } }];
  writeFileSync(path, osmPbf({ nodes, ways }));
  return path;
};
const bring = async (file: string, id = randomUUID()) => {
  const { tenant, clock, database } = town;
  const counts = await importRoads(database.owner, { tenant, id, name: '株洲', file, clock });
  return { id, ...counts };
};
const matrixOf = async (...places: string[]) =>
  (await town.as('reader', 'county'))(readTravel, { body: { places } });

describe('imported roads', () => {
  it('are listed, the newest in use, and their import is in the ledger', async () => {
    const first = await bring(roadFile());
    const call = await town.as('reader', 'village');
    const { roads, attribution } = await call(listRoads, {});
    expect(attribution.text.en).toContain('OpenStreetMap');
    expect(roads).toMatchObject([
      { id: first.id, name: '株洲', vertices: 2, edges: 1, inUse: true },
    ]);
    const { rows } = await sql<{ body: string }>`
      select body from ledger.entry where subject = ${`roads:${first.id}`}`.execute(
      town.database.owner,
    );
    expect(rows.map(({ body }) => JSON.parse(body))).toMatchObject([
      { action: 'register.roads-imported', detail: { vertices: 2, edges: 1 } },
    ]);
    const nobody = await town.as('nobody', 'county');
    expect(await refusalOf(nobody(listRoads, {}))).toBe('not-permitted');
  });

  it('give the drive times of surveyed places, with their attribution; an edit comes first', async () => {
    await bring(roadFile());
    const at = { lat: 27.5, provenance: 'imported' } as const;
    const west = await town.place('village', { ...at, lon: 113.001 });
    const east = await town.place('village', { ...at, lon: 113.039 });
    const { seconds, metres, basis, attribution } = await matrixOf(west, east);
    expect(basis[0]?.[1]).toBe('roads');
    expect(metres[0]?.[1]).toBe(3748);
    expect(seconds[0]?.[1]).toBe(Math.round(3748 / (32 / 3.6)));
    // Against the one-way street there is no way, and no estimate in its stead.
    expect([seconds[1]?.[0], basis[1]?.[0]]).toEqual([null, 'roads']);
    expect(attribution).toEqual(osmAttribution);
    const officer = await town.as('writer', 'county');
    await officer(putTravelEdit, {
      params: { from: west, to: east },
      body: { way: { seconds: 900, metres: 5000 }, reason: '绕行' },
    });
    expect((await matrixOf(west, east)).seconds[0]?.[1]).toBe(900);
  });

  it('do not count for a schematic place, nor for one off the map of roads', async () => {
    await bring(roadFile('no'));
    const real = { provenance: 'real' } as const;
    const west = await town.place('village', { ...real, lon: 113.001, lat: 27.5 });
    const drawn = await town.place('village', { lon: 113.03, lat: 27.5 });
    const far = await town.place('village', { ...real, lon: 113.03, lat: 27.6 });
    const { basis, attribution } = await matrixOf(west, drawn, far);
    const pairs = basis.flatMap((row, i) => row.filter((_, j) => i !== j));
    expect(new Set(pairs)).toEqual(new Set(['estimated']));
    expect(attribution).toBeNull();
  });

  it('give way to a newer import, and to the one before when that is removed', async () => {
    const at = { lat: 27.5, provenance: 'imported' } as const;
    const west = await town.place('village', { ...at, lon: 113.002 });
    const east = await town.place('village', { ...at, lon: 113.038 });
    await sql`delete from register.road_graph`.execute(town.database.owner);
    const old = await bring(roadFile('no'));
    await sql`update register.road_graph set imported = imported - interval '1 day'`.execute(
      town.database.owner,
    );
    expect((await matrixOf(west, east)).seconds[1]?.[0]).not.toBeNull();
    const newer = await bring(roadFile('yes'));
    expect((await matrixOf(west, east)).seconds[1]?.[0]).toBeNull();
    const call = await town.as('writer', 'county');
    await call(removeRoads, { params: { roads: newer.id } });
    expect((await matrixOf(west, east)).seconds[1]?.[0]).not.toBeNull();
    await call(removeRoads, { params: { roads: old.id } });
    expect((await matrixOf(west, east)).basis[1]?.[0]).toBe('estimated');
  });

  it('are removed only by who reaches the whole tenant', async () => {
    const { id } = await bring(roadFile());
    const params = { roads: id };
    const townOfficer = await town.as('writer', 'town');
    expect(await refusalOf(townOfficer(removeRoads, { params }))).toBe('not-found');
    const reader = await town.as('reader', 'county');
    expect(await refusalOf(reader(removeRoads, { params }))).toBe('not-permitted');
    await within(town, ['town'], async (tx) => {
      const gone = await sql`delete from register.road_graph where id = ${id} returning id`.execute(
        tx,
      );
      expect(gone.rows).toEqual([]);
    });
    const county = await town.as('writer', 'county');
    expect(await refusalOf(county(removeRoads, { params }))).toBeUndefined();
  });

  it('of another tenant are not seen', async () => {
    await bring(roadFile());
    await town.database.app.transaction().execute(async (tx) => {
      await sql`select set_config('lbw.tenant', ${randomUUID()}, true)`.execute(tx);
      const { rows } = await sql`select id from register.road_graph`.execute(tx);
      expect(rows).toEqual([]);
    });
  });

  it('that could not be read leave nothing behind', async () => {
    const id = randomUUID();
    const path = join(folder, 'no.osm.pbf');
    writeFileSync(path, 'no');
    expect(await refusalOf(bring(path, id))).toBe('not-osm-pbf');
    const { rows } = await sql`select from register.road_graph where id = ${id}`.execute(
      town.database.owner,
    );
    expect(rows).toEqual([]);
  });
});
