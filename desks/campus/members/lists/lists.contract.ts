import { contract } from '@liangbuwu/office/http/contract.ts';
import { id } from '@liangbuwu/office/http/fields.ts';
import { Say, say } from '@liangbuwu/office/http/say.ts';
import { fileFaults, formulaInSheet } from '@liangbuwu/office/tables/excel/refusals.ts';
import { z } from 'zod';
import { exampleClass, exampleResponse } from '../../contract.examples.ts';
import { MemberKind } from '../member.ts';
import { enteringErrors } from '../members.contract.ts';
import { listLacks, noMonth } from './list-rules.ts';

/** Bytes of a request: 3 MB of a file, written as text. */
const largestList = 4_300_000;

const params = z.strictObject({ area: id.describe('a class, or a school with its classes') });
const body = z.strictObject({
  response: id,
  content: z.base64().min(4).describe('the .xlsx or .csv file, base64; nothing of it is kept'),
});
const errors = [...enteringErrors, ...fileFaults, formulaInSheet, listLacks];
const example = {
  params: { area: exampleClass.id },
  body: { response: exampleResponse, content: 'UEs=' },
};

export const ListPreview = z.strictObject({
  places: z.array(
    z.strictObject({
      area: id,
      name: z.string(),
      kind: MemberKind,
      fresh: z.int().describe('not there yet'),
      known: z.int().describe('there already by name and month of birth, or in the list before'),
    }),
  ),
  faulty: z.int().describe('rows with a fault: they are not entered'),
  faults: z
    .array(z.strictObject({ cell: z.string(), cause: Say, remedy: Say }))
    .describe('the first ones'),
  unread: z.array(z.string()).describe('headers of columns that are not read'),
});
export type ListPreview = z.infer<typeof ListPreview>;

export const previewList = contract({
  id: 'campus.preview-list',
  method: 'POST',
  path: '/api/campus/areas/:area/list/preview',
  summary: say(
    '看一份 Excel 名单：新增几人、已在几人、哪一格有误；什么都不写',
    'Look through an Excel list: how many are new, there already or faulty, cell by cell; nothing is written',
  ),
  permission: 'campus.pupils',
  confidential: true,
  largest: largestList,
  params,
  body,
  output: ListPreview,
  errors,
  example: {
    ...example,
    output: {
      places: [
        { area: exampleClass.id, name: exampleClass.name, kind: 'pupil', fresh: 44, known: 2 },
      ],
      faulty: 1,
      faults: [{ cell: 'B7', ...noMonth('2005') }],
      unread: ['民族'],
    },
  },
});

export const bringList = contract({
  id: 'campus.bring-list',
  method: 'POST',
  path: '/api/campus/areas/:area/list',
  summary: say(
    '按 Excel 名单登记：班级的，或学校各班和教职工的；有误的行不登记，再传一次不重复',
    'Enter an Excel list of a class, or of a school’s classes and staff; faulty rows are left out, brought again nobody is entered twice',
  ),
  permission: 'campus.pupils',
  confidential: true,
  largest: largestList,
  params,
  body,
  output: z.strictObject({ added: z.int(), known: z.int(), faulty: z.int() }),
  errors,
  example: { ...example, output: { added: 44, known: 2, faulty: 1 } },
});

export const getListTemplate = contract({
  id: 'campus.list-template',
  method: 'GET',
  path: '/api/campus/areas/:area/list/template',
  summary: say(
    '名单模板（Excel），附班级名称',
    'A template for the list as an Excel file, with the names of the classes',
  ),
  permission: 'campus.pupils',
  params,
  query: z.strictObject({ language: z.enum(['zh-CN', 'en']).default('zh-CN') }),
  output: z.strictObject({ name: z.string(), type: z.string(), content: z.base64() }),
  errors: [],
  example: {
    params: { area: exampleClass.id },
    query: { language: 'zh-CN' },
    output: { name: '人员名单模板.xlsx', type: 'application/octet-stream', content: 'UEs=' },
  },
});
