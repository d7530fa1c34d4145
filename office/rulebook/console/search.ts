import { Purpose } from '../rulebook.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

const fitting = (value: unknown, pattern: RegExp) =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

export type RulesSearch = { response?: string | undefined };
export const readRulesSearch = (raw: Record<string, unknown>): RulesSearch => ({
  response: fitting(raw.response, uuid),
});

export type SetSearch = RulesSearch & { version?: string | undefined };
export const readSetSearch = (raw: Record<string, unknown>): SetSearch => ({
  ...readRulesSearch(raw),
  version: fitting(raw.version, uuid),
});

/** Facts of a person never stand in an address. */
export type TrySearch = RulesSearch & {
  purpose?: Purpose | undefined;
  area?: string | undefined;
  at?: string | undefined;
};
export function readTrySearch(raw: Record<string, unknown>): TrySearch {
  const purpose = Purpose.safeParse(raw.purpose);
  return {
    ...readRulesSearch(raw),
    purpose: purpose.success ? purpose.data : undefined,
    area: fitting(raw.area, uuid),
    at: fitting(raw.at, moment),
  };
}
