import type { PageLanguage } from '@liangbuwu/office/public/language.ts';

const zh = {
  pass: (day: string) => `进校通行证：${day}`,
  qr: (name: string) => `${name} 的通行证二维码`,
  code: '扫不出来时报短码',
  codeAt: (gate: string) => `扫不出来时报短码（${gate}）`,
  who: '谁的',
  gate: '校门',
  arrival: '到校',
  told: '公告',
  staggered: { walk: '步行', car: '坐车', bus: '校车' },
  bring: '给孩子带上：截图或打印都可以。只在这一天、这个校门有效。',
  bringFour: (four: string) =>
    `给孩子带上：截图或打印都可以。校门会问家长手机末四位（${four}）。只在这一天、这个校门有效。`,
  onlyWhile: '答复变了，通行证就收回，这里会写明。上面没有身份证号，也没有健康情况。',
  notYet: '通行证还没有：学校设好校门、离到校不到 31 天时，显示在这里。',
  withdrawn: (day: string) => `${day}的进校通行证已收回`,
  byAnswer: '因为现在的答复不是“可以返校”，或到校的日子变了。以前截图、打印的也不能用了。',
  byHand: (why: string) => `由发证单位收回：${why}。`,
  stayHome:
    '请先让孩子留在家里，不要到校门口来；已经出门的，给班主任打电话，学校有地方等。情况一变就重新填报：答复变回“可以返校”，新的通行证马上显示在这里。',
  askFirst: '请先给班主任打电话，不要直接到校门口来。',
};
type PassWords = typeof zh;

const en: PassWords = {
  pass: (day) => `Pass to school: ${day}`,
  qr: (name) => `QR code of the pass of ${name}`,
  code: 'If it cannot be scanned, say the code',
  codeAt: (gate) => `If it cannot be scanned, say the code (${gate})`,
  who: 'Whose',
  gate: 'Gate',
  arrival: 'Arrival',
  told: 'Notice',
  staggered: { walk: 'On foot', car: 'By car', bus: 'By bus' },
  bring: 'Give it to the child: a screenshot or a print. Good on that day and at that gate only.',
  bringFour: (four) =>
    `Give it to the child: a screenshot or a print. The gate asks for the last four of a parent’s telephone (${four}). Good on that day and at that gate only.`,
  onlyWhile:
    'When the answer changes the pass is withdrawn, and it says so here. It holds no identity number and nothing about health.',
  notYet:
    'There is no pass yet: it is here once the school has set its gate up and the arrival is less than 31 days ahead.',
  withdrawn: (day) => `The pass of ${day} was withdrawn`,
  byAnswer:
    'The answer is not “may return” now, or the day of return has changed. Screenshots and prints of it are void too.',
  byHand: (why) => `Withdrawn by who issued it: ${why}.`,
  stayHome:
    'Keep the child at home for now and do not come to the gate. If they are on the way, ring the class teacher: the school has a place to wait. Report again as soon as something changes: once the answer is “may return”, a new pass is here at once.',
  askFirst: 'Ring the class teacher first; do not come to the gate.',
};

export const passWords: Record<PageLanguage, PassWords> = { 'zh-CN': zh, en };
