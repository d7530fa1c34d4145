import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

export const gaugeRunsBackwards: RefusalKind<{ rises: boolean }> = {
  code: 'gauge-runs-backwards',
  status: 422,
  cause: ({ rises }) =>
    rises
      ? say('加水后的水位低于加水前。', 'The gauge stands lower after filling than before.')
      : say('放水后的水位高于放水前。', 'The gauge stands higher after emptying than before.'),
  remedy: () =>
    say('请核对两个读数，是否填反了。', 'Check the two readings; they may be the wrong way round.'),
};

export const nothingToCorrect: RefusalKind = {
  code: 'nothing-to-correct',
  status: 409,
  cause: () =>
    say('要更正的那条记录还没有收到。', 'The entry to be put right has not been received yet.'),
  remedy: () =>
    say('请先发送原记录，再发送更正。', 'Send the first entry, then the one that puts it right.'),
};

export const otherEntry: RefusalKind = {
  code: 'corrects-another',
  status: 409,
  cause: () =>
    say(
      '更正只能针对同一方、同一地点、同一辆车的同类记录。',
      'An entry puts right one of the same side, kind, place and tanker only.',
    ),
  remedy: () => say('请从那条记录进入更正。', 'Open the entry itself and correct it there.'),
};
