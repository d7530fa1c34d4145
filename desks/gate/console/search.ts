import { dayIn, idIn } from '@liangbuwu/ui/shell/address.ts';

/** Which gate and day a page is about; whatever is missing, the page chooses by itself. */
export type GateSearch = { response?: string; gate?: string; day?: string };

/** What an address says, as far as it makes sense; the rest is passed over. */
export function readGateSearch(raw: Record<string, unknown>): GateSearch {
  const [response, gate, day] = [idIn(raw.response), idIn(raw.gate), dayIn(raw.day)];
  return { ...(response && { response }), ...(gate && { gate }), ...(day && { day }) };
}
