import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

/** So often a person may be reported on a day. */
export const mostReports = 20;

export const reportedOften: RefusalKind = {
  code: 'reported-often',
  status: 429,
  cause: () =>
    say(
      `今天已经填报 ${mostReports} 次，没有再记。`,
      `There were ${mostReports} reports today; this was not kept.`,
    ),
  remedy: () => say('请打电话告诉班主任。', 'Ring the class teacher.'),
};

export const nothingToRepeat: RefusalKind = {
  code: 'nothing-to-repeat',
  status: 409,
  cause: () => say('以前还没有填报过。', 'Nothing was reported before.'),
  remedy: () => say('请填一次完整的表。', 'Fill in the whole form once.'),
};

export const notAsked: RefusalKind = {
  code: 'not-asked',
  status: 422,
  cause: () =>
    say(
      '填了规则不问的内容，没有保存。',
      'It has something that the rule does not ask; nothing was kept.',
    ),
  remedy: () => say('只填规则要问的。', 'Give what the rule asks, and nothing else.'),
};

export const testAhead: RefusalKind = {
  code: 'test-ahead',
  status: 422,
  cause: () => say('核酸报告的时间还没有到。', 'The time of the test report is still to come.'),
  remedy: () => say('请填报告已经出来的时间。', 'Give when the report came out.'),
};
