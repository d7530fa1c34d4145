import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { openNames, readNames } from '@liangbuwu/office/people/read-names.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import { clockOf, getOpenResponse, getResponse } from '@liangbuwu/office/responses/store.ts';
import { notAClass } from '../members/member-rules.ts';
import { getPlace, listMembers } from '../members/member-store.ts';
import type { CampusServices } from '../server.ts';
import { getCase, openAbout } from './case-store.ts';
import * as caseRoutes from './cases.contract.ts';
import { listChecks, openCheck } from './check-store.ts';
import * as routes from './checks.contract.ts';
import { checkClass } from './put-check.ts';
import { sayStep } from './put-step.ts';
import { viewChecksOf } from './view-checks.ts';

export const checkEndpoints = (services: Pick<CampusServices, 'keys' | 'newId'>): Endpoint[] => [
  endpoint(routes.viewChecks, async ({ params, query }, deed) => {
    await requireAreas(deed.tx, [params.area]);
    await getPlace(deed.tx, params.area);
    const response = await getResponse(deed.tx, query.response, deed.clock);
    return viewChecksOf(deed, services.keys, { response, area: params.area });
  }),

  endpoint(routes.openCheckList, async ({ params, body }, deed) => {
    const { tx, clock, actor, record } = deed;
    const { class: area } = params;
    await requireAreas(tx, [area]);
    if (!(await getPlace(tx, area)).class) throw refuse(notAClass, undefined);
    const response = await getOpenResponse(tx, body.response, clock);
    const persons = (await listMembers(tx, response.id, { area })).map(({ id }) => id);
    const of = { tenant: actor.tenant, response: response.id };
    const named = await readNames(deed, services.keys, { ...of, response, area, persons });
    const may = new Set(named.filter(({ withheld }) => withheld === null).map(({ id }) => id));
    const rows = await listChecks(tx, {
      response: response.id,
      day: response.today,
      areas: [area],
    });
    const said = rows.map((row) => {
      const { named: all, unnamed } = openCheck(services.keys, of, row);
      const exceptions = all.filter(({ member }) => may.has(member));
      return { kind: row.kind, number: row.number, exceptions, unnamed: unnamed.people };
    });
    const exceptions = said.reduce((sum, one) => sum + one.exceptions.length, 0);
    if (exceptions > 0)
      record({
        action: 'campus.exceptions-read',
        subject: `class:${area}`,
        area,
        response: response.id,
        detail: { purpose: 'school', exceptions },
        at: clockOf(response).now(),
      });
    const people = named
      .map(({ id, name, withheld }) => ({ id, name, onPaper: withheld !== null }))
      .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1));
    return { people, said };
  }),

  endpoint(routes.putCheck, (input, deed) => checkClass(input, deed, services)),

  endpoint(caseRoutes.openCase, async ({ params }, { tx, clock, actor, record }) => {
    const { keys } = services;
    const row = await getCase(tx, params.case);
    const response = await getOpenResponse(tx, row.response, clock);
    const { member, found } = openAbout(keys, actor.tenant, row);
    if (member === null) return { person: null };
    const persons = [member];
    const [who] = await openNames(tx, keys, { tenant: actor.tenant, response, persons });
    if (!who) return { person: null };
    // Beside a case the ledger names nobody: who read it, and what for, is of the case.
    record({
      action: 'campus.case-read',
      subject: `case:${row.id}`,
      area: row.area,
      response: response.id,
      detail: { purpose: 'school' },
      at: clockOf(response).now(),
    });
    return { person: { id: who.id, name: who.name, found: who.withheld === null ? found : null } };
  }),

  endpoint(caseRoutes.putCaseStep, (input, deed) => sayStep(input, deed, services.keys)),
];
