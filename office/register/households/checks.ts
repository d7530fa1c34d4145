import { type RawBuilder, sql } from 'kysely';
import { type Say, say } from '../../http/say.ts';
import { manyPeople } from './doubts.ts';

/** Something that is looked for in households. A desk may look for more than the register itself. */
export interface HouseholdCheck {
  id: string;
  /** What those that are found are. */
  found: Say;
  means: Say;
  todo: Say;
  /** Which households `r` of the response are found. */
  where(response: string): RawBuilder<unknown>;
  /** How many households `r` that answer to `within` are found, where that is quicker than looking at each. */
  count?(within: RawBuilder<unknown>): RawBuilder<unknown>;
  /** Those that are found are doubles of each other, by this. */
  doubles?: 'label' | 'sound';
}

const registered = (response: string) => sql`from register.household o
  where o.tenant = office.tenant() and o.response = ${response} and not o.removed`;

const elsewhere = sql`join register.place p on p.tenant = office.tenant() and p.id = o.place
  where p.area <> o.area and o.area not in (select register.below(p.area))`;

export const ownChecks: readonly HouseholdCheck[] = [
  {
    id: 'doubled',
    found: say('重复登记', 'Registered twice'),
    means: say(
      '同一个村里门牌相同，只是写法不同：3组16户、三组十六号、３组十六户。水会按两户算。',
      'The same house number of one village, written alike or in other signs: their water is counted twice.',
    ),
    todo: say(
      '是同一户的，选一条保留，其余合并；不是的，改正门牌。',
      'Where they are one household, keep one and merge the others; else correct a house number.',
    ),
    doubles: 'label',
    where: (
      response,
    ) => sql`(r.area, r.label_key) in (select o.area, o.label_key ${registered(response)}
      group by o.area, o.label_key having count(*) > 1)`,
  },
  {
    id: 'sounds-alike',
    found: say('同音门牌', 'House numbers that sound alike'),
    means: say(
      '同一个供水点有读音相同、写法不同的门牌，可能是同一户写了别字。',
      'At one point, house numbers that sound the same and are written otherwise: maybe one household, misspelt.',
    ),
    todo: say(
      '问一问村里：是同一户的合并，不是的不用管。',
      'Ask the village: merge what is one household, leave the others.',
    ),
    doubles: 'sound',
    where: (
      response,
    ) => sql`(r.place, r.label_sound) in (select o.place, o.label_sound ${registered(response)}
      group by o.place, o.label_sound having min(o.label_key) < max(o.label_key))`,
  },
  {
    id: 'place-elsewhere',
    found: say('供水点在别的村', 'Point in another village'),
    means: say(
      '这些户登记到了别的村的供水点，本村的水量会算少。',
      'They are registered at a point of another village: their own is planned with too little water.',
    ),
    todo: say(
      '改选本村的供水点；确实跨村取水的不用管。',
      'Choose a point of their own village; leave those who do fetch water there.',
    ),
    where: (response) => sql`(r.area, r.place) in (select o.area, o.place
      from (select distinct o.area, o.place ${registered(response)}) o ${elsewhere})`,
    count: (within) => sql`(select coalesce(sum(o.members), 0)::int
      from (select r.area, r.place, count(*) as members from register.household r
        where ${within} group by r.area, r.place) o ${elsewhere})`,
  },
  {
    id: 'nobody',
    found: say('0 人户', 'Households of nobody'),
    means: say(
      '登记为 0 人，不算水量。',
      'Registered with no people: no water is counted for them.',
    ),
    todo: say(
      '搬走、去世的请移除并选明原因；住着人的改正人数。',
      'Remove who moved or died, saying why; correct the figure where somebody lives.',
    ),
    where: () => sql`r.people = 0`,
  },
  {
    id: 'many-people',
    found: say(`超过 ${manyPeople} 人的户`, `Households of more than ${manyPeople}`),
    means: say(
      '一户人太多，常常是几户或一个组合登的。',
      'Hardly one household: often a group counted as one.',
    ),
    todo: say(
      '核对人数，几户合登的分开登记。',
      'Check the figure; register several households one by one.',
    ),
    where: () => sql`r.people > ${sql.lit(manyPeople)}`,
  },
];
