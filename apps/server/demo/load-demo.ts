import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Database } from '@liangbuwu/office/database/connection.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import {
  createTenant,
  type DefaultRole,
  type PreparedAccount,
  putDemoAccounts,
  syncRoles,
} from '@liangbuwu/office/identity/install.ts';
import { readScenario, type Scenario } from '@liangbuwu/scenario-zhuzhou-2022-11/scenario.ts';
import { sql } from 'kysely';
import { loadAreas } from './load-areas.ts';
import { loadBoarding } from './load-boarding.ts';
import { loadCare } from './load-care.ts';
import { loadChecks } from './load-checks.ts';
import { loadGates } from './load-gates.ts';
import { loadLessons } from './load-lessons.ts';
import { loadParents } from './load-parents.ts';
import { loadPupils } from './load-pupils.ts';
import { loadRegister } from './load-register.ts';
import { loadReopenings } from './load-reopenings.ts';
import { loadResponses } from './load-responses.ts';
import { loadRules } from './load-rules.ts';
import { loadSampling, loadSchools } from './load-schools.ts';
import { loadTimes } from './load-times.ts';
import { loadWater } from './load-water.ts';
import { loadZones } from './load-zones.ts';
import { publishFirstPlan } from './publish-first-plan.ts';
import { stableId } from './stable-id.ts';
import { visit } from './visitor.ts';

const tenant = stableId('tenant');
const administrator = stableId('user administrator');

/** The demonstration's tenant, its roles and its first account: what must be there before anybody can come in. */
export async function prepareDemo(
  owner: Database,
  roles: readonly DefaultRole[],
  clock: Clock,
): Promise<void> {
  const root = { id: stableId('area 430200'), level: 'prefecture', code: '430200' } as const;
  await createTenant(owner, { id: tenant, name: '株洲市', root });
  await sql`insert into office.demonstration values (${tenant}, 'loading') on conflict do nothing`.execute(
    owner,
  );
  await syncRoles(owner, tenant, roles, clock);
  await putDemoAccounts(
    owner,
    tenant,
    [
      {
        id: administrator,
        login: 'administrator',
        name: '系统管理员',
        area: root.id,
        roles: [{ role: 'administrator', area: root.id }],
      },
    ],
    clock,
  );
}

/** What the loaders are handed: the scenario, who may do what, and how its ids read here. */
export interface Loading {
  scenario: Scenario;
  administrator: Call;
  /** The area's id by the scenario's own id of it. */
  area(id: string): string;
}

/** Fills the demonstration through the public doors and plans its day. Broken off, it goes on at the next start. */
export async function loadDemo(
  url: string,
  owner: Database,
  clock: Clock,
  progress: (what: Say) => void,
): Promise<void> {
  const scenario = readScenario();
  progress(
    say('正在装入演示县：株洲 2022 年 11 月', 'loading the demonstration: Zhuzhou, November 2022'),
  );
  const call = await visit(url, administrator);
  const areas = await loadAreas(call, scenario);
  await loadSchools(call, scenario, areas);
  const loading: Loading = {
    scenario,
    administrator: call,
    area(id) {
      const found = areas.get(id);
      if (!found) throw new Error(`the scenario has no area ${id}`);
      return found;
    },
  };
  await putDemoAccounts(owner, tenant, accountsOf(loading), clock);
  await loadResponses(loading);
  await loadRules(loading, await visit(url, stableId('user city-officer')));
  const officer = await visit(url, stableId('user town-officer'));
  await loadRegister(loading, officer);
  const desk = await loadWater(loading, officer);
  progress(say('正在编制 11 月 10 日的送水计划', 'planning the water day of 10 November'));
  await publishFirstPlan(officer, desk);
  const as = (user: string) => visit(url, stableId(`user ${user}`));
  await loadGates(loading, as);
  await loadPupils(loading, as);
  await loadChecks(loading, as);
  await loadLessons(loading, as, url);
  await loadCare(loading, as);
  await loadReopenings(loading, as);
  await loadParents(loading, as, url);
  await loadTimes(loading, as);
  await loadSampling(loading, as);
  await loadZones(loading, as);
  await loadBoarding(loading, as);
  await sql`update office.demonstration set state = 'loaded' where tenant = ${tenant}`.execute(
    owner,
  );
}

/** The one who plans the day comes first: a visitor's first tile is the main job. */
function accountsOf({ scenario, area }: Loading): PreparedAccount[] {
  const first = (role: string) => (role === 'town-officer' ? 0 : 1);
  return [...scenario.users]
    .sort((a, b) => first(a.role) - first(b.role))
    .map((user) => ({
      id: stableId(`user ${user.id}`),
      login: user.id,
      name: user.name['zh-CN'],
      area: area(user.area),
      roles: [{ role: user.role, area: area(user.area) }],
    }));
}
