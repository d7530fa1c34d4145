import { expect, test } from 'vitest';
import {
  hrefOf,
  readDeskSearch,
  readNoticeSearch,
  readPlanSearch,
  readStationSearch,
} from './search.ts';

const area = '0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10';

test('an address keeps what makes sense and drops the rest', () => {
  expect(readDeskSearch({ area, day: '2022-11-10', response: 'nothing', more: 1 })).toEqual({
    area,
    day: '2022-11-10',
  });
  expect(readDeskSearch({ day: '2022-13-45', area: 7 })).toEqual({});
  expect(readPlanSearch({ plan: area, day: '2022-11-10' })).toEqual({
    plan: area,
    day: '2022-11-10',
  });
});

test('which siting is looked at is kept, and dropped where it is none', () => {
  expect(readStationSearch({ siting: area, area })).toEqual({ siting: area, area });
  expect(readStationSearch({ siting: 'latest' })).toEqual({});
});

test('notices are for villages unless the drivers are asked for, and of one where it is named', () => {
  expect(readNoticeSearch({ by: 'driver', only: area, plan: area })).toEqual({
    by: 'driver',
    only: area,
    plan: area,
  });
  expect(readNoticeSearch({ by: 'everybody', only: 'all' })).toEqual({});
});

test('a link carries desk and day along, without what is not set', () => {
  expect(hrefOf('/water/plan', { area, day: '2022-11-10' })).toBe(
    `/water/plan?area=${area}&day=2022-11-10`,
  );
  expect(hrefOf('/water', {})).toBe('/water');
});
