import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

export const notMonitored: RefusalKind = {
  code: 'not-monitored',
  status: 409,
  cause: () =>
    say(
      '这个人现在不在居家监测，或那一天不是监测日。',
      'This person is not being monitored at home, or not on that day.',
    ),
  remedy: () => say('请刷新后查看监测日期。', 'Reload, and look at the days.'),
};

export const notYetOver: RefusalKind<{ on: string }> = {
  code: 'not-yet-over',
  status: 409,
  cause: ({ on }) =>
    say(`居家监测还没有期满，${on} 解除。`, `The monitoring is not over yet; it is on ${on}.`),
  remedy: ({ on }) =>
    say(
      `请在 ${on} 解除。规定有变时，请改按新规定登记。`,
      `Release on ${on}. Where the rule has changed, register by the new one.`,
    ),
};
