import { fitting, idIn } from '@liangbuwu/ui/shell/address.ts';
import { Purpose } from '../rulebook.ts';

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

export type RulesSearch = { response?: string | undefined };
export const readRulesSearch = (raw: Record<string, unknown>): RulesSearch => ({
  response: idIn(raw.response),
});

export type SetSearch = RulesSearch & { version?: string | undefined };
export const readSetSearch = (raw: Record<string, unknown>): SetSearch => ({
  ...readRulesSearch(raw),
  version: idIn(raw.version),
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
    area: idIn(raw.area),
    at: fitting(raw.at, moment),
  };
}
