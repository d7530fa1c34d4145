import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

/** Days that one sheet of a gate's ledger holds. */
export const mostDays = 31;

export const ledgerTooLong: RefusalKind = {
  code: 'ledger-too-long',
  status: 422,
  cause: () =>
    say(
      `起止日期不对：先起后止，最多 ${mostDays} 天。`,
      `The days are the wrong way round, or more than ${mostDays}.`,
    ),
  remedy: () => say('请分段导出。', 'Take the sheet in parts.'),
};
