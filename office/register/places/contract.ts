import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { id, text, version } from '../../http/fields.ts';
import { say } from '../../http/say.ts';
import { changedMeanwhile, notFound } from '../../http/shared-refusals.ts';
import { after, limit } from '../cursor.ts';
import { Doubt } from './doubts.ts';

export const Provenance = z
  .enum(['real', 'imported', 'schematic'])
  .describe('real: surveyed or published; imported: from a file; schematic: drawn where it may be');
export type Provenance = z.infer<typeof Provenance>;

export const RoadClass = z
  .enum(['main', 'village', 'track'])
  .describe('the road that leads to it: county road or street, paved village road, track');
export type RoadClass = z.infer<typeof RoadClass>;

export const Place = z.strictObject({
  id,
  area: id,
  name: z.string(),
  aliases: z.array(z.string()).describe('other and older names'),
  kind: z.string().describe('what it is to the desks: village, point, source, yard …'),
  lon: z.number().describe('degrees, WGS-84'),
  lat: z.number().describe('degrees, WGS-84'),
  provenance: Provenance,
  source: z.string().describe('where the position is from'),
  roadClass: RoadClass,
  shared: z.boolean().describe('seen by the whole tenant, such as a waterworks; never a home'),
  invented: z.boolean(),
  version,
});
export type Place = z.infer<typeof Place>;

const PlaceFields = z.strictObject({
  area: id,
  name: text(100, 1),
  aliases: z.array(text(100, 1)).max(10).default([]),
  kind: text(40, 1),
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  provenance: Provenance,
  source: text(300).default(''),
  roadClass: RoadClass,
  shared: z.boolean().default(false),
  invented: z.boolean().default(false),
});
export type PlaceFields = z.infer<typeof PlaceFields>;

const baibi: Place = {
  id: '4b5f1c6e-0a3d-4c0e-9b53-2f6a1f2b7c11',
  area: '9a1c4b49-9d1e-4f5f-8a0b-7b110c1f5f0a',
  name: '白壁村3组供水点',
  aliases: [],
  kind: 'point',
  lon: 112.9911,
  lat: 27.5302,
  provenance: 'schematic',
  source: '',
  roadClass: 'village',
  shared: false,
  invented: true,
  version: 1,
};
const { id: baibiId, version: _, ...baibiFields } = baibi;

export const listPlaces = contract({
  id: 'register.list-places',
  method: 'GET',
  path: '/api/register/places',
  summary: say('地点一览', 'The places in your areas, and the shared ones, by name'),
  permission: 'register.read',
  query: z.strictObject({
    area: id.optional().describe('only in this area and below it'),
    kind: text(40, 1).optional(),
    after,
    limit,
  }),
  output: z.strictObject({ places: z.array(Place), next: z.string().nullable() }),
  example: { query: { kind: 'point' }, output: { places: [baibi], next: null } },
});

export const searchPlaces = contract({
  id: 'register.search-places',
  method: 'GET',
  path: '/api/register/places/search',
  summary: say(
    '按名称、别名、拼音查找地点',
    'Find places by name, other name, pinyin or pinyin initials',
  ),
  permission: 'register.read',
  query: z.strictObject({
    q: text(50, 1),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.strictObject({
    places: z.array(Place.extend({ areaName: z.string() })),
  }),
  example: {
    query: { q: 'bbc' },
    output: { places: [{ ...baibi, areaName: '白壁村' }] },
  },
});

export const readPlace = contract({
  id: 'register.read-place',
  method: 'GET',
  path: '/api/register/places/:place',
  summary: say('一个地点', 'One place'),
  permission: 'register.read',
  params: z.strictObject({ place: id }),
  output: Place,
  errors: [notFound],
  example: { params: { place: baibiId }, output: baibi },
});

export const putPlace = contract({
  id: 'register.put-place',
  method: 'PUT',
  path: '/api/register/places/:place',
  summary: say(
    '登记或修改地点',
    'Add a place or change it; again with the same content it changes nothing',
  ),
  permission: 'register.write',
  params: z.strictObject({ place: id }),
  body: PlaceFields.extend({
    version: version
      .optional()
      .describe('the version that was changed; left out: whatever is there'),
  }),
  output: z.strictObject({
    place: Place,
    doubts: z.array(Doubt).describe('what looks wrong; it is saved all the same'),
  }),
  errors: [notFound, changedMeanwhile],
  example: {
    params: { place: baibiId },
    body: baibiFields,
    output: { place: baibi, doubts: [] },
  },
});
