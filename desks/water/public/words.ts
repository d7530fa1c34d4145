import type { PageLanguage } from '@liangbuwu/office/public/language.ts';
import { moments } from '@liangbuwu/office/public/moments.ts';
import { clockTime } from '../day-of.ts';

const figures = { 'zh-CN': new Intl.NumberFormat('zh-CN'), en: new Intl.NumberFormat('en') };
const tenths = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const hundredths = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** How these pages write figures, times and days. */
export const written = (language: PageLanguage) => ({
  litres: (litres: number) =>
    language === 'en' ? `${figures.en.format(litres)} L` : `${figures['zh-CN'].format(litres)} 升`,
  figure: (value: number) => tenths.format(value),
  chlorine: (milligrams: number) => hundredths.format(milligrams),
  span: (from: number, to: number) => `${clockTime(from)}–${clockTime(to)}`,
  ...moments(language),
});

const zh = {
  point: '供水点',
  code: (code: string) => `编号 ${code}`,
  next: '下一趟送水车',
  nextNone: '今天、明天都还没有排定的送水车。',
  nextNoneRemedy: '定了会写在这里，村里也会广播。实在没水，请按下面的“要水送到家”。',
  ended: '这次送水已经结束。',
  endedRemedy: '还缺水的话，请找村干部。',
  tomorrow: (day: string) => `明天 · ${day}`,
  today: (day: string) => `今天 · ${day}`,
  brings: (litres: string, giver: string) => `${litres}，${giver}`,
  lateNote: '车晚到多久，下面接水的时间就顺延多久。',
  came: '今天来了多少水',
  cameNothing: '今天还没有到过的送水车。',
  bothSay: (litres: string) => `来了 ${litres}，司机和村里说的一样`,
  driverSays: (litres: string) => `司机说来了 ${litres}`,
  villageSays: (litres: string) => `村里说来了 ${litres}`,
  notYet: (side: 'giver' | 'receiver'): string =>
    side === 'giver' ? '司机还没有登记' : '村里还没有登记',
  differ: '两边说的不一样，镇里正在核对：',
  resolved: (litres: string) => `镇里核对后认定来了 ${litres}。两边原来说的：`,
  otherTanker: '其他来车',
  nobodySaid: (litres: string) => `应到 ${litres}，还没有人登记到没到`,
  complaints: (count: number) => `居民反映没来或来少了：${count} 条`,
  chlorine: (figure: string) => `余氯 ${figure} 毫克/升`,
  tank: '水池里有多少水',
  level: (level: string, litres: string) => `${level}（装满是 ${litres}）`,
  levelMeasured: (moment: string) => `${moment} 看的水位`,
  levelCarried: '按昨天的送水推算，还没有人看过今天的水位',
  levelRegistered: '台账上登记的水位，还没有人看过今天的水位',
  windows: '什么时候来接水',
  windowsNone: '今天还没有可以排的接水时间。',
  windowsLead: (litres: string) => `每人 ${litres}。按时间来，排队不超过 30 分钟。`,
  allPeople: '全体',
  batch: (name: string, at: number) => `${name}，第 ${at} 批`,
  houses: (from: number, to: number) => `${from} 至 ${to} 户`,
  heads: (people: number) => `${people} 人`,
  others: '其他住户',
  andOthers: (hamlet: string) => `${hamlet}和其他住户`,
  past: '已过',
  sumTitle: '怎么算出来的',
  sum: (of: { people: number; each: string; taps: number; flow: string; minutes: string }) =>
    `${of.people} 人 × 每人 ${of.each} 升 ÷（${of.taps} 个龙头 × 每分钟 ${of.flow} 升）= ${of.minutes} 分钟`,
  sumBatches: (count: number) =>
    `分成 ${count} 批，一批接着一批，每批不超过 30 分钟：最后接到水的人等的就是这一批的时间。`,
  flowUsual: '水龙头的流量没有量过，按国际标准（Sphere 2018）每个每分钟 7.5 升算。',
  flowRegistered: '送水车停在这里时，水从这些龙头放出来；流量是登记的。',
  batches: '您在第几批，村里按门牌顺序通知。',
  typeCode: '供水点编号',
  typeCodeHint: '海报上二维码旁边的 8 位编号',
  open: '打开',
  whichPoint: '您在哪个供水点',
  whichLead: '扫海报上的二维码，或者在这里填海报上的编号。',
  askTitle: '要水送到家',
  askLead: '老人、病人、行动不便，或者走不到供水点的，可以要水送到家。',
  answerTitle: '水没来，来少了',
  stateTitle: '查我的办理情况',
};

