import { needs } from '@liangbuwu/trucking/check/need.ts';
import { parseProblem } from '@liangbuwu/trucking/format/problem.ts';
import { describe, expect, test } from 'vitest';
import { needOf } from './gap.ts';
import { dayProblem, servedBy } from './plan.ts';
import { spans } from './spans.ts';
import { at, plan, problem, rows, source, tanker } from './testing/small-day.ts';
import { kindPoint, withKinds } from './testing/with-kinds.ts';

test('a day of rows is a valid problem', () => {
  expect(parseProblem(problem)).toMatchObject({ ok: true });
});

test('shifts that follow on each other are one route, named by the first', () => {
  expect(spans(tanker.shifts)).toEqual([{ id: 'early', from: 25200, to: 86400 }]);
  const [early, late] = [
    { id: 'a', driver: '', from: 0, to: 100 },
    { id: 'b', driver: '', from: 200, to: 300 },
  ];
  expect(spans([late, early])).toHaveLength(2);
});

describe('what is out of use', () => {
  const since = '2022-11-10T04:00:00.000Z';

  test('a source closed in the day keeps the hours before', () => {
    const closed = { ...source, state: 'closed' as const, since };
    expect(dayProblem({ ...rows, sources: [closed] }, at).sources[0]?.open).toEqual([
      [25200, 43200],
    ]);
  });

  test('a source closed before the day, or whose consent has ended, opens never', () => {
    const early = { ...at, secondOf: () => 0 };
    const closed = { ...source, state: 'closed' as const, since };
    expect(dayProblem({ ...rows, sources: [closed] }, early).sources[0]?.open).toEqual([]);
    const ended = { ...source, consentUntil: '2022-11-09' };
    expect(dayProblem({ ...rows, sources: [ended] }, at).sources[0]?.open).toEqual([]);
  });

  test('consent holds on its last day', () => {
    const last = { ...source, consentUntil: '2022-11-10' };
    expect(dayProblem({ ...rows, sources: [last] }, at).sources[0]?.open).toEqual(source.open);
  });

  test('a tanker is out from the second it was taken out', () => {
    const out = { ...tanker, state: 'out' as const, since };
    expect(dayProblem({ ...rows, tankers: [out] }, at).tankers[0]?.out).toBe(43200);
  });

  test('a sprinkler is barred until it has been disinfected; a tanker is not', () => {
    const dirty = { ...tanker, disinfectedOn: null };
    expect(dayProblem({ ...rows, tankers: [dirty] }, at).tankers[0]?.out).toBe(0);
    const tomorrow = { ...tanker, disinfectedOn: '2022-11-11' };
    expect(dayProblem({ ...rows, tankers: [tomorrow] }, at).tankers[0]?.out).toBe(0);
    expect(
      dayProblem({ ...rows, tankers: [{ ...dirty, kind: 'tanker' }] }, at).tankers[0]?.out,
    ).toBeUndefined();
  });
});

test('what each point gets, and why one gets no more', () => {
  const served = servedBy(problem, plan);
  expect(served.get('p')).toEqual({ delivered: 2000, expected: 2000, short: null });
  expect(served.get('q')).toMatchObject({
    delivered: 1000,
    expected: 1000,
    short: { tier: 'basic', litres: 1000 },
  });
});

describe('kinds and losses', () => {
  const points = [
    kindPoint('village', 'p', 'north', 100),
    { ...kindPoint('clinic', 'q', 'south', 12, 150), place: 'place-q', weight: 1.5 },
  ];
  const day = { ...rows, floors: withKinds, points };

  test('a kind has figures of its own in the problem, and its weight times the point’s', () => {
    const [village, clinic] = dayProblem(day, at).points;
    expect(village).not.toHaveProperty('litresPerPerson');
    expect(clinic).toMatchObject({ litresPerPerson: [40, 40, 60], weight: 4.5, have: 150 });
    expect(parseProblem(dayProblem(day, at))).toMatchObject({ ok: true });
  });

  test('without losses the problem is what it was', () => {
    expect(problem.tiers.map(({ litresPerPerson }) => litresPerPerson)).toEqual([7.5, 15, 20]);
    expect(problem.points.map(({ have }) => have)).toEqual([0, 1000]);
  });

  test.each([5, 10, 33.3, 50])('with %s % lost so much more is brought', (lossPercent) => {
    const lossy = dayProblem({ ...day, desk: { ...day.desk, lossPercent } }, at);
    expect(parseProblem(lossy)).toMatchObject({ ok: true });
    const litres = [20, 60];
    points.forEach((point, i) => {
      const [one] = lossy.points.filter(({ id }) => id === point.id);
      const need = (one && needs(lossy, one).at(-1)) ?? 0;
      const reach = (need * (100 - lossPercent)) / 100;
      const wanted = needOf(point, litres[i] ?? 0);
      expect(reach).toBeGreaterThanOrEqual(wanted - 1e-6);
      expect(reach).toBeLessThan(wanted + 2);
    });
  });

  test('of what is delivered people have what is not spilled, whole litres', () => {
    const served = servedBy(problem, plan, undefined, 5);
    expect(served.get('p')).toMatchObject({ delivered: 2000, expected: 1900 });
    expect(served.get('q')).toMatchObject({ delivered: 1000, expected: 950 });
  });
});
