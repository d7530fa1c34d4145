import { idIn } from '@liangbuwu/ui/shell/address.ts';

/** Which response, and which earlier version, a page is about; whatever is missing, the page chooses by itself. */
export type CampusSearch = { response?: string; plan?: string; poster?: 'yes' | undefined };

/** What an address says, as far as it makes sense; the rest is passed over. */
export function readCampusSearch(raw: Record<string, unknown>): CampusSearch {
  const [response, plan] = [idIn(raw.response), idIn(raw.plan)];
  return {
    ...(response && { response }),
    ...(plan && { plan }),
    ...(raw.poster === 'yes' && { poster: 'yes' as const }),
  };
}
