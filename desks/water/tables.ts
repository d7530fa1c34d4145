import { say } from '@liangbuwu/office/http/say.ts';
import { type Column, column, type Table } from '@liangbuwu/office/tables/column.ts';

const litre = say('升', 'L');
const seconds = say('秒', 's');

const town = column('area', 'area', say('乡镇', 'Town'), { also: ['辖区', '所属乡镇', '镇'] });
const invented = column('invented', 'flag', say('虚构', 'Made up'), {
  hint: say('演示用的虚构内容', 'Made up for a demonstration'),
  folded: true,
});
/** What was said when it went out of use. */
const why: Column[] = [
  column('reason', 'text', say('停用原因', 'Why'), { shown: true, folded: true, optional: true }),
  column('since', 'instant', say('状态始于', 'Since'), {
    shown: true,
    folded: true,
    optional: true,
  }),
];
const licences = (['A1', 'A2', 'B1', 'B2', 'C1'] as const).map((value) => ({
  value,
  words: say(value, value),
}));
const roadClasses = [
  { value: 'main', words: say('只走公路、街道', 'Roads and streets only') },
  { value: 'village', words: say('能进硬化村道', 'Paved village roads too') },
  { value: 'track', words: say('能进土路', 'Tracks too') },
];

export const sourceTable: Table = {
  id: 'water.sources',
  one: say('水源', 'source'),
  many: say('水源', 'sources'),
  columns: [
    column('name', 'text', say('名称', 'Name'), { also: ['水源', '水源名称', '取水点', '水厂'] }),
    column('kind', 'choice', say('类型', 'Kind'), {
      also: ['水源类型', '类别'],
      options: [
        { value: 'waterworks', words: say('水厂', 'Waterworks') },
        { value: 'deep-well', words: say('深井', 'Deep well') },
        { value: 'other', words: say('其他', 'Other') },
      ],
    }),
    column('state', 'choice', say('状态', 'State'), {
      shown: true,
      options: [
        { value: 'open', words: say('可取水', 'Open'), level: 'ok' },
        { value: 'closed', words: say('停用', 'Closed'), level: 'bad' },
      ],
    }),
    town,
    column('place', 'place', say('位置', 'Place'), { also: ['地点', '所在地点'] }),
    column('bays', 'whole', say('取水口', 'Bays'), {
      also: ['取水口数', '加水口', '车位'],
      hint: say('同时能给几辆车加水', 'How many tankers fill at once'),
    }),
    column('litresPerMinute', 'whole', say('流量', 'Flow'), {
      unit: say('升/分钟', 'L/min'),
      also: ['每分钟升数', '出水量'],
      hint: say('每个取水口', 'Of each bay'),
    }),
    column('setupSeconds', 'whole', say('准备时间', 'Setting up'), {
      unit: seconds,
      folded: true,
      also: ['接管时间'],
    }),
    column('open', 'hours', say('开放时段', 'Hours'), {
      also: ['开放时间', '取水时间', '取水时段'],
    }),
    column('litresPerDay', 'whole', say('每日限量', 'Daily limit'), {
      unit: litre,
      optional: true,
      also: ['日限量', '日供水量', '每日水量'],
    }),
    column('consentFrom', 'day', say('户主同意自', 'Consent from'), {
      optional: true,
      folded: true,
      also: ['同意开始'],
    }),
    column('consentUntil', 'day', say('户主同意至', 'Consent until'), {
      optional: true,
      also: ['同意截止', '协议到期', '到期日'],
    }),
    column('consentTerms', 'text', say('约定内容', 'Terms'), {
      optional: true,
      folded: true,
      hint: say('不写姓名', 'No names'),
    }),
    column('testedOn', 'day', say('水质检测日', 'Tested on'), {
      optional: true,
      folded: true,
      also: ['检测日期', '化验日期'],
    }),
    column('testResult', 'choice', say('水质', 'Water test'), {
      optional: true,
      also: ['检测结果', '水质检测结果', '化验结果'],
      options: [
        { value: 'passed', words: say('合格', 'Passed'), level: 'ok' },
        { value: 'failed', words: say('不合格', 'Failed'), level: 'bad' },
      ],
    }),
    column('testAgainBy', 'day', say('下次检测前', 'Test again by'), {
      optional: true,
      also: ['下次检测', '复检日期'],
    }),
    column('testNote', 'text', say('检测说明', 'About the test'), { optional: true, folded: true }),
    ...why,
    invented,
  ],
};

