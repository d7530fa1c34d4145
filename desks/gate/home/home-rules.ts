import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

/** So often a household may change its word on a day. */
export const mostWords = 10;

export const notToday: RefusalKind = {
  code: 'not-today',
  status: 409,
  cause: () =>
    say('今天不是居家监测的日子，或已经解除。', 'Today is no day of monitoring, or it is over.'),
  remedy: () =>
    say('有事请打负责人的电话，或找村干部。', 'Ring the official, or ask your village cadre.'),
};

export const saidOften: RefusalKind = {
  code: 'said-often',
  status: 429,
  cause: () =>
    say(
      `今天已经说过 ${mostWords} 次，没有再记。`,
      `You said so ${mostWords} times today; this was not kept.`,
    ),
  remedy: () =>
    say('有事请打负责人的电话，或找村干部。', 'Ring the official, or ask your village cadre.'),
};
