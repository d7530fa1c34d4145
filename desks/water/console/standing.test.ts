import { expect, test } from 'vitest';
import { examples } from '../contract.examples.ts';
import type { GapSheet, PointGap, VillageGap } from '../gap.ts';
import { readSheet, standingOf } from './standing.ts';

const { floors } = examples.getGap.output.sheet;

const point = (id: string, part: Partial<PointGap>): PointGap => ({
  id,
  name: id,
  kind: 'village',
  people: 100,
  have: 0,
  need: 2000,
  delivered: 0,
  expected: 0,
  perPerson: 0,
  short: null,
  start: null,
  ...part,
});

const village = (name: string, points: PointGap[]): VillageGap => ({
  area: name,
  name,
  kind: 'village',
  people: points.reduce((sum, { people }) => sum + people, 0),
  animals: 0,
  have: 0,
  need: 0,
  delivered: 0,
  expected: 0,
  perPerson: Math.min(...points.map(({ perPerson }) => perPerson)),
  misses: null,
  points,
});

const short = (tier: string, litres: number): PointGap['short'] => ({
  tier,
  litres,
  because: 'x',
  say: { 'zh-CN': '因', en: 'why' },
  remedy: { 'zh-CN': '法', en: 'how' },
});

const sheetOf = (villages: VillageGap[]): GapSheet => ({
  ...examples.getGap.output.sheet,
  villages,
});

test('the plan’s own word counts before the figures', () => {
  expect(standingOf(point('a', { perPerson: 19, short: short('basic', 1) }), floors)).toBe('basic');
  expect(standingOf(point('b', { perPerson: 20, expected: 2000 }), floors)).toBe('enough');
});

test('a point that no plan speaks of stands where its own wells put it', () => {
  expect(standingOf(point('a', { perPerson: 7.4 }), floors)).toBe('survival');
  expect(standingOf(point('b', { perPerson: 7.5 }), floors)).toBe('basic');
  expect(standingOf(point('c', { perPerson: 15 }), floors)).toBe('full');
  expect(standingOf(point('d', { perPerson: 0, need: 0 }), floors)).toBe('enough');
  expect(standingOf(point('e', { people: 0, need: 0 }), floors)).toBe('enough');
});

test('a litre lost to rounding is no shortage', () => {
  expect(standingOf(point('a', { expected: 1999, perPerson: 19.9 }), floors)).toBe('enough');
  expect(standingOf(point('b', { expected: 1998, perPerson: 19.9 }), floors)).toBe('full');
});

test('villages come worst first, and each floor counts those below a lower one too', () => {
  const view = readSheet(
    sheetOf([
      village('fine', [point('f1', { expected: 2000, perPerson: 20 })]),
      village('thirsty', [
        point('t1', { expected: 1600, perPerson: 16, short: short('full', 400) }),
        point('t2', { people: 60, expected: 300, perPerson: 5, short: short('survival', 150) }),
      ]),
      village('lean', [point('l1', { expected: 1000, perPerson: 10, short: short('basic', 500) })]),
    ]),
  );
  expect(view.villages.map(({ name, standing }) => [name, standing])).toEqual([
    ['thirsty', 'survival'],
    ['lean', 'basic'],
    ['fine', 'enough'],
  ]);
  expect(view.villages[0]?.points.map(({ id }) => id)).toEqual(['t2', 't1']);
  expect(
    view.below.map(({ tier, villages, people }) => [tier.name, villages.length, people]),
  ).toEqual([
    ['survival', 1, 60],
    ['basic', 2, 160],
    ['full', 2, 260],
  ]);
});

test('the one named first is the shortest of the worst floor, not the loudest of a milder one', () => {
  const view = readSheet(
    sheetOf([
      village('a', [point('a1', { perPerson: 10, short: short('basic', 9000) })]),
      village('b', [
        point('b1', { perPerson: 6, short: short('survival', 100) }),
        point('b2', { perPerson: 5, short: short('survival', 40) }),
      ]),
    ]),
  );
  expect(view.shortest?.point.id).toBe('b1');
  expect(readSheet(sheetOf([])).shortest).toBeUndefined();
});

test('a point stands where the floors of its kind put it, and animals are not counted among people', () => {
  const kinds = {
    ...floors,
    kinds: {
      clinic: { litres: { perHead: [40, 40, 60], source: 's' }, weight: null },
      livestock: { litres: { perHead: [0, 20, 30], source: 's' }, weight: null },
    },
  };
  const clinic = point('c', { kind: 'clinic', people: 10, need: 600, perPerson: 45 });
  const herd = point('h', { kind: 'livestock', people: 30, need: 900, perPerson: 10 });
  expect(standingOf(clinic, kinds)).toBe('full');
  expect(standingOf(herd, kinds)).toBe('basic');
  const served = point('v', { expected: 2000, perPerson: 20 });
  const view = readSheet({
    ...sheetOf([village('a', [served, clinic, herd])]),
    floors: kinds,
  });
  expect(view.villages[0]?.standing).toBe('full');
  expect(view.below.map(({ people, general }) => [people, general])).toEqual([
    [0, true],
    [0, true],
    [10, false],
  ]);
  expect(view.animalsShort).toBe(30);
});
