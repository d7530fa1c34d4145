import { isDeepStrictEqual } from 'node:util';
import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import { holdId } from '@liangbuwu/office/responses/store.ts';
import { getSchool } from '../schools/school-store.ts';
import * as routes from './menu.contract.ts';
import * as store from './menu-store.ts';

export const menuEndpoints: Endpoint[] = [
  endpoint(routes.listMenus, async ({ params: { school }, query }, { tx }) => {
    await requireAreas(tx, [school]);
    await getSchool(tx, school);
    return {
      menus: await store.listMenus(tx, school, query),
      telephone: (await store.findTelephone(tx, school)) ?? null,
    };
  }),

  endpoint(routes.putMenu, async ({ params, body }, { tx, actor, record, announce }) => {
    const { school, day } = params;
    await requireAreas(tx, [school]);
    await getSchool(tx, school);
    await holdId(tx, `campus.menu:${school}:${day}`);
    const before = await store.findMenu(tx, school, day);
    if (isDeepStrictEqual(before?.meals, body.meals)) return {};
    if ((before?.version ?? null) !== body.seen) throw refuse(changedMeanwhile, undefined);
    const version = (before?.version ?? 0) + 1;
    await store.putMenu(tx, { tenant: actor.tenant, school, day, meals: body.meals, version });
    record({
      action: 'campus.menu-saved',
      subject: `school:${school}`,
      area: school,
      detail: { day },
    });
    announce({ topic: 'campus.menu', area: school, id: school });
    return {};
  }),

  endpoint(
    routes.putParentsTelephone,
    async ({ params, body }, { tx, actor, record, announce }) => {
      const { school } = params;
      await requireAreas(tx, [school]);
      await getSchool(tx, school);
      await holdId(tx, `campus.parents-telephone:${school}`);
      const before = await store.findTelephone(tx, school);
      if (before?.telephone === body.telephone) return {};
      if ((before?.version ?? null) !== body.seen) throw refuse(changedMeanwhile, undefined);
      const version = (before?.version ?? 0) + 1;
      await store.putTelephone(tx, {
        tenant: actor.tenant,
        school,
        telephone: body.telephone,
        version,
      });
      record({ action: 'campus.parents-telephone-set', subject: `school:${school}`, area: school });
      announce({ topic: 'campus.menu', area: school, id: school });
      return {};
    },
  ),
];
