import '../../office/clock/temporal.ts';
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { stableId } from '../../apps/server/demo/stable-id.ts';
import { visit } from '../../apps/server/demo/visitor.ts';
import { run } from '../../apps/server/run.ts';
import { readSettings } from '../../apps/server/settings.ts';
import {
  putArrival,
  viewClass,
  viewMember,
  viewSchool,
} from '../../desks/campus/answers/answers.contract.ts';
import { viewChecks } from '../../desks/campus/checks/checks.contract.ts';
import { viewWhoIsWhere } from '../../desks/campus/lessons/today.contract.ts';
import { bringMembers } from '../../desks/campus/members/members.contract.ts';
import { viewMorning } from '../../desks/campus/morning/morning.contract.ts';
import { countSchool } from '../../desks/campus/overview/overview.contract.ts';
import { listReopenings } from '../../desks/campus/reopening/reopening.contract.ts';
import { reportFor } from '../../desks/campus/reports/report.contract.ts';
import {
  listClasses,
  listSchools,
  putClass,
  putSchool,
} from '../../desks/campus/schools/schools.contract.ts';
import { viewUntold } from '../../desks/campus/told/told.contract.ts';
import { putGate } from '../../desks/gate/gates/gates.contract.ts';
import { systemClock } from '../../office/clock/clock.ts';
import { findRunningCluster } from '../../office/database/cluster/cluster.ts';
import { openDatabase } from '../../office/database/connection.ts';
import type { Call } from '../../office/http/client.ts';
import { putDemoAccounts } from '../../office/identity/install.ts';
import { listAreas } from '../../office/register/areas/contract.ts';
import { advanceClock, listResponses } from '../../office/responses/contract.ts';

/** How long pages of the campus desk wait for their answers with a county's pupils in it. See README.md. */

const { values } = parseArgs({
  options: {
    schools: { type: 'string', default: '20' },
    times: { type: 'string', default: '40' },
    clients: { type: 'string', default: '1' },
  },
});
const [schools, times, clients] = [values.schools, values.times, values.clients].map(Number) as [
  number,
  number,
  number,
];
const classes = 60;
const inClass = 50;

