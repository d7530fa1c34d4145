import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id, version } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';
import { exampleSchool } from '../contract.examples.ts';
import { Meals, Menu, Telephone } from './menu.ts';

const meals = { breakfast: '小米粥、鸡蛋', lunch: '米饭、番茄炒蛋、青菜', supper: '面条、豆腐' };
const seen = version.nullable().describe('the version that was changed; null: there was none');

export const listMenus = contract({
  id: 'campus.list-menus',
  method: 'GET',
  path: '/api/campus/schools/:school/menus',
  summary: say(
    '学校每天的菜单，和给家长打的电话',
    'A school’s menus day by day, and the telephone that parents ring',
  ),
  permission: 'campus.menu',
  params: z.strictObject({ school: id }),
  query: z.strictObject({ from: day, to: day }),
  output: z.strictObject({
    menus: z.array(Menu),
    telephone: z.strictObject({ telephone: z.string(), version: z.int() }).nullable(),
  }),
  errors: [notFound],
  example: {
    params: { school: exampleSchool.id },
    query: { from: '2022-11-16', to: '2022-11-17' },
    output: {
      menus: [{ day: '2022-11-17', meals, version: 1 }],
      telephone: { telephone: '0731-28280000', version: 1 },
    },
  },
});

export const putMenu = contract({
  id: 'campus.put-menu',
  method: 'PUT',
  path: '/api/campus/schools/:school/menus/:day',
  summary: say('登记学校一天的菜单', 'What a school serves on a day'),
  permission: 'campus.menu',
  params: z.strictObject({ school: id, day }),
  body: z.strictObject({ meals: Meals, seen }),
  output: z.strictObject({}),
  errors: [notFound, changedMeanwhile],
  example: {
    params: { school: exampleSchool.id, day: '2022-11-17' },
    body: { meals, seen: null },
    output: {},
  },
});

export const putParentsTelephone = contract({
  id: 'campus.put-parents-telephone',
  method: 'PUT',
  path: '/api/campus/schools/:school/parents-telephone',
  summary: say(
    '学校给家长打的工作电话，家长的页面上写着',
    'The school’s work telephone for parents, on each family’s page',
  ),
  permission: 'campus.menu',
  params: z.strictObject({ school: id }),
  body: z.strictObject({ telephone: Telephone, seen }),
  output: z.strictObject({}),
  errors: [notFound, changedMeanwhile],
  example: {
    params: { school: exampleSchool.id },
    body: { telephone: '0731-28280000', seen: null },
    output: {},
  },
});
