import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import type { RoadClass, Source, TankerRow } from './registers.ts';

export type BarredWhy = 'out' | 'not-disinfected' | 'clearance-ended' | 'lent-back';

/** Why a tanker may not carry drinking water on this day; undefined where it may. */
export function barred(tanker: TankerRow, on: string): BarredWhy | undefined {
  if (tanker.state === 'out') return 'out';
  if (tanker.lentUntil !== null && tanker.lentUntil < on) return 'lent-back';
  if (tanker.clearedUntil !== null && tanker.clearedUntil < on) return 'clearance-ended';
  const clean = tanker.disinfectedOn !== null && tanker.disinfectedOn <= on;
  return tanker.kind === 'sprinkler' && !clean ? 'not-disinfected' : undefined;
}

export type ShutWhy = 'closed' | 'test-failed' | 'consent-not-begun' | 'consent-ended';

/** Why a source may not be used on this day; undefined where it may. */
export function shut(source: Source, on: string): ShutWhy | undefined {
  if (source.state === 'closed') return 'closed';
  if (source.testResult === 'failed' && (source.testedOn ?? '') <= on) return 'test-failed';
  if (source.consentFrom !== null && source.consentFrom > on) return 'consent-not-begun';
  return source.consentUntil !== null && source.consentUntil < on ? 'consent-ended' : undefined;
}

/**
 * The largest tanker that may be sent up a road: every one of that size or smaller manages it, and keeps to the
 * point's own limit. A bigger one that would manage it too is not sent: the day's format knows sizes only.
 *
 * @returns litres; null: any tanker may.
 */
export function largestTanker(
  road: RoadClass,
  own: number | null,
  tankers: readonly Pick<TankerRow, 'litres' | 'roadClass'>[],
): number | null {
  const manages: Record<RoadClass, readonly RoadClass[]> = {
    main: ['main'],
    village: ['main', 'village'],
    track: ['main', 'village', 'track'],
  };
  const stuck = tankers.filter(({ roadClass }) => !manages[roadClass].includes(road));
  if (stuck.length === 0) return own;
  // Of none: one litre less than the smallest that would get stuck, which the format wants to be one at least.
  const limit = Math.max(1, Math.min(...stuck.map(({ litres }) => litres)) - 1);
  return own === null ? limit : Math.min(own, limit);
}

export const noDesk: RefusalKind = {
  code: 'no-water-desk',
  status: 404,
  cause: () =>
    say('这个辖区在本响应中没有开设送水台。', 'This area has no water desk in this response.'),
  remedy: () => say('请先设置服务时间和休息规定。', 'Set its service hours and rest rule first.'),
};

export const dayIsOver: RefusalKind<{ day: string; now: string }> = {
  code: 'day-is-over',
  status: 409,
  cause: ({ day, now }) =>
    say(
      `${day} 的送水时间已经过去，现在是 ${now}。`,
      `The service hours of ${day} are over; it is ${now}.`,
    ),
  remedy: () => say('请选择今天或以后的日期。', 'Choose today or a later day.'),
};

export const moveNotMade: RefusalKind<{ number: number }> = {
  code: 'move-not-made',
  status: 409,
  cause: ({ number }) =>
    say(
      `第 ${number} 处手工调整现在做不到了，情况在这期间变了。`,
      `Move ${number} can no longer be made; things have changed meanwhile.`,
    ),
  remedy: () =>
    say('请回到手工调整，看原因，改过再保存。', 'Go back to the plan, see why, and change it.'),
};

export const reasonNeeded: RefusalKind = {
  code: 'reason-needed',
  status: 422,
  cause: () => say('停用要写明原因。', 'A reason is needed to take this out of use.'),
  remedy: () =>
    say('请填写原因，村里和司机都会看到。', 'Write the reason; villages and drivers will read it.'),
};

export const stillInForce: RefusalKind<{ what: Say }> = {
  code: 'still-in-force',
  status: 409,
  cause: ({ what }) =>
    say(`执行中的计划还要用到${what['zh-CN']}。`, `A plan in force still counts on ${what.en}.`),
  remedy: () =>
    say(
      '请先停用它并重新编制计划，过了这一天再移除。',
      'Take it out of use and plan again; remove it once the day is over.',
    ),
};

export const nothingToCompare: RefusalKind = {
  code: 'nothing-to-compare',
  status: 409,
  cause: () =>
    say(
      '两份计划不是同一天、同一辖区的，或还没有结果。',
      'The two plans are not of one day and area, or one has no result yet.',
    ),
  remedy: () => say('请选择同一天的两份已完成的计划。', 'Choose two solved plans of one day.'),
};

export const noTank: RefusalKind = {
  code: 'no-village-tank',
  status: 409,
  cause: () => say('这个供水点没有登记村级水池。', 'This point has no village tank registered.'),
  remedy: () => say('请先登记水池容量。', 'Register the tank and what it holds first.'),
};

export const moreThanItHolds: RefusalKind<{ litres: number }> = {
  code: 'more-than-it-holds',
  status: 422,
  cause: ({ litres }) =>
    say(`这个水池只装得下 ${litres} 升。`, `This tank holds ${litres} L at most.`),
  remedy: () =>
    say('请核对读数，或更正水池容量。', 'Check the reading, or correct what the tank holds.'),
};

export const sourceNeeded: RefusalKind = {
  code: 'source-needed',
  status: 422,
  cause: () => say('费用数字要写明出处。', 'A cost figure needs its source.'),
  remedy: () =>
    say(
      '请写出自哪份合同、台账或报价；估计的也请写明怎么估的。',
      'Say which contract, account or offer it is from; of an estimate, how it was made.',
    ),
};

export const mustBeAboveZero: RefusalKind = {
  code: 'must-be-above-zero',
  status: 422,
  cause: () =>
    say(
      '这个数字要拿来除，须大于 0。',
      'Something is divided by this figure, so it must be more than zero.',
    ),
  remedy: () => say('不知道就留空。', 'Leave it empty where it is not known.'),
};

export const noShareAboveAll: RefusalKind = {
  code: 'no-share-above-all',
  status: 422,
  cause: () =>
    say('有效氯含量不会超过 100%。', 'A product cannot hold more than 100 % available chlorine.'),
  remedy: () => say('请按包装上的百分数填写。', 'Enter the percentage on its package.'),
};

export const countedWhen: RefusalKind = {
  code: 'counted-when',
  status: 422,
  cause: () => say('存量要写明哪一天盘点。', 'A stock needs the day on which it was counted.'),
  remedy: () => say('请填写盘点日期。', 'Enter the day of the count.'),
};
