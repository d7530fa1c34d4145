import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import type { Source, Tanker } from './water.ts';

/** Why a tanker may not carry drinking water on this day; undefined where it may. */
export function barred(tanker: Tanker, on: string): 'out' | 'not-disinfected' | undefined {
  if (tanker.state === 'out') return 'out';
  const clean = tanker.disinfectedOn !== null && tanker.disinfectedOn <= on;
  return tanker.kind === 'sprinkler' && !clean ? 'not-disinfected' : undefined;
}

/** Why a source may not be used on this day; undefined where it may. */
export function shut(source: Source, on: string): 'closed' | 'consent-ended' | undefined {
  if (source.state === 'closed') return 'closed';
  return source.consentUntil !== null && source.consentUntil < on ? 'consent-ended' : undefined;
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

export const reasonNeeded: RefusalKind = {
  code: 'reason-needed',
  status: 422,
  cause: () => say('停用要写明原因。', 'A reason is needed to take this out of use.'),
  remedy: () =>
    say('请填写原因，村里和司机都会看到。', 'Write the reason; villages and drivers will read it.'),
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

export const elsewhere: RefusalKind<{ what: Say }> = {
  code: 'area-elsewhere',
  status: 403,
  cause: ({ what }) =>
    say(`${what['zh-CN']}不在您的辖区内。`, `${what.en} lies outside your area.`),
  remedy: () =>
    say('请联系管辖它的乡镇或上级。', 'Ask the town that it belongs to, or the level above.'),
};
