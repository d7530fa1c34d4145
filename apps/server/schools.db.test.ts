import { randomUUID } from 'node:crypto';
import type { ClassBody } from '@liangbuwu/campus/campus.ts';
import {
  listClasses,
  listSchools,
  putClass,
  putSchool,
  removeClass,
} from '@liangbuwu/campus/schools/schools.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { listAreas } from '@liangbuwu/office/register/areas/contract.ts';
import { refusalOf } from '@liangbuwu/office/register/testing/refusal-of.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from './testing/test-server.ts';

let server: TestServer;
let bureau: Call;
const school = randomUUID();
const other = randomUUID();
const [first, second] = [randomUUID(), randomUUID()];
const classBody: ClassBody = { name: '高三1班', stage: 'senior-high', grade: 12, invented: true };

beforeAll(async () => {
  server = await testServer();
  bureau = await server.as('education-officer', 'county');
  for (const [id, within, name] of [
    [school, server.areas.town, '试验中学'],
    [other, server.areas.otherTown, '别处中学'],
  ] as const)
    await bureau(putSchool, { params: { school: id }, body: { within, name, boards: true } });
  for (const [id, name] of [
    [first, '高三1班'],
    [second, '高三2班'],
  ] as const)
    await bureau(putClass, { params: { school, class: id }, body: { ...classBody, name } });
});
afterAll(() => server.close());

test('a school and its classes are areas of the tree', async () => {
  const { areas } = await bureau(listAreas, { query: { root: school } });
  const lies = areas.map(({ name, level, parent }) => [level, name, parent]);
  expect(lies.sort()).toEqual([
    ['class', '高三1班', school],
    ['class', '高三2班', school],
    ['school', '试验中学', server.areas.town],
  ]);
  expect((await bureau(listSchools, {})).schools).toMatchObject([
    { id: school, withinName: '甲镇', classes: 2, inScope: true, boards: true, ruleName: null },
    { id: other, withinName: '乙镇', classes: 0, inScope: true },
  ]);
});

test('sent again it changes nothing, renamed it is called so in the tree too', async () => {
  const params = { school: other };
  const body = { within: server.areas.otherTown, name: '别处中学', boards: true };
  const before = await bureau(putSchool, { params, body });
  expect(await bureau(putSchool, { params, body })).toEqual(before);
  const renamed = { ...body, name: '别处二中', ruleName: 'elsewhere-2' };
  expect(await bureau(putSchool, { params, body: renamed })).toMatchObject(renamed);
  const { areas } = await bureau(listAreas, { query: { root: other } });
  expect(areas.map(({ name }) => name)).toEqual(['别处二中']);
});

test('a class teacher sees the own class, of a school that is theirs in name only', async () => {
  const teacher = await server.standing('class-teacher', first);
  expect((await teacher(listSchools, {})).schools).toMatchObject([{ id: school, inScope: false }]);
  const { classes } = await teacher(listClasses, { params: { school } });
  expect(classes.map(({ id }) => id)).toEqual([first]);
  const mine = { params: { school, class: first }, body: classBody };
  expect(await refusalOf(teacher(putClass, mine))).toBe('not-permitted');
});

test('a school administrator keeps the own classes, and no other school’s', async () => {
  const keeper = await server.standing('school-officer', school);
  const added = { school, class: randomUUID() };
  await keeper(putClass, { params: added, body: { ...classBody, name: '高三3班' } });
  expect((await keeper(listClasses, { params: { school } })).classes).toHaveLength(3);
  await keeper(removeClass, { params: added });
  expect((await keeper(listClasses, { params: { school } })).classes).toHaveLength(2);
  const elsewhere = { params: { school: other, class: randomUUID() }, body: classBody };
  expect(await refusalOf(keeper(putClass, elsewhere))).toBe('not-found');
  expect((await keeper(listSchools, {})).schools.map(({ id }) => id)).toEqual([school]);
});

test('another town’s officer sees none of it, and changes none', async () => {
  const officer = await server.as('education-officer', 'otherTown');
  expect((await officer(listSchools, {})).schools.map(({ id }) => id)).toEqual([other]);
  expect((await officer(listClasses, { params: { school } })).classes).toEqual([]);
  const moved = { within: server.areas.otherTown, name: '试验中学', boards: true };
  expect(await refusalOf(officer(putSchool, { params: { school }, body: moved }))).toBe(
    'not-found',
  );
  const params = { school, class: first };
  expect(await refusalOf(officer(removeClass, { params }))).toBe('not-found');
});

test('what makes no sense is refused, with its reason', async () => {
  const put = (body: Partial<ClassBody>, params: { school?: string; class?: string } = {}) =>
    refusalOf(
      bureau(putClass, {
        params: { school, class: randomUUID(), ...params },
        body: { ...classBody, ...body },
      }),
    );
  expect(await put({ grade: 9 })).toBe('grade-outside-stage');
  expect(await put({}, { school: other, class: first })).toBe('class-elsewhere');
  expect(await put({}, { class: server.areas.village })).toBe('area-is-no-school');
  await server.standing('class-teacher', second);
  expect(await refusalOf(bureau(removeClass, { params: { school, class: second } }))).toBe(
    'class-in-use',
  );
  expect((await bureau(listClasses, { params: { school } })).classes).toHaveLength(2);
});
