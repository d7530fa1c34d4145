import { fitting, idIn } from '@liangbuwu/ui/shell/address.ts';

export type LedgerSearch = {
  action?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  subject?: string | undefined;
  response?: string | undefined;
};

const day = /^\d{4}-\d{2}-\d{2}$/;

/** The filters that an address asks for; what makes no sense is passed over. */
export function readLedgerSearch(raw: Record<string, unknown>): LedgerSearch {
  return {
    action: fitting(raw.action, /^[a-z][\w.-]{0,79}$/),
    from: fitting(raw.from, day),
    to: fitting(raw.to, day),
    subject: fitting(raw.subject, /^[a-z][\w.:-]{0,119}$/i),
    response: idIn(raw.response),
  };
}
