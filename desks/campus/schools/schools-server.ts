import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { Level } from '@liangbuwu/office/register/areas/contract.ts';
import {
  deleteArea,
  findArea,
  insertArea,
  lockTree,
  updateArea,
} from '@liangbuwu/office/register/areas/store.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import { gradesOf, stageWords } from '../campus.ts';
import * as rules from './school-rules.ts';
import * as store from './school-store.ts';
import * as routes from './schools.contract.ts';

export const schoolEndpoints: Endpoint[] = [
  endpoint(routes.listSchools, async (_, { tx }) => ({ schools: await store.listSchools(tx) })),

  endpoint(routes.putSchool, async ({ params, body }, { tx, actor, record, announce }) => {
    await lockTree(tx, actor.tenant);
    const before = await store.findSchool(tx, params.school);
    const { within, name, ...fields } = body;
    if (
      before?.within === within &&
      before.name === name &&
      before.ruleName === fields.ruleName &&
      before.boards === fields.boards &&
      before.invented === fields.invented
    )
      return before;
    await requireAreas(tx, before ? [within, before.within] : [within]);
    const area = { id: params.school, parent: within, name, level: 'school' } as const;
    await putArea(tx, actor.tenant, area, before !== undefined);
    await store.putSchool(tx, actor.tenant, { id: params.school, ...fields });
    record({
      action: before ? 'campus.school-changed' : 'campus.school-set-up',
      subject: `school:${params.school}`,
      area: within,
      detail: { name, ...fields },
    });
    announce({ topic: 'campus.schools', area: within, id: params.school });
    // The scope was opened before this area was in it.
    return { ...(await store.getSchool(tx, params.school)), inScope: true };
  }),

  endpoint(routes.listClasses, async ({ params }, { tx }) => {
    await store.getSchool(tx, params.school);
    return { classes: await store.listClasses(tx, params.school) };
  }),

  endpoint(routes.putClass, async ({ params, body }, { tx, actor, record, announce }) => {
    await lockTree(tx, actor.tenant);
    await store.getSchool(tx, params.school);
    await requireAreas(tx, [params.school]);
    const { name, stage, grade, invented } = body;
    const [first, last] = gradesOf[stage];
    if (grade < first || grade > last)
      throw refuse(rules.gradeOutsideStage, { words: stageWords[stage], first, last });
    const before = await store.findClass(tx, params.class);
    if (before && before.school !== params.school) throw refuse(rules.classElsewhere, undefined);
    if (
      before?.name === name &&
      before.stage === stage &&
      before.grade === grade &&
      before.invented === invented
    )
      return before;
    const area = { id: params.class, parent: params.school, name, level: 'class' } as const;
    await putArea(tx, actor.tenant, area, before !== undefined);
    const row = { id: params.class, school: params.school, stage, grade, invented };
    await store.putClass(tx, actor.tenant, row);
    record({
      action: before ? 'campus.class-changed' : 'campus.class-set-up',
      subject: `class:${params.class}`,
      area: params.school,
      detail: { name, stage, grade },
    });
    announce({ topic: 'campus.schools', area: params.school, id: params.class });
    return { ...(await store.getClass(tx, params.class)), inScope: true };
  }),

  endpoint(routes.removeClass, async ({ params }, { tx, actor, record, announce }) => {
    await lockTree(tx, actor.tenant);
    await requireAreas(tx, [params.school]);
    const found = await store.getClass(tx, params.class);
    if (found.school !== params.school) throw refuse(rules.classElsewhere, undefined);
    await store.deleteClass(tx, found.id);
    if (!(await deleteArea(tx, found.id))) throw refuse(rules.classInUse, found);
    record({
      action: 'campus.class-removed',
      subject: `class:${found.id}`,
      area: params.school,
      detail: { name: found.name },
    });
    announce({ topic: 'campus.schools', area: params.school, id: found.id });
    return {};
  }),
];

/** The area that a school or a class is; another area's id is refused. */
async function putArea(
  tx: Tx,
  tenant: string,
  area: { id: string; parent: string; name: string; level: Level },
  isThere: boolean,
): Promise<void> {
  const row = { ...area, code: null };
  if (isThere) return updateArea(tx, row);
  if (await findArea(tx, area.id)) throw refuse(rules.areaIsNoSchool, undefined);
  return insertArea(tx, tenant, row);
}
