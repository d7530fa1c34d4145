import { Commitment } from '@liangbuwu/office/commitments/contract.ts';
import { promiseWithdrawn } from '@liangbuwu/office/commitments/rules.ts';
import { contract } from '@liangbuwu/office/http/contract.ts';
import { id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { beforeResponse, notYet, responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { moreThanItHolds, noDesk, noTank } from '../rules.ts';
import { examples } from './entry.examples.ts';
import { DriverEntry, Entry, KeeperEntry } from './entry.ts';
import { gaugeRunsBackwards, nothingToCorrect, otherEntry } from './rules.ts';

const Recorded = z.strictObject({
  entry: Entry,
  promise: Commitment.nullable().describe('that it speaks of, with what the other side says'),
});
const refusals = [
  notYet,
  beforeResponse,
  gaugeRunsBackwards,
  nothingToCorrect,
  otherEntry,
  promiseWithdrawn,
  noDesk,
  changedMeanwhile,
  responseClosed,
  notFound,
];

export const recordAsDriver = contract({
  id: 'water.record-as-driver',
  method: 'PUT',
  path: '/api/water/driver/entries/:entry',
  summary: say(
    '司机登记：取满、到达、放完、延误、路不通；重复提交只算一次',
    'What a driver records: filled, arrived, emptied, delayed, a way closed; sent twice it counts once',
  ),
  permission: 'water.drive',
  params: z.strictObject({ entry: id }),
  body: DriverEntry,
  output: Recorded,
  errors: refusals,
  example: examples.driver,
});

export const recordAsKeeper = contract({
  id: 'water.record-as-keeper',
  method: 'PUT',
  path: '/api/water/keeper/entries/:entry',
  summary: say(
    '供水点登记：收到多少、水池水位、井干了；重复提交只算一次',
    "What a point's keeper records: received, a tank's level, a dry well; sent twice it counts once",
  ),
  permission: 'water.confirm',
  params: z.strictObject({ entry: id }),
  body: KeeperEntry,
  output: Recorded,
  errors: [...refusals, noTank, moreThanItHolds],
  example: examples.keeper,
});
