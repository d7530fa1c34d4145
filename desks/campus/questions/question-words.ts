import type { PageLanguage } from '@liangbuwu/office/public/language.ts';

const zh = {
  title: '问学校',
  lead: '先看看有没有人问过：学校公开的回答，大家都能看。',
  words: '找什么',
  wordsHint: '几个字就行，例如“核酸”“接送”',
  topic: '哪一类',
  anyTopic: '都看',
  find: '找',
  found: (n: number) => `找到 ${n} 条`,
  foundNone: '没有找到。换几个字，或者在下面问学校。',
  none: '学校还没有公开的回答。',
  latest: '最近的回答',
  said: (when: string) => `学校 ${when} 公开`,
  ask: '没有合适的？问学校',
  askOwn: (hours: number) => `学校 ${hours} 小时内回答，回答只在自家的页面上看。请不要写身份证号。`,
  askPublic: (hours: number) =>
    `学校 ${hours} 小时内看。不问您是谁，所以回答合适时公开在这一页；不要写姓名、电话和身份证号。要单独答复的，请从自家的页面问。`,
  child: '关于哪个孩子',
  question: '问题',
  send: '发给学校',
  similarTitle: '这些已经回答过',
  similarLead: '看看是不是您要问的。',
  yours: '您要问的',
  sendAnyway: '都不是，发给学校',
  sentTitle: '学校收到了',
  sent: (until: string) => `学校在 ${until} 前看。回答合适时，公开在“问学校”这一页。`,
  own: '我们问过的',
  waits: (until: string) => `等学校回答，${until} 前`,
  late: (until: string) => `应在 ${until} 前回答，还没有。请打学校电话或找班主任。`,
  answered: (when: string) => `学校 ${when} 回答`,
  open: '查回答、问学校',
  back: '返回',
};
export type QuestionWords = typeof zh;

const en: QuestionWords = {
  title: 'Ask the school',
  lead: 'See first whether somebody asked before: what the school published is there for everybody.',
  words: 'Look for',
  wordsHint: 'a word or two, such as “test”',
  topic: 'About',
  anyTopic: 'Everything',
  find: 'Find',
  found: (n) => `${n} found`,
  foundNone: 'Nothing found. Try other words, or ask the school below.',
  none: 'The school has published no answer yet.',
  latest: 'The latest answers',
  said: (when) => `Published by the school, ${when}`,
  ask: 'None fits? Ask the school',
  askOwn: (hours) =>
    `The school answers within ${hours} hours; the answer is on your own page only. Write no identity number, please.`,
  askPublic: (hours) =>
    `The school looks at it within ${hours} hours. Who you are is not asked, so an answer that suits everybody is published on this page: write no name, telephone or identity number. For an answer of your own, ask from your family’s page.`,
  child: 'About which child',
  question: 'Your question',
  send: 'Send to the school',
  similarTitle: 'These were answered already',
  similarLead: 'Is one of them what you ask?',
  yours: 'What you ask',
  sendAnyway: 'None of them: send to the school',
  sentTitle: 'The school has it',
  sent: (until) =>
    `It is looked at by ${until}. An answer that suits everybody is published under “Ask the school”.`,
  own: 'What we asked',
  waits: (until) => `Waits for an answer, by ${until}`,
  late: (until) =>
    `It was to be answered by ${until} and has not been. Ring the school or the class teacher, please.`,
  answered: (when) => `Answered by the school, ${when}`,
  open: 'Find an answer, ask the school',
  back: 'Back',
};

export const questionWords: Record<PageLanguage, QuestionWords> = { 'zh-CN': zh, en };
