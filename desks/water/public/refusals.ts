import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

/** The same whether there never was such a code, it was taken back, or its point is no more. */
export const noSuchPoint: RefusalKind = {
  code: 'no-such-point',
  status: 404,
  cause: () => say('没有这个编号的供水点。', 'There is no water point with this code.'),
  remedy: () =>
    say(
      '请重新扫海报上的二维码，或核对海报上的编号；海报旧了请找村干部换。',
      'Scan the code on the poster again, or check the signs that stand there; ask your village cadre for a new poster if it is old.',
    ),
};

export const waterEnded: RefusalKind = {
  code: 'water-ended',
  status: 409,
  cause: () => say('这次送水已经结束。', 'This water delivery has ended.'),
  remedy: () =>
    say('还缺水的话，请找村干部。', 'If you are still short of water, ask your village cadre.'),
};
