import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id, instant, litres } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { examples } from './contract.examples.ts';
import { Fortnight, type FortnightDay } from './fortnight-sheet.ts';
import { moreThanItHolds, noDesk, noTank } from './rules.ts';

const { response, area } = examples.getDay.query;
const [point] = examples.getDay.output.points;
const village = point?.area ?? area;

const unknown: FortnightDay = {
  perPerson: null,
  basis: 'unknown',
  below: null,
  peopleDry: 0,
  differing: 0,
};
const wet: FortnightDay = { ...unknown, perPerson: 15, basis: 'promised', below: 'full' };
const days = Array.from({ length: 14 }, (_, at) => (at < 13 ? unknown : wet));
const dates = Array.from({ length: 14 }, (_, at) =>
  new Date(Date.UTC(2022, 9, 28 + at)).toISOString().slice(0, 10),
);
const none = { days: 0, unknown: 0, from: null, to: null, goesOn: false };
const row = { name: '白壁村', kind: 'village' as const, days, dry: none, mean: 15, known: 1 };

export const getFortnight = contract({
  id: 'water.fortnight',
  method: 'GET',
  path: '/api/water/fortnight',
  summary: say(
    '半月表：各村每天人均几升、怎么知道的、连续缺水最长几天',
    'The fortnight: litres a person by village and day, how that is known, and the longest dry spell',
  ),
  permission: 'water.read',
  query: z.strictObject({ response: id, area: id, day: day.describe('the last of the days') }),
  output: Fortnight,
  errors: [noDesk, notFound],
  example: {
    query: { response, area, day: '2022-11-10' },
    output: {
      floors: examples.getDay.output.floors,
      days: dates,
      villages: [
        {
          area: village,
          ...row,
          points: [{ id: point?.id ?? village, ...row, name: '白壁村3组' }],
        },
      ],
      total: {
        days: days.map((one, at) => ({ ...one, villages: at < 13 ? 0 : 1, villagesDry: 0 })),
        mean: 15,
        known: 1,
        peopleDaysDry: 0,
      },
    },
  },
});

export const measureTank = contract({
  id: 'water.measure-tank',
  method: 'PUT',
  path: '/api/water/points/:point/readings/:reading',
  summary: say(
    '登记村级水池现在的水位；重复提交只算一次',
    'Record what stands in a village tank now; sent twice it counts once',
  ),
  permission: 'water.measure',
  params: z.strictObject({ point: id, reading: id }),
  body: z.strictObject({ response: id, litres }),
  output: z.strictObject({ litres, at: instant }),
  errors: [noTank, moreThanItHolds, noDesk, changedMeanwhile, responseClosed, notFound],
  example: {
    params: { point: point?.id ?? village, reading: '1f2e3d4c-5b6a-4798-8a7b-6c5d4e3f2a30' },
    body: { response, litres: 3200 },
    output: { litres: 3200, at: '2022-11-09T22:00:00.000Z' },
  },
});
