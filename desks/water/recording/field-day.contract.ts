import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';
import { examples } from './field-day.examples.ts';
import { DriverDay, KeeperDay } from './field-day.ts';

export const getDriverDays = contract({
  id: 'water.driver-days',
  method: 'GET',
  path: '/api/water/driver/days',
  summary: say(
    '司机今天的路线：各送水台各一份，足够全天离线使用',
    "A driver's day at each desk within reach, complete enough to work without signal",
  ),
  permission: 'water.drive',
  query: z.strictObject({
    tanker: id.optional().describe('only its stops and entries'),
    day: day.optional().describe("default: the response's today"),
  }),
  output: z.strictObject({ days: z.array(DriverDay) }),
  example: examples.driverDays,
});

export const getKeeperDays = contract({
  id: 'water.keeper-days',
  method: 'GET',
  path: '/api/water/keeper/days',
  summary: say(
    '供水点今天等着什么水、收到了什么',
    'What the points within reach are promised today, and what came',
  ),
  permission: 'water.confirm',
  query: z.strictObject({ day: day.optional().describe("default: the response's today") }),
  output: z.strictObject({ days: z.array(KeeperDay) }),
  example: examples.keeperDays,
});
