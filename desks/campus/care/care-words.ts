import type { PageLanguage } from '@liangbuwu/office/public/language.ts';
import type { CareState, Talker } from './care.ts';

const zh = {
  title: '约心理老师谈谈',
  toAsk: '想和心理老师谈谈',
  lead: '只有学校的心理辅导员看得到您填的，班主任、学校和教育局都看不到；响应结束时全部销毁。',
  promise: (hours: number) => `${hours} 小时内有人联系您。`,
  urgentTitle: '很急的话，不要等这里',
  urgentLead:
    '有人可能受到伤害，或觉得撑不下去：马上告诉身边的大人，不要一个人待着；家长请陪着孩子。',
  noLines: '学校还没有在这里登记求助电话，请马上找身边的老师或家人。',
  notOpen: '学校的心理辅导员还没有在这里接受约谈。请直接找心理老师或班主任。',
  consent: '这里要监护人先同意，才能登记。请先在家庭页同意；也可以当面或打电话找心理老师。',
  child: '哪个孩子的学校',
  talks: '谁想谈',
  talkers: { pupil: '孩子', parent: '家长', both: '孩子和家长' } satisfies Record<Talker, string>,
  reach: '怎么找到您',
  reachHint: '电话、微信，或在哪间教室、宿舍',
  suits: '什么时候方便',
  optional: '可以不填',
  words: '想先说几句',
  urgent: (hours: number) => `很急：请 ${hours} 小时内联系`,
  send: '送出',
  own: '您的约谈',
  state: {
    asked: '收到了',
    appointed: '约好了',
    talked: '谈过了',
    more: '收到了，会再约时间',
    closed: '已结束',
  } satisfies Record<CareState, string>,
  by: (when: string) => `${when} 前有人联系您。`,
  late: '答应的时间已经过了，对不起。请打下面的电话，或直接去找心理老师。',
  at: (when: string, place: string) => `${when}，${place}`,
  again: '想再谈，可以在家庭页再约一次。',
  keep: '请记下这个编码或收藏本页：只有凭它才看得到约谈；家庭页上看不到。丢了不能补，可以再约一次。',
  noWords: '这里不显示您填了什么、是谁。',
  lines: '求助电话',
  back: '返回家庭页',
};

const en: typeof zh = {
  title: 'Talk with the counsellor',
  toAsk: 'Talk with the counsellor',
  lead: 'Only the school’s counsellor sees what you write; the class teacher, the school and the bureau do not. All of it is destroyed when the response ends.',
  promise: (hours) => `Somebody gets in touch within ${hours} hours.`,
  urgentTitle: 'If it is urgent, do not wait for this',
  urgentLead:
    'If somebody may come to harm, or you feel that you cannot go on: tell an adult near you now, and do not stay alone. Parents, stay with your child.',
  noLines: 'The school has entered no help number here. Go to a teacher or your family now.',
  notOpen:
    'The school’s counsellor does not take requests here yet. Go to the counsellor or the class teacher.',
  consent:
    'A guardian’s consent is needed first: give it on the family’s page, or tell the counsellor in person or by telephone.',
  child: 'Which child’s school',
  talks: 'Who wants to talk',
  talkers: { pupil: 'The child', parent: 'A parent', both: 'Both' },
  reach: 'How to reach you',
  reachHint: 'telephone, WeChat, or which classroom or dormitory',
  suits: 'When it suits you',
  optional: 'may be left out',
  words: 'Something to say beforehand',
  urgent: (hours) => `Urgent: please get in touch within ${hours} hours`,
  send: 'Send',
  own: 'Your request to talk',
  state: {
    asked: 'Received',
    appointed: 'Appointed',
    talked: 'You have talked',
    more: 'Received; another time will be appointed',
    closed: 'Closed',
  },
  by: (when) => `Somebody gets in touch by ${when}.`,
  late: 'The time that was promised is over, and we are sorry. Ring one of the numbers below, or go to the counsellor.',
  at: (when, place) => `${when}, ${place}`,
  again: 'To talk again, ask once more from the family’s page.',
  keep: 'Keep this code or bookmark this page: it alone shows the request; the family’s page does not. Lost, it is not given again, but you can ask anew.',
  noWords: 'What you wrote, and who you are, is not shown here.',
  lines: 'Help numbers',
  back: 'Back to the family’s page',
};

export type CareWords = typeof zh;
export const carePageWords: Record<PageLanguage, CareWords> = { 'zh-CN': zh, en };
