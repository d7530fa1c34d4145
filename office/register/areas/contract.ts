import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { id, text } from '../../http/fields.ts';
import { say } from '../../http/say.ts';
import { notFound } from '../../http/shared-refusals.ts';
import {
  areaCodeTaken,
  areaIntoItself,
  areaInUse,
  areaIsOfficial,
  divisionsInconsistent,
} from './rules.ts';

export const Level = z.enum([
  'prefecture',
  'county',
  'town',
  'village',
  'school',
  'class',
  'other',
]);
export type Level = z.infer<typeof Level>;

export const Area = z.strictObject({
  id,
  parent: id.nullable(),
  code: z.string().nullable().describe('the division code, where it has one'),
  name: z.string(),
  level: Level,
  extended: z.boolean().describe('added by hand: in no file of divisions'),
  inScope: z.boolean().describe('whether who asks may read the register there'),
});
export type Area = z.infer<typeof Area>;

export const FoundArea = Area.extend({
  path: z.array(z.string()).describe('the names of the areas above it, from the top'),
});
export type FoundArea = z.infer<typeof FoundArea>;

const name = text(100, 1);
const digits = (count: number) =>
  z.string().regex(new RegExp(`^\\d{${count}}$`), { error: `${count} digits` });

export const Divisions = z.strictObject({
  source: text(500).optional(),
  county: z.record(digits(6), name).describe('name by code'),
  towns: z
    .array(
      z.strictObject({
        code: digits(9),
        name,
        county: name.describe("the county's name, as under `county`"),
        villages: z.array(z.strictObject({ code: digits(12), name })).max(2000),
      }),
    )
    .max(5000),
});
export type Divisions = z.infer<typeof Divisions>;

const zhuzhou = '6f2f6f0e-6e55-4c54-9a4f-3d0b4a0f4302';
const zone: Area = {
  id: '0d7d5e0a-7b36-4e2c-8f7e-2f9d3f0b9a10',
  parent: zhuzhou,
  code: null,
  name: '经开区',
  level: 'county',
  extended: true,
  inScope: true,
};

export const listAreas = contract({
  id: 'register.list-areas',
  method: 'GET',
  path: '/api/register/areas',
  summary: say('辖区树', "The tenant's tree of areas, or one branch of it"),
  permission: 'register.read',
  query: z.strictObject({ root: id.optional().describe('only this area and all below it') }),
  output: z.strictObject({ areas: z.array(Area) }),
  example: { query: {}, output: { areas: [zone] } },
});

export const searchAreas = contract({
  id: 'register.search-areas',
  method: 'GET',
  path: '/api/register/areas/search',
  summary: say('按名称、拼音或代码查找辖区', 'Find areas by name, pinyin, pinyin initials or code'),
  permission: 'register.read',
  query: z.strictObject({
    q: text(50, 1),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.strictObject({ areas: z.array(FoundArea) }),
  example: { query: { q: 'jkq' }, output: { areas: [{ ...zone, path: ['株洲市'] }] } },
});

export const putArea = contract({
  id: 'register.put-area',
  method: 'PUT',
  path: '/api/register/areas/:area',
  summary: say(
    '增设、改名或移动辖区',
    'Add an area, rename it or move it; again with the same content it changes nothing',
  ),
  permission: 'register.write',
  params: z.strictObject({ area: id }),
  body: z.strictObject({
    parent: id.describe('in your scope, as must be the one that it lies in now'),
    name,
    level: Level,
    code: z
      .string()
      .regex(/^[0-9A-Za-z-]{1,20}$/, { error: 'letters, digits, hyphens' })
      .nullable()
      .default(null),
  }),
  output: Area,
  errors: [notFound, areaIntoItself, areaCodeTaken],
  example: {
    params: { area: zone.id },
    body: { parent: zhuzhou, name: zone.name, level: 'county' },
    output: zone,
  },
});

export const removeArea = contract({
  id: 'register.remove-area',
  method: 'DELETE',
  path: '/api/register/areas/:area',
  summary: say(
    '删除自行增设且未使用的辖区',
    'Remove an area that was added by hand and holds nothing',
  ),
  permission: 'register.write',
  params: z.strictObject({ area: id }),
  output: z.strictObject({}),
  errors: [notFound, areaInUse, areaIsOfficial],
  example: { params: { area: zone.id }, output: {} },
});

export const importDivisions = contract({
  id: 'register.import-divisions',
  method: 'POST',
  path: '/api/register/areas/import',
  summary: say(
    '导入行政区划文件（按代码，可重复导入）',
    'Import a file of divisions, by code: what is there stays where it is and takes the name of the file',
  ),
  permission: 'register.write',
  body: z.strictObject({
    parent: id.describe('the area, in your scope, that new counties are put below'),
    divisions: Divisions,
  }),
  output: z.strictObject({ added: z.int(), renamed: z.int(), unchanged: z.int() }),
  errors: [notFound, divisionsInconsistent],
  example: {
    body: {
      parent: zhuzhou,
      divisions: {
        county: { '430212': '渌口区' },
        towns: [
          {
            code: '430212106',
            name: '古岳峰镇',
            county: '渌口区',
            villages: [{ code: '430212106213', name: '白壁村' }],
          },
        ],
      },
    },
    output: { added: 3, renamed: 0, unchanged: 0 },
  },
});
