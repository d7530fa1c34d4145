import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import type {
  Closing,
  listClosings,
  Objection,
} from '@liangbuwu/office/responses/closing/closing.contract.ts';
import type { Response } from '../shell/use-situation.ts';

/** One response with its closing, and what the one who looks may do about it. */
export type Standing = {
  response: Response;
  closing: Closing | undefined;
  state: 'open' | Closing['state'];
  me: string;
  /** The shortest countdown. */
  hours: number;
  mayClose: boolean;
  mayObject: boolean;
};

export function standingOf(
  response: Response,
  closings: OutputOf<typeof listClosings>,
  me: string,
): Standing {
  const closing = closings.closings.find((one) => one.response === response.id);
  return {
    response,
    closing,
    state: response.ended !== null ? 'closed' : (closing?.state ?? 'open'),
    me,
    hours: closings.hours,
    mayClose: closings.mayClose.includes(response.id),
    mayObject: closings.mayObject.includes(response.id),
  };
}

export type WhyNotConfirm = 'mayNotClose' | 'secondPerson' | 'objected' | 'countdown';

/** Why the closing cannot be confirmed by who looks; undefined where it can. */
export function whyNotConfirm(of: Standing): WhyNotConfirm | undefined {
  if (!of.mayClose) return 'mayNotClose';
  if (of.closing?.proposed.by.account === of.me) return 'secondPerson';
  if (of.state === 'objected') return 'objected';
  return of.state === 'due' ? undefined : 'countdown';
}

export type WhyNotOverrule = 'mayNotClose' | 'proposer' | 'ownObjection';

export function whyNotOverrule(of: Standing, objection: Objection): WhyNotOverrule | undefined {
  if (!of.mayClose) return 'mayNotClose';
  if (of.closing?.proposed.by.account === of.me) return 'proposer';
  return objection.raised.by.account === of.me ? 'ownObjection' : undefined;
}

/** How far the countdown has come, 0 to 1. */
export function shareOf(closing: Closing, now: string): number {
  const [from, to] = [Date.parse(closing.proposed.at), Date.parse(closing.effective)];
  return Math.min(1, Math.max(0, (Date.parse(now) - from) / (to - from)));
}

/** Countdowns to choose from, in hours: the shortest, and rounder ones that are longer. */
export const countdowns = (hours: number): number[] => [
  hours,
  ...[24, 48, 72, 168, 336, 720].filter((one) => one > hours),
];
