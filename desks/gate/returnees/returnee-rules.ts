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

export const notAnOfficial: RefusalKind = {
  code: 'not-an-official',
  status: 422,
  cause: () =>
    say(
      '这个账号在这里没有登记返乡人员的权限，不能承诺监测。',
      'This account may not look after who came home here, so it cannot promise the days.',
    ),
  remedy: () => say('请从名单里选一名干部。', 'Choose one of the officials on the list.'),
};

export const nothingLeft: RefusalKind = {
  code: 'nothing-left-to-hand-over',
  status: 409,
  cause: () =>
    say('没有还没到期的监测日可以转交。', 'No day of monitoring is still to come, or due today.'),
  remedy: () =>
    say(
      '过去的日子仍由原来的干部负责；期满请解除。',
      'Past days stay with who promised them; release when it is over.',
    ),
};
