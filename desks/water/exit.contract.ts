import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id, text } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { examples } from './contract.examples.ts';
import {
  CostFigure,
  type CostName,
  CostValue,
  costNames,
  FigureName,
  notRegistered,
} from './cost-figures.ts';
import { Exit, exitOf, Trucked } from './exit.ts';
import { countedWhen, mustBeAboveZero, noDesk, noShareAboveAll, sourceNeeded } from './rules.ts';

const { response, area, day: today } = examples.getDay.query;
const figure = {
  figure: 'kilometre',
  value: 4.5,
  source: '镇财政所 2022 年用车台账',
  invented: true,
  on: null,
  version: 1,
  at: '2022-11-09T22:00:00.000Z',
  by: '古岳峰镇供水专干',
} satisfies CostFigure;
const trucked = {
  days: 1,
  from: today,
  to: today,
  kilometres: 214.3,
  hours: 61.5,
  filled: 92.4,
  delivered: 92.4,
};
const nothing = Object.fromEntries(costNames.map((name) => [name, null])) as Record<CostName, null>;

export const getExit = contract({
  id: 'water.exit',
  method: 'GET',
  path: '/api/water/exit',
  summary: say(
    '退出：送水每月多少钱，替代它的集中供水站每月多少钱',
    'The exit: what trucking costs a month beside the station that would replace it',
  ),
  permission: 'water.read',
  query: z.strictObject({
    response: id,
    area: id,
    day: day.describe('published days up to this one count'),
  }),
  output: z.strictObject({
    figures: z.array(CostFigure).length(costNames.length),
    trucked: Trucked.nullable().describe('null: no day is published yet'),
    exit: Exit,
  }),
  errors: [noDesk, notFound],
  example: {
    query: { response, area, day: today },
    output: {
      figures: costNames.map((name) => (name === figure.figure ? figure : notRegistered(name))),
      trucked,
      exit: exitOf(trucked, { ...nothing, kilometre: 4.5 }),
    },
  },
});

export const putCost = contract({
  id: 'water.put-cost',
  method: 'PUT',
  path: '/api/water/desks/:area/costs/:figure',
  summary: say(
    '登记送水台的一项费用数字，附出处；旧的留存',
    'Register one cost figure of a desk, with its source; the former ones are kept',
  ),
  permission: 'water.write',
  params: z.strictObject({ area: id, figure: FigureName }),
  body: z.strictObject({
    response: id,
    value: CostValue.nullable().describe('null: it is not known after all'),
    source: text(200).default('').describe('where it comes from; no names'),
    invented: z.boolean().default(false),
    on: day.nullable().default(null).describe('when a stock was counted'),
    version: z.int().min(0).max(2_147_483_647).describe('the one that was seen; 0: none'),
  }),
  output: CostFigure,
  errors: [
    sourceNeeded,
    mustBeAboveZero,
    noShareAboveAll,
    countedWhen,
    noDesk,
    changedMeanwhile,
    responseClosed,
    notFound,
  ],
  example: {
    params: { area, figure: figure.figure },
    body: {
      response,
      value: 4.5,
      source: figure.source,
      invented: true,
      version: 0,
    },
    output: figure,
  },
});
