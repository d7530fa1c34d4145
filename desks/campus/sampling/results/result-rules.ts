import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

export const tubeOpen: RefusalKind<{ code: string }> = {
  code: 'tube-open',
  status: 409,
  cause: ({ code }) => say(`管 ${code} 还没有封。`, `Tube ${code} is still open.`),
  remedy: () => say('采满或结束采样后再登记结果。', 'Fill it, or end the session, first.'),
};

export const reportAhead: RefusalKind = {
  code: 'report-ahead',
  status: 422,
  cause: () =>
    say(
      '报告时间还没有到，或早于封管。',
      'The report’s time is still to come, or before the tube was closed.',
    ),
  remedy: () => say('请填报告上的时间。', 'Give the time on the report.'),
};

export const nobodyFollowed: RefusalKind = {
  code: 'nobody-followed',
  status: 409,
  cause: () =>
    say('这一管不用跟进，姓名不打开。', 'Nobody of this tube is followed up; no name is opened.'),
  remedy: () => say('只有阳性和无效的管才看名单。', 'Names are for positive and invalid tubes.'),
};
