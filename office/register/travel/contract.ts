import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { id, instant, text } from '../../http/fields.ts';
import { say } from '../../http/say.ts';
import { notFound } from '../../http/shared-refusals.ts';
import { responseClosed } from '../../responses/rules.ts';
import { Attribution, osmAttribution } from '../roads/contract.ts';
import { samePlace, tooFast, travelElsewhere } from './rules.ts';

export const Basis = z
  .enum(['edited', 'roads', 'estimated'])
  .describe(
    'edited: put right by somebody; roads: on the imported roads; estimated: straight line, shown as 估算',
  );
export type Basis = z.infer<typeof Basis>;

const row = <T extends z.ZodType>(of: T) => z.array(z.array(of));

export const TravelMatrix = z.strictObject({
  seconds: row(z.int().nullable()).describe(
    '[from][to], in the order asked for; null: no way through',
  ),
  metres: row(z.int().nullable()),
  basis: row(Basis),
  attribution: Attribution.nullable().describe('to be shown wherever a figure of basis `roads` is'),
});
export type TravelMatrix = z.infer<typeof TravelMatrix>;

export const TravelEdit = z.strictObject({
  from: z.strictObject({ place: id, name: z.string() }),
  to: z.strictObject({ place: id, name: z.string() }),
  way: z
    .strictObject({ seconds: z.int(), metres: z.int() })
    .nullable()
    .describe('null: closed, no way through'),
  reason: z.string(),
  by: z.strictObject({ account: id, name: z.string() }),
  at: instant,
});
export type TravelEdit = z.infer<typeof TravelEdit>;

const sanmen = 'f3a0d1c2-9a1c-4b49-8d1e-0c1f5f0a7b51';
const baibi = '4b5f1c6e-0a3d-4c0e-9b53-2f6a1f2b7c11';
const params = z.strictObject({ from: id, to: id });

export const readTravel = contract({
  id: 'register.read-travel',
  method: 'POST',
  path: '/api/register/travel/matrix',
  summary: say('几个地点之间的路程', 'Drive times and ways between places, each to each'),
  permission: 'register.read',
  body: z.strictObject({
    places: z.array(id).min(1).max(200),
    vehicle: z.enum(['truck', 'car']).default('truck').describe('on imported roads'),
  }),
  output: TravelMatrix,
  errors: [notFound],
  example: {
    body: { places: [sanmen, baibi] },
    output: {
      seconds: [
        [0, 1410],
        [1380, 0],
      ],
      metres: [
        [0, 11_800],
        [11_800, 0],
      ],
      basis: [
        ['edited', 'roads'],
        ['estimated', 'edited'],
      ],
      attribution: osmAttribution,
    },
  },
});

export const listTravelEdits = contract({
  id: 'register.list-travel-edits',
  method: 'GET',
  path: '/api/register/travel/edits',
  summary: say('修改过的路程', 'The drive times that somebody has put right, the latest first'),
  permission: 'register.read',
  query: z.strictObject({ place: id.optional().describe('only from or to this place') }),
  output: z.strictObject({ edits: z.array(TravelEdit) }),
  example: {
    query: {},
    output: {
      edits: [
        {
          from: { place: sanmen, name: '三门水厂' },
          to: { place: baibi, name: '白壁村3组供水点' },
          way: null,
          reason: '疫情交通管制，道路封闭',
          by: { account: '0b3d8bcc-3a6c-4d35-8a4d-1e3f0b3f6a02', name: '古岳峰镇供水专干' },
          at: '2022-11-09T22:00:00.000Z',
        },
      ],
    },
  },
});

export const putTravelEdit = contract({
  id: 'register.put-travel-edit',
  method: 'PUT',
  path: '/api/register/travel/:from/:to',
  summary: say(
    '修改或封闭一段路程',
    'Put a drive time right, or close the way; it counts before roads and estimates',
  ),
  permission: 'register.write',
  params,
  body: z.strictObject({
    way: z
      .strictObject({
        seconds: z.int().min(0).max(86_400),
        metres: z.int().min(0).max(1_000_000),
      })
      .nullable()
      .describe('null: closed, no way through'),
    reason: text(200, 1),
    bothWays: z.boolean().default(false),
    response: id
      .optional()
      .describe('the response that it is reported in: its clock then says what time it is'),
  }),
  output: z.strictObject({}),
  errors: [notFound, responseClosed, samePlace, tooFast, travelElsewhere],
  example: {
    params: { from: sanmen, to: baibi },
    body: { way: { seconds: 1500, metres: 12_400 }, reason: '实际跑过', bothWays: true },
    output: {},
  },
});

export const removeTravelEdit = contract({
  id: 'register.remove-travel-edit',
  method: 'DELETE',
  path: '/api/register/travel/:from/:to',
  summary: say('撤销对一段路程的修改', 'Take an edit back: roads or the estimate count again'),
  permission: 'register.write',
  params,
  output: z.strictObject({}),
  errors: [notFound, travelElsewhere],
  example: { params: { from: sanmen, to: baibi }, output: {} },
});
