import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';

/** When and by which gate a class comes: on the day of an announced batch, or every day by the times in force. */
export interface Coming {
  class: string;
  /** Null: by the times in force. */
  day: string | null;
  /** Of the times in force: those who walk, or who are driven. */
  mode: 'walk' | 'car' | 'bus' | null;
  from: string;
  to: string | null;
  gate: string;
}

/** Of the classes within the request's scope. */
export async function listComing(tx: Tx, response: string): Promise<Coming[]> {
  const { rows } = await sql<Coming>`
    select class, day::text as day, mode, "from", "to", gate from campus.coming(${response})
    order by class, day, "from", mode`.execute(tx);
  return rows;
}
