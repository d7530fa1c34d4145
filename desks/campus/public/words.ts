import type { PageLanguage } from '@liangbuwu/office/public/language.ts';

/** What the pages for parents say. */
export const campusWords: Record<PageLanguage, CampusWords> = {
  'zh-CN': {
    firstTitle: '返校',
    firstLead:
      '填海报上的 8 位编号，看学校的返校公告：谁、什么时候、走哪个门、带什么。填班主任给的 16 位编码，打开自家的填报页；填约心理老师时给的编码，看约谈。都不用登录。',
    typeCode: '编号或编码',
    typeCodeHint: '字母和数字，短横可以不填',
    noCode: '海报上的编号是 8 位，班主任给的、约心理老师的编码是 16 位，都是字母和数字。请核对。',
    open: '打开',
    title: (school) => `${school}返校公告`,
    none: '学校还没有公告返校批次。请等通知，不要自行返校。',
    saidAt: (at) => `学校 ${at} 公告`,
    corrected: (at) => `这一条是更正，学校 ${at} 公告`,
    earlier: '更正以前是这样说的',
    read: '我们看过了',
    readTitle: '告诉学校：看过了',
    readLead: '只数每个班有多少家看过，不问是谁。',
    whichClass: '孩子在哪个班',
    readDone: '记下了，谢谢。学校只看到每个班有多少家看过。',
    back: '返回公告',
    keep: '这里的公告说过的不改；有更正会另发一条，排在最前。',
  },
  en: {
    firstTitle: 'Return to school',
    firstLead:
      'With the 8 signs of the poster you read what a school announces: who returns when, by which gate, and what to bring. With the 16 signs from the class teacher you open your own family’s page; with those of a request to the counsellor you see the request. None needs an account.',
    typeCode: 'Your code',
    typeCodeHint: 'letters and figures; hyphens may be left out',
    noCode:
      'A poster’s code has 8 letters and figures, one from the class teacher or of a request has 16. Look again, please.',
    open: 'Open',
    title: (school) => `${school}: return to school`,
    none: 'The school has not announced a return yet. Please wait for it.',
    saidAt: (at) => `Announced by the school, ${at}`,
    corrected: (at) => `A correction, announced by the school, ${at}`,
    earlier: 'What was said before it was corrected',
    read: 'We have read it',
    readTitle: 'Tell the school that you have read it',
    readLead: 'Only how many of each class have read it is counted; who you are is not asked.',
    whichClass: 'Which class your child is in',
    readDone: 'Counted, thank you. The school sees only how many of each class have read it.',
    back: 'Back to the announcements',
    keep: 'What was announced here is never changed; a correction is another announcement, and stands first.',
  },
};

export interface CampusWords {
  firstTitle: string;
  firstLead: string;
  typeCode: string;
  typeCodeHint: string;
  noCode: string;
  open: string;
  title(school: string): string;
  none: string;
  saidAt(at: string): string;
  corrected(at: string): string;
  earlier: string;
  read: string;
  readTitle: string;
  readLead: string;
  whichClass: string;
  readDone: string;
  back: string;
  keep: string;
}
