import { expect, test } from 'vitest';
import type { PromiseRow } from '../promises.ts';
import { oneDay } from './day.fixture.ts';
import { forecast } from './forecast.ts';

const promise = (part: Partial<PromiseRow>): PromiseRow => ({
  id: 'x',
  point: 'p-upper',
  giver: 'tanker:tanker',
  giverName: '洒水1号',
  litres: 3000,
  from: 28_800,
  to: 30_600,
  state: 'made',
  said: { giver: undefined, receiver: undefined },
  ...part,
});

test('the first plan makes a promise of every delivery', () => {
  expect(forecast(oneDay.schedule, [], 0)).toEqual({ made: 3, withdrawn: 0, kept: 0 });
});

test('what was promised just so stays, what is no longer planned is withdrawn', () => {
  const promises = [promise({}), promise({ id: 'y', point: 'p-lower', from: 50_000 })];
  expect(forecast(oneDay.schedule, promises, 0)).toEqual({ made: 2, withdrawn: 1, kept: 1 });
});

test('other litres, another time or another tanker is another promise', () => {
  for (const other of [{ litres: 2999 }, { from: 28_801 }, { giver: 'tanker:other' }]) {
    expect(forecast(oneDay.schedule, [promise(other)], 0)).toEqual({
      made: 3,
      withdrawn: 1,
      kept: 0,
    });
  }
});

test('the past is neither promised nor withdrawn, nor is what somebody has spoken of', () => {
  expect(forecast(oneDay.schedule, [promise({ litres: 1 })], 30_000)).toEqual({
    made: 2,
    withdrawn: 0,
    kept: 0,
  });
  const spoken = promise({ state: 'one-sided', litres: 1 });
  expect(forecast(oneDay.schedule, [spoken], 0)).toEqual({ made: 3, withdrawn: 0, kept: 0 });
});
