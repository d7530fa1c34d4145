import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';
import { examples } from './contract.examples.ts';
import { noDesk } from './rules.ts';
import { Since } from './since-sheet.ts';

const { query, output } = examples.getGap;
const [village] = output.sheet.villages;
const by = '古岳峰镇供水专干';

export const getSince = contract({
  id: 'water.since',
  method: 'GET',
  path: '/api/water/since',
  summary: say(
    '昨天以来：比上一个发布了计划的日子，变了什么',
    'Since yesterday: what is not as it was on the last published day before',
  ),
  permission: 'water.read',
  query: z.strictObject({
    response: id,
    area: id,
    day,
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: Since,
  errors: [noDesk, notFound],
  example: {
    query: { ...query, limit: 8 },
    output: {
      before: { day: '2022-11-09', publishedAt: '2022-11-08T22:01:00.000Z' },
      published: true,
      lines: [
        {
          kind: 'village',
          area: village?.area ?? query.area,
          name: village?.name ?? '',
          people: 1126,
          before: 9.1,
          after: 7.2,
          missed: 'survival',
          reached: null,
        },
        {
          kind: 'turned',
          of: 'source',
          id: examples.setSourceState.params.source,
          name: '三门水厂',
          to: 'off',
          reason: '交通管控',
          at: '2022-11-09T04:00:00.000Z',
          by,
        },
        {
          kind: 'registered',
          of: 'shift',
          deed: 'added',
          names: ['洒水4号 · 司机丁'],
          count: 1,
          at: '2022-11-09T05:00:00.000Z',
          by,
        },
      ],
      total: 3,
    },
  },
});
