import { randomUUID } from 'node:crypto';
import { giveHomeLinks } from '@liangbuwu/campus/home/link.contract.ts';
import { putClass, putSchool } from '@liangbuwu/campus/schools/schools.contract.ts';
import type { SchoolDay } from '@liangbuwu/campus/times/day.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { readScenario } from '@liangbuwu/scenario-zhuzhou-2022-11/scenario.ts';
import { loadRules } from '../demo/load-rules.ts';
import { hiddenFields, type stranger } from './public-page.ts';
import type { TestServer } from './test-server.ts';

/** Two schools of two towns, under these ids. */
export async function putTwoSchools(
  bureau: Call,
  { areas }: TestServer,
  { school, other }: { school: string; other: string },
): Promise<void> {
  for (const [id, within, name] of [
    [school, areas.town, '试验中学'],
    [other, areas.otherTown, '别处中学'],
  ] as const)
    await bureau(putSchool, { params: { school: id }, body: { within, name, boards: true } });
}

/** 市二中 with two classes of grade 12, their teachers, and the rule of its district in force. */
export async function putShierzhong(server: TestServer, county: Call) {
  const within = server.areas.town;
  const scenario = readScenario();
  const sets = scenario.rulebook.sets.filter(({ id }) => id === 'school-tianyuan');
  const rulebook = { ...scenario.rulebook, sets };
  const administrator = await server.as('administrator', 'county');
  await loadRules(
    { scenario: { ...scenario, rulebook }, administrator, area: () => within },
    county,
  );
  const bureau = await server.as('education-officer', 'county');
  const school = randomUUID();
  const body = { within, name: '市二中', boards: true };
  await bureau(putSchool, { params: { school }, body });
  const put = async (name: string) => {
    const id = randomUUID();
    const params = { school, class: id };
    await bureau(putClass, { params, body: { name, stage: 'senior-high', grade: 12 } });
    return { id, teacher: await server.standing('class-teacher', id) };
  };
  const [one, two] = [await put('one班'), await put('two班')];
  return {
    school,
    classes: { one: one.id, two: two.id },
    teachers: { one: one.teacher, two: two.teacher },
    keeper: await server.standing('school-officer', school),
  };
}

/** The page of a pupil’s family, by a link of the class. */
export async function openHome(
  by: Call,
  of: { response: string; class: string; member: string },
): Promise<string> {
  const { links } = await by(giveHomeLinks, {
    params: { class: of.class },
    body: { response: of.response, members: [of.member], renew: false },
  });
  return `/p/campus/home/${links[0]?.secret}`;
}

/** A guardian’s yes, said on the family’s page. */
export async function agree(parent: ReturnType<typeof stranger>, home: string): Promise<void> {
  await parent.send(`${home}/consent`, {
    ...hiddenFields(await parent.open(home)),
    guardian: '虚构家长',
    relation: 'mother',
    agree: 'yes',
  });
}

/** A school of three classes of a grade, whose gate takes one class at a time and whose canteen takes two. */
export async function putSmallSchool(bureau: Call, within: string, name = '试验小学') {
  const school = randomUUID();
  await bureau(putSchool, { params: { school }, body: { within, name, boards: false } });
  const classes = [randomUUID(), randomUUID(), randomUUID()];
  for (const [i, id] of classes.entries())
    await bureau(putClass, {
      params: { school, class: id },
      body: { name: `三年级${i + 1}班`, stage: 'primary', grade: 3, invented: true },
    });
  return { school, classes, day: smallDay(classes) };
}

function smallDay(classes: readonly string[]): SchoolDay {
  const open = [{ from: 420, to: 1080 }];
  return {
    gates: [{ id: randomUUID(), name: '正门', perMinute: 8, modes: ['walk'], open }],
    stairs: [],
    canteen: { seats: 80, minutes: 20, walk: 5, counters: 4, perCounter: 5 },
    arrival: { first: 450, last: 470, step: 5, usual: 450 },
    meals: [
      {
        id: randomUUID(),
        name: '午餐',
        eats: 'all',
        starts: { first: 690, last: 740, step: 10, usual: 710 },
      },
    ],
    dismissal: { first: 990, last: 1010, step: 5, usual: 990 },
    buses: [],
    classes: classes.map((id) => ({
      class: id,
      people: 40,
      boarders: 0,
      cars: 0,
      rides: [],
      stair: null,
      home: false,
    })),
    siblings: [],
    invented: true,
  };
}