export const tankerTable: Table = {
  id: 'water.tankers',
  one: say('送水车', 'tanker'),
  many: say('送水车', 'tankers'),
  columns: [
    column('name', 'text', say('名称', 'Name'), {
      also: ['车辆', '车名', '车号', '车牌', '编号名称'],
    }),
    column('kind', 'choice', say('类型', 'Kind'), {
      also: ['车型', '车辆类型'],
      options: [
        { value: 'sprinkler', words: say('洒水车', 'Sprinkler') },
        { value: 'tanker', words: say('饮用水车', 'Drinking-water tanker') },
      ],
    }),
    column('state', 'choice', say('状态', 'State'), {
      shown: true,
      options: [
        { value: 'ready', words: say('可用', 'Ready'), level: 'ok' },
        { value: 'out', words: say('停用', 'Out of use'), level: 'bad' },
      ],
    }),
    town,
    column('litres', 'whole', say('载水量', 'Holds'), {
      unit: litre,
      also: ['容量', '水箱容量', '吨位'],
    }),
    column('home', 'place', say('停放点', 'Home'), { also: ['停车场', '驻地', '位置'] }),
    column('roadClass', 'choice', say('道路', 'Roads'), {
      options: roadClasses,
      also: ['道路等级', '能走的路', '通行道路'],
    }),
    column('licence', 'choice', say('准驾车型', 'Licence needed'), {
      options: licences,
      optional: true,
      also: ['驾照', '所需驾照'],
    }),
    column('disinfectedOn', 'day', say('上次消毒', 'Disinfected'), {
      optional: true,
      also: ['消毒日期', '最近消毒'],
    }),
    column('clearedUntil', 'day', say('饮用水准用至', 'Cleared until'), {
      optional: true,
      also: ['消毒有效期', '有效期至'],
      hint: say(
        '过了这一天，须再消毒才能送饮用水',
        'After this day it must be disinfected again before it carries drinking water',
      ),
    }),
    column('lentBy', 'text', say('借自', 'Lent by'), {
      optional: true,
      folded: true,
      also: ['借用单位', '支援单位'],
    }),
    column('lentUntil', 'day', say('借用至', 'Lent until'), {
      optional: true,
      also: ['借用截止', '归还日期'],
    }),
    ...why,
    invented,
  ],
};

export const driverTable: Table = {
  id: 'water.drivers',
  one: say('司机', 'driver'),
  many: say('司机', 'drivers'),
  columns: [
    column('name', 'text', say('代号', 'Alias'), {
      also: ['司机', '驾驶员', '称呼'],
      hint: say('写岗位或代号，不写真实姓名', 'A role or an alias, never a private name'),
    }),
    town,
    column('licence', 'choice', say('驾照', 'Licence'), {
      options: licences,
      optional: true,
      also: ['准驾车型', '驾照类型'],
    }),
    column('hoursPerDay', 'whole', say('每日至多', 'Hours a day'), {
      unit: say('小时', 'h'),
      optional: true,
      also: ['每日工时', '最长工时'],
    }),
    column('note', 'text', say('备注', 'Note'), { optional: true }),
    invented,
  ],
};

export const shiftTable: Table = {
  id: 'water.shifts',
  one: say('班次', 'shift'),
  many: say('班次', 'shifts'),
  columns: [
    column('tanker', 'row', say('送水车', 'Tanker'), { of: 'water.tankers', also: ['车辆', '车'] }),
    column('driver', 'row', say('司机', 'Driver'), { of: 'water.drivers', also: ['驾驶员'] }),
    column('from', 'time', say('上班', 'From'), { also: ['开始', '起'] }),
    column('to', 'time', say('下班', 'To'), { also: ['结束', '止'] }),
    column('validFrom', 'day', say('自', 'Valid from'), {
      optional: true,
      also: ['开始日期', '起始日'],
    }),
    column('validUntil', 'day', say('至', 'Valid until'), {
      optional: true,
      also: ['结束日期', '截止日'],
    }),
    town,
    invented,
  ],
};

