import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import { sql } from 'kysely';
import { getClass } from '../schools/school-store.ts';
import { type ClassTime, readClassTimes } from './class-times.contract.ts';
import { Mode } from './day.ts';

export const classTimesEndpoints: Endpoint[] = [
  endpoint(readClassTimes, async ({ params }, { tx }) => {
    await requireAreas(tx, [params.class]);
    await getClass(tx, params.class);
    const rows = await listClassTimes(tx, params.class);
    const [first] = rows;
    if (!first) return { inForce: null };
    const { number, published } = first;
    return { inForce: { number, published, times: rows.map(timeOf) } };
  }),
];

interface Row {
  number: number;
  published: string;
  phase: string;
  meal: string | null;
  mode: string;
  minute: number;
  way: string;
}

/** Of one class within the request’s scope, which may be without its school. */
async function listClassTimes(tx: Tx, of: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select number, office.iso(published) as published, phase, meal, mode, minute, way
    from campus.class_times(${of}) order by minute, mode, way`.execute(tx);
  return rows;
}

function timeOf({ phase, meal, mode, minute, way }: Row): ClassTime {
  if (mode === 'meal') return { phase: 'meal', meal, mode: null, minute, way };
  const end = phase === 'arrival' ? 'arrival' : 'dismissal';
  return { phase: end, meal: null, mode: Mode.parse(mode), minute, way };
}
