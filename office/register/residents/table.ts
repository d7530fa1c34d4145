import { say } from '../../http/say.ts';
import { column, type Table } from '../../tables/column.ts';

/** A household that nobody confirmed for so many months is listed as to confirm. */
export const confirmEvery = 12;

/** Kept beyond every response to reach a household and to know how many live there, and for nothing else. */
export const lastingTable: Table = {
  id: 'register.lasting-households',
  one: say('常住户', 'lasting household'),
  many: say('常住户', 'lasting households'),
  personal: true,
  columns: [
    column('label', 'text', say('门牌', 'House number'), {
      also: ['户号', '门牌号', '住址', '地址'],
      hint: say('写组和门牌，不写姓名', 'Group and number, never a name'),
    }),
    column('area', 'area', say('村', 'Village'), {
      also: ['村（居）', '所在村', '行政村', '辖区'],
    }),
    column('hamlet', 'text', say('组', 'Group'), {
      also: ['村民小组', '居民组', '屋场'],
      optional: true,
      folded: true,
    }),
    column('people', 'whole', say('人数', 'People'), {
      also: ['人口', '常住人口', '家庭人口', '户人口'],
      hint: say('常住的人', 'Who live there'),
    }),
    column('place', 'place', say('供水点', 'Point'), {
      also: ['取水点', '地点'],
      optional: true,
      hint: say(
        '平时到哪里取水；带入响应时要用',
        'Where it usually fetches; needed for a response',
      ),
    }),
    column('confirmed', 'day', say('核实日期', 'Confirmed'), {
      also: ['核实时间', '核对日期'],
      optional: true,
      hint: say(
        `空着或满 ${confirmEvery} 个月，列为待核实`,
        `Empty, or ${confirmEvery} months ago: listed as to confirm`,
      ),
    }),
    column('named', 'whole', say('登记的人', 'Named'), { shown: true }),
    column('hasPhone', 'flag', say('有电话', 'Has a telephone'), { shown: true }),
  ],
  filters: [
    { id: 'to-confirm', words: say('待核实', 'To confirm') },
    { id: 'without-phone', words: say('没有电话', 'Without telephone') },
    { id: 'without-place', words: say('没有供水点', 'Without a point') },
  ],
  whys: [
    { value: 'doubled', words: say('重复登记', 'Registered twice') },
    { value: 'mistake', words: say('登记有误', 'Registered by mistake') },
  ],
};
