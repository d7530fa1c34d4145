import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

/** Who was at one gate is not at another within so many minutes, where no drive time between the two is known. */
export const apartMinutes = 15;

/** An estimate is of a laden tanker: nobody is suspected who may have driven twice as fast. */
export const estimateShare = 0.5;

/** Hours within which two checks of a pass are compared: no two gates lie further apart. */
export const widestHours = 12;

/** Hours after which a gate's bundle is old, and after which it says nothing. */
export const bundleHours = { stale: 24, expires: 72 } as const;

export const gateIsFixed: RefusalKind = {
  code: 'gate-is-fixed',
  status: 409,
  cause: () =>
    say(
      '卡口属于哪次响应、在哪个辖区，设置后不能改。',
      'A gate’s response and area stay as they were set up.',
    ),
  remedy: () => say('请另设一个卡口。', 'Set up another gate.'),
};

export const noMoreGates: RefusalKind = {
  code: 'no-more-gates',
  status: 409,
  cause: () => say('卡口编号 1 到 255 已用完。', 'The numbers of gates, 1 to 255, are used up.'),
  remedy: () => say('请把相邻的门合为一个卡口。', 'Let doors that lie together be one gate.'),
};

export const gateOutOfUse: RefusalKind<{ gate: string }> = {
  code: 'gate-out-of-use',
  status: 409,
  cause: ({ gate }) => say(`卡口“${gate}”已停用。`, `The gate “${gate}” is out of use.`),
  remedy: () =>
    say(
      '请改选别的卡口；要恢复，请区县值班员在“卡口设置”里办。',
      'Choose another gate; a county officer puts it back into use on the page where gates are set up.',
    ),
};

export const responseNotTyped: RefusalKind<{ name: string }> = {
  code: 'response-not-typed',
  status: 409,
  cause: () =>
    say('确认用的名称不一致，密钥没有更换。', 'The name does not match; the key was not changed.'),
  remedy: ({ name }) => say(`请原样输入：${name}`, `Type it exactly: ${name}`),
};

export const placeHidden: RefusalKind = {
  code: 'place-hidden',
  status: 409,
  cause: () =>
    say(
      '卡口的位置要人人看得到，才能算两个卡口之间的路程；这个地点没有公开。',
      'Everybody has to see where a gate lies, so that drive times between gates can be told; this place is not shared.',
    ),
  remedy: () =>
    say(
      '请先在地点表里把它设为“全辖区可见”，或选另一个地点，或不写位置。',
      'Share it in the register of places first, choose another one, or leave the place out.',
    ),
};
