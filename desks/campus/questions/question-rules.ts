import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

export const questionsFull: RefusalKind<{ most: number }> = {
  code: 'questions-full',
  status: 409,
  cause: ({ most }) =>
    say(
      `已有 ${most} 个问题在等回答，没有再记。`,
      `${most} questions wait for an answer already; this one was not taken.`,
    ),
  remedy: () =>
    say(
      '请先看已有的回答；急事请打学校电话。',
      'Look at what has been answered; if it is urgent, ring the school.',
    ),
};

export const noQuestions: RefusalKind = {
  code: 'no-questions-now',
  status: 409,
  cause: () => say('学校现在不收问题。', 'The school takes no questions now.'),
  remedy: () => say('有事请打学校电话。', 'Ring the school, please.'),
};

export const identityNumber: RefusalKind = {
  code: 'identity-number-in-it',
  status: 422,
  cause: () =>
    say('里面有身份证号，不能公开。', 'It holds an identity number, which is never published.'),
  remedy: () => say('请删掉再公开。', 'Take it out, then publish.'),
};
