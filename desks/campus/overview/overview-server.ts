import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import { getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { listPublished, listSetHeads } from '@liangbuwu/office/rulebook/store.ts';
import { formFile } from '@liangbuwu/office/tables/excel/write-form.ts';
import type { Held } from '../answers/judge-all.ts';
import { listWithPlans } from '../reopening/list-with-plans.ts';
import { getSchool } from '../schools/school-store.ts';
import { countSchool } from './count-school.ts';
import * as routes from './overview.contract.ts';
import { notAReturnRule } from './overview-rules.ts';
import { type CountedSchool, overviewSheets, overviewWords } from './overview-sheet.ts';

const purpose = 'return-to-school';

export const overviewEndpoints = ({ keys }: { keys: ResponseKeys }): Endpoint[] => [
  endpoint(routes.listReturnRules, async (_, { tx }) => ({
    rules: (await listHeld(tx)).map(({ set, version: { id, number, from, until, invented } }) => ({
      version: id,
      name: set.name,
      number,
      area: set.area.name,
      from,
      until,
      invented,
    })),
  })),

  endpoint(routes.countSchool, async ({ params, body }, deed) => {
    await requireAreas(deed.tx, [params.school]);
    const school = await getSchool(deed.tx, params.school);
    const response = await getOpenResponse(deed.tx, body.response, deed.clock);
    const held = await heldBy(deed.tx, body.rule);
    return countSchool(deed, keys, { response, school: school.id, held });
  }),

  endpoint(routes.overviewSheet, async ({ body }, deed) => {
    const { tx, clock, actor } = deed;
    const response = await getOpenResponse(tx, body.response, clock);
    const held = await heldBy(tx, body.rule);
    const schools: CountedSchool[] = [];
    for (const school of await listWithPlans(tx, response, actor.account)) {
      const of = { response, school: school.school, held };
      schools.push({ ...school, count: await countSchool(deed, keys, of) });
    }
    const sheets = overviewSheets({ response, schools, held }, body.language);
    const name = `${overviewWords.title[body.language]} ${response.today}`;
    return formFile(name, { sheets, at: new Date(response.now) });
  }),
];

/** Every published version of a rule for returning. */
async function listHeld(tx: Tx): Promise<Held[]> {
  const sets = await listSetHeads(tx, purpose);
  const versions = await listPublished(
    tx,
    sets.map(({ id }) => id),
  );
  return sets.flatMap((set) =>
    versions.filter((version) => version.set === set.id).map((version) => ({ set, version })),
  );
}

async function heldBy(tx: Tx, rule: string | null): Promise<Held | undefined> {
  if (rule === null) return undefined;
  const held = (await listHeld(tx)).find(({ version }) => version.id === rule);
  if (!held) throw refuse(notAReturnRule, undefined);
  return held;
}
