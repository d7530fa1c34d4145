import { contract } from '@liangbuwu/office/http/contract.ts';
import { id, instant } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';

/** By which code anybody opens a point's page; null where none has been given yet. */
export const PointCode = z.strictObject({
  point: id,
  name: z.string(),
  area: id,
  village: z.string(),
  code: z.string().length(8).nullable(),
  given: instant.nullable(),
});
export type PointCode = z.infer<typeof PointCode>;

const example: PointCode = {
  point: '4b5f1c6e-0a3d-4c0e-9b53-2f6a1f2b7c11',
  name: '白壁村3组',
  area: '9a1c4b49-9d1e-4f5f-8a0b-7b110c1f5f0a',
  village: '白壁村',
  code: 'ACDE3467',
  given: '2022-11-09T22:00:00.000Z',
};
const desk = '0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10';

export const listPointCodes = contract({
  id: 'water.point-codes',
  method: 'GET',
  path: '/api/water/point-codes',
  summary: say('各供水点的公开编号', 'The public code of every point'),
  permission: 'water.read',
  query: z.strictObject({ area: id.describe('the town whose desk plans them') }),
  output: z.strictObject({ points: z.array(PointCode) }),
  example: { query: { area: desk }, output: { points: [example] } },
});

export const givePointCodes = contract({
  id: 'water.give-point-codes',
  method: 'POST',
  path: '/api/water/point-codes',
  summary: say(
    '给还没有编号的供水点编号',
    'Give every point that has none a public code; those that have one keep it',
  ),
  permission: 'water.write',
  body: z.strictObject({ area: id }),
  output: z.strictObject({ points: z.array(PointCode) }),
  errors: [notFound],
  example: { body: { area: desk }, output: { points: [example] } },
});

export const renewPointCode = contract({
  id: 'water.renew-point-code',
  method: 'POST',
  path: '/api/water/points/:point/code',
  summary: say(
    '换一个公开编号：旧海报上的从此打不开',
    'Give a point another code: the one on its old poster opens nothing from now on',
  ),
  permission: 'water.write',
  params: z.strictObject({ point: id }),
  body: z.strictObject({ replaces: z.string().length(8).describe('the code that was seen') }),
  output: PointCode,
  errors: [changedMeanwhile, notFound],
  example: { params: { point: example.point }, body: { replaces: 'ACDE3469' }, output: example },
});
