import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

/** The same whether there never was such a page, it was given anew, or its response has closed. */
export const noSuchHome: RefusalKind = {
  code: 'no-such-home-page',
  status: 404,
  cause: () => say('没有这个链接的页面。', 'There is no page with this link.'),
  remedy: () =>
    say(
      '请向班主任要新的链接。响应结束后，这类页面连同里面的个人信息都已销毁。',
      'Ask the class teacher for a new link. Once a response has closed, such pages are destroyed with all that was in them.',
    ),
};

export const consentFirst: RefusalKind = {
  code: 'consent-first',
  status: 409,
  cause: () =>
    say('还没有监护人同意，没有保存。', 'No guardian has consented yet; nothing was saved.'),
  remedy: () => say('请先在页面上同意，再填报。', 'Consent on the page first, then report.'),
};
