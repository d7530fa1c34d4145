import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

export const noCandidates: RefusalKind = {
  code: 'no-candidates',
  status: 409,
  cause: () =>
    say('还没有登记可以建站的候选点。', 'No site where a station could be built is registered.'),
  remedy: () =>
    say(
      '请在基础台账的“候选点”中登记井、山泉或水库，状态选“候选”。',
      'Register wells, springs or reservoirs under Sites in the registers, as candidates.',
    ),
};

export const nobodyLacksWater: RefusalKind = {
  code: 'nobody-lacks-water',
  status: 409,
  cause: () =>
    say(
      '各村民供水点的自有水都够到最后一条保障线，没有人要靠新站取水。',
      "Every village point's own water reaches the last floor: nobody needs a new station.",
    ),
  remedy: () =>
    say(
      '请核对供水点台账的人数和自有水。',
      'Check people and own water in the register of points.',
    ),
};
