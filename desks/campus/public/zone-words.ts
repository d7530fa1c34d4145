import type { PageLanguage } from '@liangbuwu/office/public/language.ts';
import type { Late, Place } from '../zone/zone.ts';

/** What the pages say to who brings something to a sealed school. */
export const zoneWords: Record<PageLanguage, ZoneWords> = {
  'zh-CN': {
    toZone: '送东西到学校：预约时段',
    title: (school) => `${school}接驳区：预约送东西`,
    lead: '学校封闭管理，东西送到接驳区，不见面。先约一个时段，每件领一个编号，写在包裹上；消毒以后送到宿舍楼，由值守人员签收。',
    open: (from, to, minutes) => `开放 ${from}–${to}，消毒 ${minutes} 分钟`,
    slot: '什么时候送到',
    slotLeft: (left) => `还能收 ${left} 件`,
    noSlots: '这一天没有空的时段了。',
    otherDay: (day) => `看${day}的时段`,
    building: '送到哪栋楼',
    to: '给谁',
    toHint: '姓名和班级，或一个班、一个办公室。只有宿舍楼签收的人看得到，响应结束就销毁',
    count: '几件',
    countHint: (most) => `1 到 ${most} 件，每件一个编号`,
    book: '预约',
    several: '送到几栋楼，请每栋楼约一次。供应商整车送的，请把名单交给学校登记。',
    own: '您的预约',
    at: (day, from, to) => `${day} ${from}–${to} 送到接驳区`,
    handOver: '怎样送',
    steps: [
      '在每件包裹上贴好或写上它的编号和楼名，也可以打印本页剪开。',
      '在约好的时段放到接驳区的架子上，不用等人，不用见面。',
      '在本页看它到了哪里。',
    ],
    parcel: (number, building) => `第 ${number} 号 · ${building}`,
    label: '包裹编号',
    place: {
      outside: '还没有送到接驳区',
      disinfecting: '已收下，正在消毒',
      ready: '消毒好了，等着送到楼里',
      'under-way': '正在送往宿舍楼',
      signed: '宿舍楼已签收',
      damaged: '宿舍楼已签收，注明破损，学校会联系收件人',
      missing: '送到时没有点到，学校正在找',
      withdrawn: '已取消',
    },
    ready: (at) => `${at} 消毒好`,
    late: {
      'not-brought': '约好的时段已过，仍可送来',
      'not-carried': '比平常慢，学校知道了',
      'not-signed': '比平常慢，学校知道了',
      missing: '找到后会继续送',
    },
    keep: '请记下或收藏本页，只有它能查到您的包裹：',
    withdraw: '取消还没有送来的',
    wrongCount: (most) => `请填 1 到 ${most} 的整数。`,
  },
  en: {
    toZone: 'Bring something to the school: book a slot',
    title: (school) => `${school}: transfer zone`,
    lead: 'The school is closed off. What you bring goes to its transfer zone, without meeting anybody. Book a slot first: each parcel gets a code to write on it. It is disinfected, carried to the dormitory and signed for there.',
    open: (from, to, minutes) => `Open ${from}–${to}; disinfection takes ${minutes} min`,
    slot: 'When you bring it',
    slotLeft: (left) => `room for ${left}`,
    noSlots: 'All slots of this day are taken.',
    otherDay: (day) => `Slots of ${day}`,
    building: 'Which building',
    to: 'Whom it is for',
    toHint:
      'Name and class, or a class or an office. Only who signs in the dormitory sees it; it is destroyed when the response ends',
    count: 'How many parcels',
    countHint: (most) => `1 to ${most}; each gets a code of its own`,
    book: 'Book',
    several:
      'For several buildings, book once for each. A supplier with a whole load gives the list to the school.',
    own: 'Your booking',
    at: (day, from, to) => `Bring it to the transfer zone on ${day}, ${from}–${to}`,
    handOver: 'How to hand it over',
    steps: [
      'Write or stick code and building on each parcel; you may print this page and cut it up.',
      'Put it on the zone’s shelf within the slot. Nobody has to be met.',
      'This page tells where it is.',
    ],
    parcel: (number, building) => `No. ${number} · ${building}`,
    label: 'Code of the parcel',
    place: {
      outside: 'Not brought to the zone yet',
      disinfecting: 'Received, being disinfected',
      ready: 'Disinfected, waiting to be carried',
      'under-way': 'On the way to the dormitory',
      signed: 'Signed for by the dormitory',
      damaged: 'Signed for as damaged; the school tells whom it is for',
      missing: 'Was not there when counted; the school is looking for it',
      withdrawn: 'Withdrawn',
    },
    ready: (at) => `disinfected at ${at}`,
    late: {
      'not-brought': 'The slot is over; you may still bring it',
      'not-carried': 'Slower than usual; the school knows',
      'not-signed': 'Slower than usual; the school knows',
      missing: 'Once found it is carried on',
    },
    keep: 'Note down or bookmark this page; nothing else finds your parcels:',
    withdraw: 'Withdraw what has not been brought',
    wrongCount: (most) => `A whole number from 1 to ${most}.`,
  },
};

export interface ZoneWords {
  toZone: string;
  title(school: string): string;
  lead: string;
  open(from: string, to: string, minutes: number): string;
  slot: string;
  slotLeft(left: number): string;
  noSlots: string;
  otherDay(day: string): string;
  building: string;
  to: string;
  toHint: string;
  count: string;
  countHint(most: number): string;
  book: string;
  several: string;
  own: string;
  at(day: string, from: string, to: string): string;
  handOver: string;
  steps: readonly string[];
  parcel(number: number, building: string): string;
  label: string;
  place: Record<Place, string>;
  ready(at: string): string;
  late: Record<Late, string>;
  keep: string;
  withdraw: string;
  wrongCount(most: number): string;
}
