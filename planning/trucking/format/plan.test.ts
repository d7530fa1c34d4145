import { expect, test } from 'vitest';
import { twoVillagesPlan } from '../check/two-villages.fixture.ts';
import type { FormatCode } from './faults.ts';
import { parsePlan, parsePlanText } from './plan.ts';

type Json = Record<string, unknown>;

function put(root: unknown, path: string, value: unknown): void {
  const steps = path.split('/').slice(1);
  const last = steps.pop() ?? '';
  const parent = steps.reduce((at, step) => (at as Json)[step], root) as Json;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
}

const stop = '/routes/0/stops/1';
const patch = '/short/0/remedy/patch';

const refused: [path: string, value: unknown, code: FormatCode, at?: string][] = [
  ['/format', 'water-day/1', 'wrong-format'],
  ['/problem', undefined, 'missing-key'],
  ['/note', 'x', 'unknown-key'],
  ['/routes', {}, 'wrong-type'],
  ['/routes/0/tanker', 1, 'wrong-type'],
  ['/routes/0/stops', undefined, 'missing-key'],
  [`${stop}/kind`, 'rest', 'unknown-kind'],
  [`${stop}/kind`, undefined, 'unknown-kind'],
  [`${stop}/kind`, '__proto__', 'unknown-kind'],
  [stop, [], 'wrong-type'],
  [`${stop}/litres`, -1, 'out-of-range'],
  [`${stop}/litres`, 0.5, 'not-whole'],
  [`${stop}/arrive`, '07:00', 'wrong-type'],
  [`${stop}/finish`, undefined, 'missing-key'],
  [`${stop}/point`, 'east', 'unknown-key'],
  ['/routes/0/stops/0/litres', 0, 'unknown-key'],
  ['/score/metres', -1, 'out-of-range'],
  ['/score/changed', undefined, 'missing-key'],
  ['/score/tiers/0/hardship', Number.NaN, 'out-of-range'],
  ['/score/tiers/0/worst', -0.1, 'out-of-range'],
  ['/short/0/litres', 1.5, 'not-whole'],
  ['/short/0/say/en', undefined, 'missing-key'],
  ['/short/0/say/de', 'x', 'unknown-key'],
  ['/short/0/remedy', null, 'wrong-type'],
  [patch, undefined, 'missing-key'],
  [patch, {}, 'wrong-type'],
  [`${patch}/0/op`, 'merge', 'unknown-operation'],
  [`${patch}/0/path`, 'tankers', 'not-a-pointer'],
  [`${patch}/0/path`, '/a~2', 'not-a-pointer'],
  [`${patch}/0/value`, undefined, 'missing-key'],
  [`${patch}/0/op`, 'copy', 'missing-key', `${patch}/0/from`],
];

test.each(refused)('%s = %j is refused', (path, value, code, at = path) => {
  const plan = twoVillagesPlan();
  put(plan, path, value);
  const parsed = parsePlan(plan);
  expect(parsed.ok ? [] : parsed.faults.map((fault) => [fault.path, fault.code])).toEqual([
    [at, code],
  ]);
});

test.each([
  ['/routes', []],
  ['/routes/0/stops', []],
  ['/short', []],
  ['/score/tiers', []],
  [patch, null],
  [patch, []],
  [`${patch}/0`, { op: 'remove', path: '' }],
  [`${patch}/0`, { op: 'move', from: '/a~1b', path: '/~0' }],
  [`${stop}/litres`, 0],
])('%s = %j is accepted', (path, value) => {
  const plan = twoVillagesPlan();
  put(plan, path, value);
  expect(parsePlan(plan)).toEqual({ ok: true, plan });
});

test('the text of a plan', () => {
  const plan = twoVillagesPlan();
  expect(parsePlanText(JSON.stringify(plan))).toEqual({ ok: true, plan });
  expect(parsePlanText('[')).toMatchObject({ ok: false, faults: [{ code: 'json-syntax' }] });
});
