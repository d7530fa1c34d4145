import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';
import { examples as days } from '../contract.examples.ts';
import { emptiedEntry, oneSided } from '../recording/entry.examples.ts';
import { noDesk } from '../rules.ts';
import { BoardSheet } from './board-sheet.ts';

const { getDay, publishPlan } = days;
const [tanker] = getDay.output.tankers;
const [point] = getDay.output.points;
const of = { point: point?.id ?? '', name: point?.name ?? '', village: '白壁村' };

export const getBoard = contract({
  id: 'water.board',
  method: 'GET',
  path: '/api/water/board',
  summary: say(
    '执行看板：谁还没有水、哪一趟晚了、哪个数字对不上',
    'The day as it is carried out: who has nothing yet, what is late, which figures cannot be',
  ),
  permission: 'water.board',
  query: z.strictObject({ response: id, area: id, day }),
  output: BoardSheet,
  errors: [noDesk, notFound],
  example: {
    query: getDay.query,
    output: {
      now: '2022-11-10T02:00:00.000Z',
      plan: {
        id: publishPlan.params.plan,
        version: 1,
        publishedAt: '2022-11-09T22:01:00.000Z',
        by: '古岳峰镇供水专干',
      },
      totals: { promised: 4000, due: 4000, came: 4000, verified: 0 },
      unserved: [],
      promises: [
        {
          ...of,
          promise: oneSided,
          standing: 'waits-for-second-key',
          litres: 4000,
          minutes: null,
        },
      ],
      flags: [
        {
          code: 'chlorine-out-of-range',
          entries: [emptiedEntry.id],
          promise: emptiedEntry.promise,
          tanker: emptiedEntry.tanker,
          point: emptiedEntry.point,
          source: null,
          say: say(
            '余氯 0.1 mg/L，应在 0.2–2 之间。',
            'Free chlorine is 0.1 mg/L; 0.2–2 is right.',
          ),
        },
      ],
      reports: [],
      drivers: [
        {
          tanker: tanker?.id ?? '',
          name: tanker?.name ?? '',
          accepted: true,
          last: emptiedEntry,
          behind: null,
        },
      ],
    },
  },
});
