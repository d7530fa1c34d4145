import { expect, test } from 'vitest';
import { PlanSettings } from './cast.ts';
import { averaged, floorsFor, kindOf, lastFloor, weightOfKind } from './kinds.ts';
import { toBring, toPeople } from './losses.ts';
import { floors as plain } from './testing/small-day.ts';
import { withKinds } from './testing/with-kinds.ts';
import { Floors } from './water.ts';

const figures = (floors: Floors) => floors.tiers.map(({ litresPerPerson }) => litresPerPerson);

test('a kind has its own litres with their source, and its own weight; where it has none it is as a village', () => {
  expect(figures(floorsFor('clinic', withKinds))).toEqual([40, 40, 60]);
  expect(floorsFor('clinic', withKinds).tiers[0]?.source).toBe('beds');
  expect(floorsFor('elderly-home', withKinds)).toBe(withKinds);
  expect(floorsFor('village', withKinds)).toBe(withKinds);
  expect(floorsFor('school', plain)).toBe(plain);
  expect(lastFloor('livestock', withKinds)).toBe(30);
  expect(
    (['village', 'clinic', 'school', 'elderly-home', 'livestock'] as const).map((kind) =>
      weightOfKind(kind, withKinds),
    ),
  ).toEqual([1, 3, 1, 2, 0.5]);
});

test('only those who are held against the same floors are averaged, and animals never beside people', () => {
  const of = (...kinds: Parameters<typeof weightOfKind>[0][]) =>
    averaged(
      kinds.map((kind) => ({ kind })),
      () => withKinds,
    ).map(({ kind }) => kind);
  expect(of('village', 'clinic', 'elderly-home', 'livestock')).toEqual(['village', 'elderly-home']);
  expect(of('clinic', 'livestock')).toEqual(['clinic']);
  expect(of('livestock')).toEqual(['livestock']);
  expect(kindOf([{ kind: 'clinic' }, { kind: 'clinic' }])).toBe('clinic');
  expect(kindOf([{ kind: 'clinic' }, { kind: 'school' }])).toBe('village');
  expect(kindOf([])).toBe('village');
});

test('floors and plans that were kept before there were kinds and losses still read', () => {
  const { kinds: _, ...old } = plain;
  expect(Floors.parse(old)).toEqual(plain);
  const id = '4b7d1e93-6c2f-4d18-a5e0-7f9c3b2a1d21';
  const settings = {
    seconds: 1,
    seed: 1,
    cast: { shifts: {}, points: { p: { area: id, name: 'p' } }, villages: {}, floors: 'test/1' },
  };
  expect(PlanSettings.parse(settings).cast).toMatchObject({
    lossPercent: 0,
    points: { p: { kind: 'village' } },
  });
});

test('a kind’s figures ascend, and none is below nothing', () => {
  const of = (perHead: number[]) =>
    Floors.safeParse({
      ...plain,
      kinds: { clinic: { litres: { perHead, source: 's' }, weight: null } },
    }).success;
  expect(of([0, 20, 30])).toBe(true);
  expect(of([40, 20, 30])).toBe(false);
  expect(of([-1, 20, 30])).toBe(false);
  expect(of([20, 30])).toBe(false);
});

test('what is brought for people reaches them', () => {
  expect(toBring(1900, 5)).toBe(2000);
  expect(toPeople(2000, 5)).toBe(1900);
  expect([toBring(1900, 0), toPeople(1900, 0)]).toEqual([1900, 1900]);
});
