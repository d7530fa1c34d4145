import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { id, instant } from '../../http/fields.ts';
import { Say, say } from '../../http/say.ts';
import { notFound } from '../../http/shared-refusals.ts';

/** Shown wherever a figure that was worked out on imported roads is shown. */
export const Attribution = z.strictObject({ text: Say, link: z.url() });
export type Attribution = z.infer<typeof Attribution>;

export const osmAttribution: Attribution = {
  text: say('道路数据 © OpenStreetMap 贡献者（ODbL）', 'Roads © OpenStreetMap contributors (ODbL)'),
  link: 'https://www.openstreetmap.org/copyright',
};

export const Roads = z.strictObject({
  id,
  name: z.string(),
  imported: instant,
  vertices: z.int(),
  edges: z.int(),
  bytes: z.int(),
  inUse: z.boolean().describe('the newest; drive times are worked out on it'),
});
export type Roads = z.infer<typeof Roads>;

const hunan: Roads = {
  id: '5c7c3d58-0b55-4d39-8b38-9d6f6c1b3f41',
  name: 'hunan-latest.osm.pbf',
  imported: '2022-11-01T02:00:00.000Z',
  vertices: 48_210,
  edges: 71_905,
  bytes: 4_318_220,
  inUse: true,
};

export const listRoads = contract({
  id: 'register.list-roads',
  method: 'GET',
  path: '/api/register/roads',
  summary: say('已导入的道路', 'The maps of roads that were imported, the newest first'),
  permission: 'register.read',
  output: z.strictObject({ roads: z.array(Roads), attribution: Attribution }),
  example: { output: { roads: [hunan], attribution: osmAttribution } },
});

export const removeRoads = contract({
  id: 'register.remove-roads',
  method: 'DELETE',
  path: '/api/register/roads/:roads',
  summary: say(
    '删除一份道路数据（须管辖全部辖区）',
    'Remove a map of roads; for those whose scope is the whole tenant',
  ),
  permission: 'register.write',
  params: z.strictObject({ roads: id }),
  output: z.strictObject({}),
  errors: [notFound],
  example: { params: { roads: hunan.id }, output: {} },
});
