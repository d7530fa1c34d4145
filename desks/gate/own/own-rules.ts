import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

/** So many may wait at one gate: more than a clerk sees to in a day. */
export const mostWaiting = 100;
/** So many may wait with one telephone: a family's. */
export const mostOfPhone = 6;

export const tooManyWaiting: RefusalKind = {
  code: 'too-many-waiting',
  status: 429,
  cause: () =>
    say(
      `这个卡口等着看的自行申请已有 ${mostWaiting} 份，暂时不再收；您填的没有保存。`,
      `${mostWaiting} applications wait at this gate already, so no more are taken for now; nothing of yours was saved.`,
    ),
  remedy: () =>
    say(
      '请过一两个小时再来，或打电话、到卡口请值守员代办；急事请直接到卡口说明。',
      'Come back in an hour or two, or have the one at the gate apply for you; if it is urgent, go to the gate and say so.',
    ),
};

export const tooManyOfPhone: RefusalKind = {
  code: 'too-many-of-phone',
  status: 429,
  cause: () =>
    say(
      `这个电话已有 ${mostOfPhone} 份申请等着看，这一份没有收。`,
      `${mostOfPhone} applications with this telephone wait already; this one was not taken.`,
    ),
  remedy: () =>
    say(
      '请等前面的办完，或撤回不用的；人多请由村、学校或企业统一代办。',
      'Wait for those, or take back what is not needed; for many people let the village, school or plant apply.',
    ),
};

export const formUsed: RefusalKind = {
  code: 'form-used',
  status: 409,
  cause: () =>
    say('这张表已经交过，内容不一样。', 'This form was sent already, with something else in it.'),
  remedy: () => say('请重新打开卡口的页面再填。', 'Open the page of the gate again for a new one.'),
};

export const ownDecided: RefusalKind = {
  code: 'own-decided',
  status: 409,
  cause: () =>
    say(
      '这份申请已经办过，或本人已撤回。',
      'This application is decided already, or was taken back.',
    ),
  remedy: () => say('请刷新后查看。', 'Reload to see what became of it.'),
};

export const ruleSaysNo: RefusalKind = {
  code: 'rule-says-no',
  status: 409,
  cause: () =>
    say(
      '按来的那一刻的规定，这些情况不能签发。',
      'By the rule of the moment of coming, a pass may not be issued for these facts.',
    ),
  remedy: () =>
    say(
      '请电话核实情况后更正，或写明原因退回。',
      'Telephone and put the facts right, or send it back with the reason.',
    ),
};

/** The same whether there never was such a page, it was given anew, or its response has closed. */
export const noSuchPage: RefusalKind = {
  code: 'no-such-own-page',
  status: 404,
  cause: () => say('没有这个链接的页面。', 'There is no page with this link.'),
  remedy: () =>
    say(
      '请核对编码。响应结束后，这类页面连同里面的个人信息都已销毁。',
      'Check the code. Once a response has closed, such pages are destroyed with all that was in them.',
    ),
};