const pointKinds = [
  { value: 'village', words: say('村民', 'Village') },
  { value: 'clinic', words: say('卫生院', 'Clinic') },
  { value: 'school', words: say('学校', 'School') },
  { value: 'elderly-home', words: say('敬老院', 'Home for the old') },
  { value: 'livestock', words: say('牲畜', 'Livestock') },
];

export const pointTable: Table = {
  id: 'water.points',
  one: say('供水点', 'point'),
  many: say('供水点', 'points'),
  columns: [
    column('name', 'text', say('名称', 'Name'), { also: ['供水点', '供水点名称', '取水点'] }),
    column('area', 'area', say('村', 'Village'), {
      also: ['村（居）', '所在村', '行政村', '辖区'],
    }),
    column('hamlet', 'text', say('组、屋场', 'Hamlet'), {
      optional: true,
      also: ['村民小组', '小组', '屋场'],
    }),
    column('landmark', 'text', say('地标', 'Landmark'), {
      optional: true,
      also: ['标志物', '位置说明', '停车位置'],
      hint: say(
        '司机看什么找到这里、停在哪里',
        'What a driver looks out for, and where the tanker stands',
      ),
    }),
    column('kind', 'choice', say('类别', 'Kind'), {
      also: ['供水点类别', '供水点类型', '用水类别'],
      options: pointKinds,
    }),
    column('people', 'whole', say('人数', 'People'), {
      also: ['缺水人数', '人口', '受益人口', '床位', '学生数', '牲畜头数'],
      hint: say(
        '卫生院填床位，学校填学生，牲畜填头数（大、中牲畜；小牲畜 4 只算 1 头）',
        'Of a clinic its beds, of a school its pupils, of livestock its animals (large or medium; four small ones count as one)',
      ),
    }),
    column('have', 'whole', say('自有水', 'Own water'), {
      unit: say('升/天', 'L a day'),
      also: ['自有水量', '本地水量'],
      hint: say(
        '本点水井、水站每天还能供的水',
        'What its own wells or station still give in a day',
      ),
    }),
    column('place', 'place', say('位置', 'Place'), { also: ['地点', '所在地点'] }),
    column('desk', 'area', say('送水台', 'Desk'), { folded: true, also: ['乡镇'] }),
    column('weight', 'decimal', say('权重', 'Weight'), { folded: true }),
    column('taps', 'whole', say('水龙头', 'Taps'), { also: ['龙头数', '水嘴'] }),
    column('litresPerMinute', 'whole', say('卸水流量', 'Discharge'), {
      unit: say('升/分钟', 'L/min'),
      folded: true,
      also: ['卸水速度'],
    }),
    column('setupSeconds', 'whole', say('准备时间', 'Setting up'), { unit: seconds, folded: true }),
    column('open', 'hours', say('供水时段', 'Hours'), {
      optional: true,
      also: ['供水时间', '开放时间'],
      hint: say('不填：全天服务时间', 'Left empty: all service hours'),
    }),
    column('maxTankerLitres', 'whole', say('限车', 'Largest tanker'), {
      unit: litre,
      optional: true,
      also: ['限载', '车辆限制'],
      hint: say('更大的车上不去', 'No bigger tanker gets there'),
    }),
    column('wayClosed', 'flag', say('道路不通', 'Way closed'), { also: ['断路', '封路'] }),
    column('wayClosedWhy', 'text', say('不通原因', 'Why closed'), { optional: true, folded: true }),
    column('tankLitres', 'whole', say('水池容量', 'Tank'), {
      unit: litre,
      optional: true,
      also: ['水池', '蓄水池容量'],
    }),
    column('tankLevel', 'whole', say('水池存水', 'In the tank'), {
      unit: litre,
      optional: true,
      folded: true,
      also: ['存水量', '水位'],
    }),
    invented,
  ],
};
