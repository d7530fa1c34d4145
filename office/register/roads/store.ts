import type { RoadGraph } from '@liangbuwu/roads/graph.ts';
import { decodeGraph } from '@liangbuwu/roads/stored.ts';
import { sql } from 'kysely';
import type { Tx } from '../../database/connection.ts';
import type { Roads } from './contract.ts';

export async function insertRoads(
  tx: Tx,
  roads: {
    tenant: string;
    id: string;
    name: string;
    imported: string;
    vertices: number;
    edges: number;
    bytes: Buffer;
  },
): Promise<void> {
  await sql`insert into register.road_graph (tenant, id, name, imported, vertices, edges, bytes)
    values (${roads.tenant}, ${roads.id}, ${roads.name}, ${roads.imported}, ${roads.vertices}, ${roads.edges},
      ${roads.bytes})`.execute(tx);
}

const newestFirst = sql`order by imported desc, id`;

export async function listRoads(tx: Tx): Promise<Roads[]> {
  const { rows } = await sql<Omit<Roads, 'inUse'>>`
    select id, name, imported, vertices, edges, octet_length(bytes) as bytes
    from register.road_graph ${newestFirst}`.execute(tx);
  return rows.map((row, i) => ({ ...row, inUse: i === 0 }));
}

/** False where there are none of this id, or the request's scope is not the whole tenant. */
export async function deleteRoads(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from register.road_graph where id = ${id} returning id`.execute(tx);
  return rows.length > 0;
}

// Rows are never altered, so a decoded graph stays true as long as its row is there, which is asked each time.
const decoded = new Map<string, RoadGraph>();
const keptInMemory = 2;

/** The roads in use, if there are any. */
export async function findRoadsInUse(tx: Tx): Promise<RoadGraph | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from register.road_graph ${newestFirst} limit 1`.execute(tx);
  const id = rows[0]?.id;
  if (!id) return undefined;
  let graph = decoded.get(id);
  if (!graph) {
    const stored = await sql<{ bytes: Buffer }>`
      select bytes from register.road_graph where id = ${id}`.execute(tx);
    const bytes = stored.rows[0]?.bytes;
    if (!bytes) return undefined;
    graph = decodeGraph(bytes);
    for (const old of [...decoded.keys()].slice(0, decoded.size + 1 - keptInMemory))
      decoded.delete(old);
  }
  decoded.delete(id);
  decoded.set(id, graph);
  return graph;
}