const folder = mkdtempSync(join(tmpdir(), 'bench-campus-'));
// PostgreSQL runs as another user where this is root.
chmodSync(folder, 0o711);
const quiet = () => undefined;
const server = await run(readSettings({ PORT: '0', LIANGBUWU_DATA: folder }, folder), {
  log: quiet,
  ready: quiet,
});
const owner = openDatabase((await findRunningCluster(folder)) ?? '', { connections: 1 });
try {
  await measure(server.url);
} finally {
  await owner.destroy();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

/** The same id for the same name in every run. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(`bench ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function measure(url: string): Promise<void> {
  const bureau = await visit(url, stableId('user education-officer'));
  const { areas } = await bureau(listAreas, { query: {} });
  const within = areas.find(({ code }) => code === '430211')?.id ?? '';
  const { responses } = await bureau(listResponses, {});
  const response = responses.find(({ kind }) => kind === 'epidemic')?.id ?? '';
  const administrator = await visit(url, stableId('user administrator'));
  const to = '2022-11-16T20:00:00+08:00';
  await administrator(advanceClock, { params: { response }, body: { to } });
  const began = performance.now();
  for (let school = 0; school < schools; school++) await setUp(bureau, within, school);
  const principal = await standing(url, 'school-officer', idOf('school 0'));
  const teacher = await standing(url, 'class-teacher', idOf('class 0 0'));
  const officer = await visit(url, stableId('user city-duty'));
  await fill(principal, response);
  for (let school = 1; school < schools; school++) await repeat(school);
  await sql`analyze`.execute(owner);
  console.error(`filled in ${((performance.now() - began) / 1000).toFixed(0)} s`);

  await officer(putGate, {
    params: { gate: idOf('gate') },
    body: {
      response,
      area: idOf('school 0'),
      name: '测速校门',
      kind: 'school',
      purposes: ['return-to-school'],
      place: null,
      invented: true,
    },
  });
  const gated = performance.now();
  await principal(putArrival, {
    params: { area: idOf('school 0') },
    body: { response, at: '2022-11-17T07:30:00+08:00' },
  });
  const settled = performance.now() - gated;

  const [school, of, member] = [idOf('school 0'), idOf('class 0 0'), idOf('pupil 0 7')];
  const body = { response };
  const requests: [what: string, ask: () => Promise<unknown>][] = [
    ['schools of the county', () => bureau(listSchools, {})],
    ['their plans', () => bureau(listReopenings, { query: body })],
    ['classes of a school', () => principal(listClasses, { params: { school } })],
    ['a class of 50, with names', () => teacher(viewClass, { params: { class: of }, body })],
    ['one pupil’s answer', () => teacher(viewMember, { params: { member }, body })],
    ['a school of 3,000, by class', () => principal(viewSchool, { params: { school }, body })],
    [
      'the same for the bureau',
      () => bureau(countSchool, { params: { school }, body: { response, rule: null } }),
    ],
    [
      'its families to be told',
      () => principal(viewUntold, { params: { area: school }, body: { response } }),
    ],
    [
      'its morning of return',
      () => principal(viewMorning, { params: { area: school }, body: { response, day: null } }),
    ],
    [
      'its checks of the day',
      () => principal(viewChecks, { params: { area: school }, query: { response } }),
    ],
    [
      'who of it is where today',
      () => principal(viewWhoIsWhere, { params: { area: school }, body: { response } }),
    ],
  ];
  console.log('| request | median, ms | 95th percentile, ms |\n|---|---|---|');
  for (const [what, ask] of requests) {
    await ask();
    const waits: number[] = [];
    await Promise.all(
      Array.from({ length: clients }, async () => {
        for (let time = 0; time < times; time++) {
          const from = performance.now();
          await ask();
          waits.push(performance.now() - from);
        }
      }),
    );
    waits.sort((a, b) => a - b);
    const at = (share: number) => waits[Math.ceil(waits.length * share) - 1]?.toFixed(0);
    console.log(`| ${what} | ${at(0.5)} | ${at(0.95)} |`);
  }
  const { rows } = await sql<{ passes: number }>`select count(*)::int as passes from gate.pass
    where area in (select id from register.area where parent = ${school})`.execute(owner);
  console.log(
    `| another day of return, ${rows[0]?.passes} passes signed | ${settled.toFixed(0)} | – |`,
  );
}

async function setUp(bureau: Call, within: string, school: number): Promise<void> {
  const params = { school: idOf(`school ${school}`) };
  await bureau(putSchool, {
    params,
    body: { within, name: `测速中学${school + 1}`, boards: true, invented: true },
  });
  for (let one = 0; one < classes; one++)
    await bureau(putClass, {
      params: { ...params, class: idOf(`class ${school} ${one}`) },
      body: {
        name: `高${'一二三'[one % 3]}${Math.floor(one / 3) + 1}班`,
        stage: 'senior-high',
        grade: 10 + (one % 3),
        invented: true,
      },
    });
}

async function standing(url: string, role: string, area: string): Promise<Call> {
  const { rows } = await sql<{
    tenant: string;
  }>`select tenant from register.area where id = ${area}`.execute(owner);
  const id = idOf(`${role} ${area}`);
  const account = { id, login: `bench-${role}`, name: '测速', area, roles: [{ role, area }] };
  await putDemoAccounts(owner, rows[0]?.tenant ?? '', [account], systemClock);
  return visit(url, id);
}

/** The first school, by its own office. */
async function fill(by: Call, response: string): Promise<void> {
  await by(putArrival, {
    params: { area: idOf('school 0') },
    body: { response, at: '2022-11-17T07:20:00+08:00' },
  });
  for (let one = 0; one < classes; one++) {
    const pupils = Array.from({ length: inClass }, (_, i) => ({
      id: idOf(`pupil ${one} ${i}`),
      name: `虚构${one}之${i}`,
      born: `2005-0${1 + (i % 9)}`,
    }));
    const params = { area: idOf(`class 0 ${one}`) };
    await by(bringMembers, { params, body: { response, people: pupils } });
    for (const [i, { id }] of pupils.entries())
      if (i % 10 > 0)
        await by(reportFor, {
          params: { member: id, fact: idOf(`report ${one} ${i}`) },
          body: {
            response,
            at: '2022-11-16T20:00:00+08:00',
            report: {
              risk: i % 17 === 0 ? 'high' : 'low',
              area: i % 13 === 0 ? 'other' : '430211',
              reported: `2022-11-16T1${i % 8}:${10 + (one % 50)}:00+08:00`,
            },
          },
        });
  }
}

/** Another school with the first one’s rows. */
async function repeat(school: number): Promise<void> {
  const all = Array.from({ length: classes }, (_, one) => one);
  const from = all.map((one) => idOf(`class 0 ${one}`));
  const to = all.map((one) => idOf(`class ${school} ${one}`));
  const there = sql`unnest(${from}::uuid[], ${to}::uuid[]) as there ("from", "to")`;
  const other = (id: string) => sql`md5(${sql.ref(id)}::text || ${school}::text)::uuid`;
  await sql`insert into people.person (tenant, response, id, area, household, sealed)
    select tenant, response, ${other('id')}, there.to, null, sealed from people.person, ${there}
    where area = there.from`.execute(owner);
  await sql`insert into people.fact (tenant, response, person, number, id, area, fact, purposes, how, sealed, recorded, recorded_by)
    select tenant, response, ${other('person')}, number, ${other('id')}, there.to, fact, purposes, how, sealed,
      recorded, recorded_by from people.fact, ${there} where area = there.from`.execute(owner);
  await sql`insert into campus.member (tenant, id, response, area, kind, household)
    select tenant, ${other('id')}, response, there.to, kind, ${other('household')} from campus.member, ${there}
    where area = there.from`.execute(owner);
}
