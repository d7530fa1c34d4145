import { contract } from '@liangbuwu/office/http/contract.ts';
import { id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';

/** A place whose points are planned for another number of people than its households have. */
export const DifferingPoint = z.strictObject({
  place: id,
  name: z.string().describe("its point's name; of several, all of them"),
  area: id,
  village: z.string(),
  planned: z.int().describe('people that plans count here'),
  registered: z.int().describe('people of its households'),
  households: z.int(),
});
export type DifferingPoint = z.infer<typeof DifferingPoint>;

const example: DifferingPoint = {
  place: 'b1c2d3e4-f5a6-4b7c-8d9e-0f1a2b3c4d24',
  name: '白壁村3组',
  area: '4b7d1e93-6c2f-4d18-a5e0-7f9c3b2a1d21',
  village: '白壁村',
  planned: 240,
  registered: 171,
  households: 52,
};

export const listDifferingPoints = contract({
  id: 'water.list-differing-points',
  method: 'GET',
  path: '/api/water/points/differing',
  summary: say(
    '人数与住户登记相差较大的供水点',
    'Points whose people differ much from the sum of their households',
  ),
  permission: 'water.registers',
  query: z.strictObject({
    response: id,
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.strictObject({ points: z.array(DifferingPoint), total: z.int() }),
  example: {
    query: { response: '6e0f0a52-9a1c-4b49-9d1e-0c1f5f0a7b11' },
    output: { points: [example], total: 1 },
  },
});
