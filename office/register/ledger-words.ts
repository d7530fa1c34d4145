import { type Say, say } from '../http/say.ts';
import { type KeptTable, tableWords } from '../tables/kept-table.ts';
import { keptHouseholds } from './households/kept-households.ts';
import { keptLasting } from './residents/kept-lasting.ts';

/** What the register writes into the ledger, as a person reads it. */
export const registerWords = {
  'register.area-saved': say('登记或修改辖区', 'Area added or changed'),
  'register.area-removed': say('删除辖区', 'Area removed'),
  'register.divisions-imported': say('导入行政区划', 'Divisions imported'),
  'register.place-saved': say('登记或修改地点', 'Place added or changed'),
  ...tableWords(keptHouseholds([]) as unknown as KeptTable<never>),
  ...tableWords(keptLasting as unknown as KeptTable<never>),
  'register.household-saved': say('登记或修改住户', 'Household added or changed'),
  'register.households-imported': say('批量登记住户', 'Households registered in bulk'),
  'register.households-brought': say(
    '从常住户台账带入住户',
    'Households brought from the lasting register',
  ),
  'register.lasting-households-imported': say(
    '批量登记常住户',
    'Lasting households registered in bulk',
  ),
  'register.lasting-household-erased': say('删除常住户', 'Lasting household erased'),
  'register.resident-saved': say('登记或修改常住人员', 'Resident registered or changed'),
  'register.resident-opened': say(
    '查看常住人员的姓名、电话',
    "Resident's name and telephone opened",
  ),
  'register.resident-erased': say('删除常住人员', 'Resident erased'),
  'register.telephone-sought': say(
    '按电话查找常住户',
    'Telephone looked for in the lasting register',
  ),
  'register.contact-saved': say('登记联系人', "Household's contact registered"),
  'register.contact-opened': say('查看联系人', "Household's contact opened"),
  'register.contact-removed': say('删除联系人', "Household's contact removed"),
  'register.well-saved': say('登记或修改水井', 'Well added or changed'),
  'register.well-state': say('水井状态变化', "Well's state changed"),
  'register.roads-imported': say('导入道路', 'Roads imported'),
  'register.roads-removed': say('删除道路', 'Roads removed'),
  'register.travel-edited': say('修改路程', 'Drive time edited'),
  'register.travel-edit-removed': say('撤销路程修改', 'Edit of a drive time taken back'),
} satisfies Record<`register.${string}`, Say>;