export type PointWords = typeof zh;

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const en: PointWords = {
  point: 'Water point',
  code: (code) => `Code ${code}`,
  next: 'Next tanker',
  nextNone: 'No tanker is arranged for today or tomorrow yet.',
  nextNoneRemedy:
    'Once one is, it stands here, and the village loudspeaker says so. If you have no water left, ask for water at your door below.',
  ended: 'This water delivery has ended.',
  endedRemedy: 'If you are still short of water, ask your village cadre.',
  tomorrow: (day) => `Tomorrow · ${day}`,
  today: (day) => `Today · ${day}`,
  brings: (litres, giver) => `${litres}, ${giver}`,
  lateNote: 'If the tanker is late, the times to collect below move by as much.',
  came: 'What came today',
  cameNothing: 'No tanker has been here yet today.',
  bothSay: (litres) => `${litres} came; driver and village say the same`,
  driverSays: (litres) => `The driver says ${litres} came`,
  villageSays: (litres) => `The village says ${litres} came`,
  notYet: (side) =>
    side === 'giver' ? 'The driver has said nothing yet' : 'The village has said nothing yet',
  differ: 'The two sides differ; the town is looking into it:',
  resolved: (litres) => `The town has looked into it: ${litres} came. What both sides had said:`,
  otherTanker: 'Another tanker',
  nobodySaid: (litres) => `${litres} were due; nobody has said yet whether they came`,
  complaints: (count) =>
    count === 1
      ? '1 message from residents: it did not come, or less'
      : `${count} messages from residents: it did not come, or less`,
  chlorine: (figure) => `Free chlorine ${figure} mg/L`,
  tank: 'Water in the tank',
  level: (level, litres) => `${level} (${litres} when full)`,
  levelMeasured: (moment) => `Read off on ${moment}`,
  levelCarried: 'Reckoned from yesterday’s deliveries; nobody has read the tank today',
  levelRegistered: 'As registered; nobody has read the tank today',
  windows: 'When to collect',
  windowsNone: 'There is no time to collect yet today.',
  windowsLead: (litres) => `${litres} a person. Come at your time: nobody queues over 30 minutes.`,
  allPeople: 'Everybody',
  batch: (name, at) => `${name}, group ${at}`,
  houses: (from, to) => `houses ${from} to ${to}`,
  heads: (people) => plural(people, 'person', 'people'),
  others: 'Other households',
  andOthers: (hamlet) => `${hamlet} and other households`,
  past: 'over',
  sumTitle: 'How this was worked out',
  sum: (of) =>
    `${of.people} people × ${of.each} L each ÷ (${of.taps} taps × ${of.flow} L a minute) = ${of.minutes} minutes`,
  sumBatches: (count) =>
    `${plural(count, 'group', 'groups')}, one after another, 30 minutes each at most: who is served last has waited as long as the group takes.`,
  flowUsual:
    'Nobody has measured the taps: 7.5 litres a minute each is taken, the international standard (Sphere 2018).',
  flowRegistered:
    'While the tanker stands here its water runs through these taps; their flow is registered.',
  batches: 'Your village tells you your group, by house number.',
  typeCode: 'Code of the point',
  typeCodeHint: 'The 8 signs beside the QR code on the poster',
  open: 'Open',
  whichPoint: 'Which water point is yours?',
  whichLead: 'Scan the QR code on its poster, or type the code that stands there.',
  askTitle: 'Ask for water at your door',
  askLead: 'For the old, the ill, and whoever cannot get to the point.',
  answerTitle: 'It did not come, or less',
  stateTitle: 'See what became of my request',
};

export const pointWords: Record<PageLanguage, PointWords> = { 'zh-CN': zh, en };
