import type { RefusalKind } from '../../http/refusal.ts';
import { say } from '../../http/say.ts';

export const lastingWords = {
  household: say('常住户', 'lasting household'),
  resident: say('常住人员', 'resident'),
};

export const headTwice: RefusalKind = {
  code: 'head-twice',
  status: 409,
  cause: () => say('这户已有一位户主。', 'The household has a head already.'),
  remedy: () =>
    say('请先改那一位与户主的关系。', 'Change what that person is to the household first.'),
};

export const residentElsewhere: RefusalKind = {
  code: 'resident-elsewhere',
  status: 409,
  cause: () =>
    say(
      '这个编号的人登记在另一户。',
      'The person of this id is registered with another household.',
    ),
  remedy: () =>
    say(
      '换了住处的，请在原来那户删除，再在现在这户登记。',
      'Who has moved: erase them there, and register them where they live now.',
    ),
};

export const lastingWithoutPlace: RefusalKind<{ label: string }> = {
  code: 'lasting-without-place',
  status: 422,
  cause: ({ label }) =>
    say(`“${label}”没有登记供水点。`, `“${label}” has no point that serves it.`),
  remedy: () =>
    say(
      '请先在常住户台账里选好供水点，再带入。',
      'Choose its point in the lasting register, then bring it in.',
    ),
};

export const lastingTwice: RefusalKind<{ id: string }> = {
  code: 'lasting-twice',
  status: 422,
  cause: ({ id }) => say(`编号 ${id} 出现两次。`, `The id ${id} is there twice.`),
  remedy: () => say('每户、每人只写一次。', 'Name each household and each person once.'),
};

export const notCorrected: RefusalKind = {
  code: 'not-corrected',
  status: 409,
  cause: () =>
    say(
      '这户在这次响应里没有这样的更正，或已处理。',
      'The response has no such correction of this household, or it was dealt with.',
    ),
  remedy: () => say('请刷新更正一览。', 'Read the list of corrections again.'),
};
