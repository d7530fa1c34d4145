import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';
import type { Position } from '../water.ts';
import type { FieldPoint } from './field-day.ts';

export type StoredPoint = Omit<FieldPoint, 'where'> &
  Pick<Position, 'lon' | 'lat' | 'provenance'> & {
    area: string;
    taps: number;
    litresPerMinute: number;
    have: number;
  };

/** A desk's points within reach, as somebody on the way finds them. */
export async function listFieldPoints(tx: Tx, desk: string): Promise<StoredPoint[]> {
  const { rows } = await sql<StoredPoint>`
    select p.id, p.area, p.name, a.name as village, p.hamlet, p.landmark, p.kind, p.people, p.taps,
      p.litres_per_minute as "litresPerMinute", p.have_litres as have,
      p.max_tanker_litres as "maxTankerLitres", x.road_class as road, p.tank_litres as tank,
      case when p.way_closed then p.way_closed_why end as "wayClosed", x.lon, x.lat, x.provenance
    from water.point p
    join register.area a on a.tenant = p.tenant and a.id = p.area
    join register.place x on x.tenant = p.tenant and x.id = p.place
    where p.desk = ${desk} and not p.removed order by a.code, p.name, p.id`.execute(tx);
  return rows;
}
