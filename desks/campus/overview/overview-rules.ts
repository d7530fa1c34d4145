import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

export const notAReturnRule: RefusalKind = {
  code: 'not-a-return-rule',
  status: 422,
  cause: () =>
    say('这一版不是已发布的返校规则。', 'This is no published version of a rule for returning.'),
  remedy: () => say('请从列表里另选一版。', 'Choose another version from the list.'),
};
