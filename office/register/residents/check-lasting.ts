import { sql } from 'kysely';
import type { Tx } from '../../database/connection.ts';
import type { Deed } from '../../http/endpoint.ts';
import { say } from '../../http/say.ts';
import type { Doubt } from '../../tables/contract.ts';
import type { Asked } from '../../tables/kept-table.ts';
import { dayOf } from '../../tables/today.ts';
import { manyPeople } from '../households/doubts.ts';
import { labelKey } from '../households/label-key.ts';
import { areaNames } from '../households/store.ts';
import type { LastingHousehold } from './contract.ts';

/** What looks wrong in lasting households that may be kept all the same. */
export async function checkLasting(
  { tx, clock }: Deed,
  asked: readonly Asked<LastingHousehold>[],
): Promise<Doubt[][]> {
  const rows = asked.map(({ row }) => row);
  const doubles = await findDoubles(tx, rows);
  const today = dayOf(clock.now());
  return rows.map((row) => doubtsOf(row, doubles.get(row.id), today));
}

export function doubtsOf(
  { people, confirmed }: LastingHousehold,
  double: string | undefined,
  today: string,
): Doubt[] {
  const doubts: Doubt[] = [];
  if (double !== undefined)
    doubts.push({
      field: 'label',
      cause: say(
        `本村已登记了“${double}”，看上去是同一户。`,
        `The village has “${double}” already: it looks like the same household.`,
      ),
      remedy: say(
        '是同一户的请移除一条，不是的请改正门牌。',
        'Where they are one, take one off the register; else correct a house number.',
      ),
    });
  if (people > manyPeople)
    doubts.push({
      field: 'people',
      cause: say(`一户 ${people} 人，不像一户。`, `${people} people are hardly one household.`),
      remedy: say(
        '请核对人数，几户合登的请分开登记。',
        'Check the figure; register several households one by one.',
      ),
    });
  if (confirmed !== null && confirmed > today)
    doubts.push({
      field: 'confirmed',
      cause: say('核实日期在今天之后。', 'It is said to be confirmed after today.'),
      remedy: say('请改为核实的那一天。', 'Enter the day on which somebody did confirm it.'),
    });
  return doubts;
}

/** A household of the same village with the same house number, however it is written, by id. */
async function findDoubles(
  tx: Tx,
  households: readonly LastingHousehold[],
): Promise<Map<string, string>> {
  const villages = await areaNames(tx, [...new Set(households.map(({ area }) => area))]);
  const asked = households.map(({ id, area, label }) => ({
    id,
    area,
    key: labelKey(label, villages.get(area)),
  }));
  const { rows } = await sql<{ id: string; double: string }>`
    select x.id, (array_agg(o.label order by o.id))[1] as double
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as x (id uuid, area uuid, key text collate "C")
    join register.lasting_household o on o.tenant = office.tenant() and o.area = x.area
      and o.label_key = x.key and o.id <> x.id
    where not o.removed group by x.id`.execute(tx);
  return new Map(rows.map(({ id, double }) => [id, double]));
}
