import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';
import { noDesk } from '../rules.ts';
import { Evening } from './evening.ts';
import { examples } from './upward.examples.ts';

const language = z.enum(['zh-CN', 'en']).default('zh-CN');

/** A file, as the tables' sheets come. */
const File = z.strictObject({
  name: z.string(),
  type: z.string().describe('media type'),
  content: z.base64(),
});

export const getEvening = contract({
  id: 'water.evening',
  method: 'GET',
  path: '/api/water/evening',
  summary: say(
    '晚报：一天的上报数字，各送水台和合计，都来自同一批登记',
    'The evening report: a day’s figures of every desk within reach and their sum, from the same entries',
  ),
  permission: 'water.board',
  query: z.strictObject({ response: id, day }),
  output: Evening,
  errors: [noDesk, notFound],
  example: examples.evening,
});

export const getEveningSheet = contract({
  id: 'water.evening-sheet',
  method: 'GET',
  path: '/api/water/evening/sheet',
  summary: say('晚报的 Excel 文件', 'The evening report as an Excel file'),
  permission: 'water.board',
  query: z.strictObject({
    response: id,
    day,
    area: id.optional().describe('one desk; default: all within reach, with a roll-up'),
    language,
  }),
  output: File,
  errors: [noDesk, notFound],
  example: examples.sheet,
});

export const getOpenPoints = contract({
  id: 'water.open-points',
  method: 'GET',
  path: '/api/water/open/points',
  summary: say(
    '供水点开放数据：GeoJSON 或 CSV，不含个人信息',
    'Points as open data, GeoJSON or CSV, without personal data',
  ),
  permission: 'water.board',
  query: z.strictObject({ response: id, area: id, day, format: z.enum(['geojson', 'csv']) }),
  output: File,
  errors: [noDesk, notFound],
  example: examples.points,
});

export const getCalendar = contract({
  id: 'water.calendar',
  method: 'GET',
  path: '/api/water/open/calendar',
  summary: say('一辆送水车一天的日历（iCalendar）', 'A tanker’s day as a calendar (iCalendar)'),
  permission: 'water.drive',
  query: z.strictObject({ response: id, tanker: id, day, language }),
  output: File,
  errors: [notFound],
  example: examples.calendar,
});

export const getWalkCalendar = contract({
  id: 'water.walk-calendar',
  method: 'GET',
  path: '/api/water/open/walk-calendar',
  summary: say(
    '一名志愿者一天的走访日历（iCalendar），里面没有住户和姓名',
    'A volunteer’s walks of a day as a calendar (iCalendar), without households and names',
  ),
  permission: 'water.visit',
  query: z.strictObject({
    response: id,
    volunteer: id.optional().describe('an account; default: one’s own'),
    day,
    language,
  }),
  output: File,
  errors: [notFound],
  example: examples.walkCalendar,
});
