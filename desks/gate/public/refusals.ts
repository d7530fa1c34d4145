import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

/** The same whether there never was such a code or it was taken back. */
export const noSuchGate: RefusalKind = {
  code: 'no-such-gate',
  status: 404,
  cause: () => say('没有这个编号的卡口。', 'There is no gate with this code.'),
  remedy: () =>
    say(
      '请重新扫海报上的二维码，或核对海报上的编号；海报旧了请到卡口看新的。',
      'Scan the code on the poster again, or check the signs that stand there; an old poster may have been replaced at the gate.',
    ),
};

export const gateShut: RefusalKind = {
  code: 'gate-shut',
  status: 409,
  cause: () =>
    say('这个卡口现在停用，不从这里进出。', 'This gate is out of use; nobody passes here.'),
  remedy: () =>
    say('请走别的卡口，扫那里的海报。', 'Go to another gate and scan the poster there.'),
};

export const notCheckedHere: RefusalKind = {
  code: 'not-checked-here',
  status: 422,
  cause: () => say('这个卡口不查这一项。', 'This gate does not check for that.'),
  remedy: () => say('请回到第一页重新选择。', 'Go back to the first page and choose again.'),
};

export const whenUnclear: RefusalKind = {
  code: 'when-unclear',
  status: 422,
  cause: () =>
    say(
      '来的时间看不懂，或在 31 天以后。',
      'The time of coming is unclear, or more than 31 days ahead.',
    ),
  remedy: () =>
    say(
      '请回到第一页，按“年月日 时分”重选。',
      'Go back to the first page and choose day and time again.',
    ),
};
