import { encodeGraph } from '@liangbuwu/roads/stored.ts';
import type { Clock } from '../../clock/clock.ts';
import type { Database } from '../../database/connection.ts';
import { enterTenant } from '../../identity/store.ts';
import { append } from '../../ledger/append.ts';
import { getRoot } from '../areas/root.ts';
import { type ReadOptions, readRoads } from './read-roads.ts';
import { insertRoads } from './store.ts';

/**
 * Imports the roads of an .osm.pbf file for a tenant; they are in use from then on. For the migration role: it is done
 * beside the server, from the command line.
 */
export async function importRoads(
  owner: Database,
  of: { tenant: string; id: string; name: string; file: string; clock: Clock },
  options: ReadOptions = {},
): Promise<{ vertices: number; edges: number }> {
  const graph = await readRoads(of.file, options);
  const counts = { vertices: graph.vertexLon.length, edges: graph.from.length };
  const imported = of.clock.now();
  await owner.transaction().execute(async (tx) => {
    await enterTenant(tx, of.tenant);
    await insertRoads(tx, {
      tenant: of.tenant,
      id: of.id,
      name: of.name,
      imported: imported.toString(),
      ...counts,
      bytes: Buffer.from(encodeGraph(graph).buffer),
    });
    const { id: area } = await getRoot(tx);
    const entry = {
      action: 'register.roads-imported',
      subject: `roads:${of.id}`,
      area,
      detail: counts,
    } as const;
    await append(tx, [entry], { actor: null, recorded: imported });
  });
  return counts;
}
