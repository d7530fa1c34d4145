import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { type EveningFigures, verifiedShare } from './evening.ts';

export interface EveningLine {
  id: keyof EveningFigures | 'verifiedShare';
  shows: 'number' | 'cubic-metres' | 'share' | 'kilometres';
  label: Say;
  unit: Say;
  /** What it counts. */
  means: Say;
  /** Which entries it is made of. */
  from: Say;
}

const people = say('人', 'people');
const trips = say('趟', 'trips');
const cubic = say('m³', 'm³');
const points = say(
  '供水点台账（过去的日子按当日计划记下的）：人数、自有水量；当日供水标准',
  'Point register, of days past as their plan wrote it down: heads, own water; the floors of the day',
);
const since = say(
  '各天发布计划时记下的供水点；响应开始至当日',
  'Points as each published day wrote them down, since the response began',
);
const promised = say('送水承诺和双方登记', 'Promises and what both sides recorded');

/** The form as it goes up in the evening: what each figure means and where it is from, in one list for page, paper and Excel. */
export const eveningLines: readonly EveningLine[] = [
  {
    id: 'peopleNow',
    shows: 'number',
    label: say('当前因旱饮水困难人口', 'People in difficulty with water now'),
    unit: people,
    means: say(
      '不靠送水、自有水量达不到基本线的村民供水点的人数',
      'People at village points whose own water, without tankers, is below the basic floor',
    ),
    from: points,
  },
  {
    id: 'peopleEver',
    shows: 'number',
    label: say('累计因旱饮水困难人口', 'People in difficulty with water, cumulative'),
    unit: people,
    means: say(
      '响应以来任何一天达不到基本线的村民供水点，每点只计一次，取人数最多的一天',
      'At village points that were below it on any day of the response; each counts once, with its most people',
    ),
    from: since,
  },
  {
    id: 'institutions',
    shows: 'number',
    label: say('另计：学校、卫生院、敬老院', 'Counted beside: schools, clinics, homes for the old'),
    unit: people,
    means: say(
      '同样标准的床位、学生人数；可能与村民重复，不加入上面两项',
      'Beds and pupils by the same rule; they may be villagers too, so they are not in the two above',
    ),
    from: points,
  },
  {
    id: 'villages',
    shows: 'number',
    label: say('受影响的村（社区）', 'Villages affected'),
    unit: say('个', 'villages'),
    means: say('至少有一个供水点达不到基本线', 'With at least one point below the basic floor'),
    from: points,
  },
  {
    id: 'livestockNow',
    shows: 'number',
    label: say('当前饮水困难牲畜（大小合计）', 'Livestock in difficulty now, big and small'),
    unit: say('头（只）', 'head'),
    means: say(
      '自有水量达不到基本线的牲畜供水点的头数',
      'Head at livestock points whose own water is below the basic floor',
    ),
    from: points,
  },
  {
    id: 'tankers',
    shows: 'number',
    label: say('出动送水车', 'Tankers out'),
    unit: say('辆', 'tankers'),
    means: say('当天登记过取水或送水的车', 'That filled or delivered, as recorded'),
    from: say('司机和供水点的登记', 'What drivers and points recorded'),
  },
  {
    id: 'trips',
    shows: 'number',
    label: say('取水趟数', 'Trips'),
    unit: trips,
    means: say('从一次取水到下一次取水为一趟', 'From one fill to the next'),
    from: say('司机登记的取水', 'Fills that drivers recorded'),
  },
  {
    id: 'deliveries',
    shows: 'number',
    label: say('送水次数', 'Deliveries'),
    unit: say('次', 'deliveries'),
    means: say('至少一方登记过的送水', 'That at least one side recorded'),
    from: promised,
  },
  {
    id: 'came',
    shows: 'cubic-metres',
    label: say('当日送水量', 'Water carried today'),
    unit: cubic,
    means: say(
      '有人登记的送水；两头不一致的按认定数，未认定的按供水点说的',
      'As recorded; where the sides differ, as resolved, else as the point says',
    ),
    from: say('与水账“到供水点”同一个数', 'The same figure as “came to points” in the accounts'),
  },
  {
    id: 'verified',
    shows: 'cubic-metres',
    label: say('其中两头都证明', 'Of it, proven by both sides'),
    unit: cubic,
    means: say('双方一致，或已具名认定', 'Both sides say so, or it was resolved by name'),
    from: promised,
  },
  {
    id: 'verifiedShare',
    shows: 'share',
    label: say('证明率', 'Share proven'),
    unit: say('', ''),
    means: say('两头都证明 ÷ 当日送水量', 'Proven by both ÷ carried today'),
    from: say('上面两项', 'The two above'),
  },
  {
    id: 'promised',
    shows: 'cubic-metres',
    label: say('已安排、还没人登记', 'Promised, not recorded by anybody'),
    unit: cubic,
    means: say(
      '不计入送水量；加上当日送水量等于缺口表的送水合计',
      'Not in what was carried; with it, it makes what the gap sheet counts as delivered',
    ),
    from: say('送水承诺', 'Promises'),
  },
  {
    id: 'cameEver',
    shows: 'cubic-metres',
    label: say('累计送水量', 'Water carried, cumulative'),
    unit: cubic,
    means: say('响应以来各天之和', 'All days of the response'),
    from: promised,
  },
  {
    id: 'kilometres',
    shows: 'kilometres',
    label: say('行驶里程', 'Distance driven'),
    unit: say('公里', 'km'),
    means: say(
      '按生效计划的路线，不是里程表',
      'By the routes of the plan in force; no odometer is read',
    ),
    from: say('当日生效计划', 'The plan in force'),
  },
  {
    id: 'points',
    shows: 'number',
    label: say('送到的供水点', 'Points served'),
    unit: say('个', 'points'),
    means: say('当天登记到水的供水点', 'Where water was recorded'),
    from: promised,
  },
  {
    id: 'served',
    shows: 'number',
    label: say('得到送水的村民', 'Villagers served'),
    unit: people,
    means: say('上述供水点中村民供水点的人数', 'People of the village points among them'),
    from: say('供水点台账：人数', 'Point register: heads'),
  },
];

export interface BlankLine {
  id: string;
  label: Say;
  unit: Say;
}

/** What the form asks and no entry of this system can tell: left blank, to be written in by hand. */
export const blankLines: readonly BlankLine[] = [
  {
    id: 'big',
    label: say('饮水困难大牲畜', 'Big livestock in difficulty'),
    unit: say('头', 'head'),
  },
  {
    id: 'small',
    label: say('饮水困难小牲畜', 'Small livestock in difficulty'),
    unit: say('只', 'head'),
  },
  { id: 'hands', label: say('投入抗旱人数', 'People at work against the drought'), unit: people },
  {
    id: 'money',
    label: say('投入抗旱资金', 'Money spent on it'),
    unit: say('万元', '10,000 yuan'),
  },
  { id: 'crops', label: say('作物受旱面积', 'Crops in drought'), unit: say('亩', 'mu') },
];

/** A line's figure as a form shows it; litres stand as m³. */
export function figureOf(line: EveningLine, figures: EveningFigures): number | null {
  if (line.id === 'verifiedShare') return verifiedShare(figures);
  const value = figures[line.id];
  return line.shows === 'cubic-metres' && value !== null ? value / 1000 : value;
}
