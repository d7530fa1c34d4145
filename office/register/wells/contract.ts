import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { id, instant, litres, text, version } from '../../http/fields.ts';
import { say } from '../../http/say.ts';
import { changedMeanwhile, notFound } from '../../http/shared-refusals.ts';
import { responseClosed } from '../../responses/rules.ts';
import { after, limit } from '../cursor.ts';
import { WellState, wellStateAhead, wellStateBefore, wellStateSame } from './states.ts';

export const WellKind = z
  .enum(['household', 'village', 'station'])
  .describe('one household, a village, or a supply station with taps');
export type WellKind = z.infer<typeof WellKind>;

export const Well = z.strictObject({
  id,
  area: id,
  place: id,
  name: z.string(),
  kind: WellKind,
  depthMetres: z.number().nullable(),
  yieldLitresPerDay: litres.nullable().describe('what it gives when it flows; null: not measured'),
  state: WellState,
  reason: z.string(),
  since: instant,
  invented: z.boolean(),
  version,
});
export type Well = z.infer<typeof Well>;

const WellFields = z.strictObject({
  area: id,
  place: id,
  name: text(100, 1),
  kind: WellKind,
  depthMetres: z.number().positive().lt(5000).nullable().default(null),
  yieldLitresPerDay: litres.nullable().default(null),
  invented: z.boolean().default(false),
});
export type WellFields = z.infer<typeof WellFields>;

export const WellChange = z.strictObject({
  number: z.int().describe('1 is the state in which the well was registered'),
  from: WellState.nullable(),
  to: WellState,
  reason: z.string(),
  since: instant.describe('when it happened, as was said'),
  recorded: instant,
  by: z.strictObject({ account: id, name: z.string() }),
});
export type WellChange = z.infer<typeof WellChange>;

const station: Well = {
  id: '2a7d9c14-64a1-4f1c-8a52-6d2b7f0e4c31',
  area: '9a1c4b49-9d1e-4f5f-8a0b-7b110c1f5f0a',
  place: '4b5f1c6e-0a3d-4c0e-9b53-2f6a1f2b7c11',
  name: '白壁村1号供水站',
  kind: 'station',
  depthMetres: 60,
  yieldLitresPerDay: 9000,
  state: 'low',
  reason: '连续抽水后水位下降',
  since: '2022-11-09T10:00:00.000Z',
  invented: true,
  version: 2,
};
const params = z.strictObject({ well: id });

export const listWells = contract({
  id: 'register.list-wells',
  method: 'GET',
  path: '/api/register/wells',
  summary: say('水井一览', 'The wells in your areas, by name'),
  permission: 'register.read',
  query: z.strictObject({
    area: id.optional().describe('only in this area and below it'),
    place: id.optional(),
    state: WellState.optional(),
    after,
    limit,
  }),
  output: z.strictObject({ wells: z.array(Well), next: z.string().nullable() }),
  example: { query: { state: 'low' }, output: { wells: [station], next: null } },
});

export const listWellChanges = contract({
  id: 'register.list-well-changes',
  method: 'GET',
  path: '/api/register/wells/:well/states',
  summary: say('一口井的状态变化', "A well's states, the latest first"),
  permission: 'register.read',
  params,
  output: z.strictObject({ changes: z.array(WellChange) }),
  errors: [notFound],
  example: {
    params: { well: station.id },
    output: {
      changes: [
        {
          number: 2,
          from: 'flowing',
          to: 'low',
          reason: station.reason,
          since: station.since,
          recorded: '2022-11-09T10:20:00.000Z',
          by: { account: '0b3d8bcc-3a6c-4d35-8a4d-1e3f0b3f6a02', name: '白壁村包村干部' },
        },
      ],
    },
  },
});

export const putWell = contract({
  id: 'register.put-well',
  method: 'PUT',
  path: '/api/register/wells/:well',
  summary: say(
    '登记或修改水井（状态另行变更）',
    'Register a well or change it, its state excepted; again with the same content it changes nothing',
  ),
  permission: 'register.write',
  params,
  body: WellFields.extend({
    first: z
      .strictObject({ state: WellState, reason: text(200), since: instant })
      .describe('its state when it is registered; of a well that is there it is not read'),
    response: id
      .optional()
      .describe('the response that it is registered in: its clock then says what time it is'),
    version: version
      .optional()
      .describe('the version that was changed; left out: whatever is there'),
  }),
  output: Well,
  errors: [notFound, changedMeanwhile, responseClosed, wellStateAhead],
  example: {
    params: { well: station.id },
    body: {
      area: station.area,
      place: station.place,
      name: station.name,
      kind: 'station',
      first: { state: 'flowing', reason: '新打井', since: '2022-10-20T00:00:00+08:00' },
    },
    output: station,
  },
});

export const changeWellState = contract({
  id: 'register.change-well-state',
  method: 'POST',
  path: '/api/register/wells/:well/state',
  summary: say('变更水井状态', "Change a well's state, with the reason"),
  permission: 'register.write',
  params,
  body: z.strictObject({
    from: WellState.describe('the state that was seen; refused where it is another by now'),
    to: WellState,
    reason: text(200, 1),
    since: instant.optional().describe('when it happened; left out: now'),
    response: id
      .optional()
      .describe('the response that it is reported in: its clock then says what time it is'),
  }),
  output: Well,
  errors: [
    notFound,
    changedMeanwhile,
    responseClosed,
    wellStateSame,
    wellStateAhead,
    wellStateBefore,
  ],
  example: {
    params: { well: station.id },
    body: { from: 'flowing', to: 'low', reason: station.reason },
    output: station,
  },
});
