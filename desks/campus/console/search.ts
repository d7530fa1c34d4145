import { idIn } from '@liangbuwu/ui/shell/address.ts';

/** Which response, school and record a page is about; whatever is missing, the page chooses by itself. */
export type CampusSearch = { response?: string; school?: string; open?: string };

/** What an address says, as far as it makes sense; the rest is passed over. */
export function readCampusSearch(raw: Record<string, unknown>): CampusSearch {
  const [response, school, open] = [idIn(raw.response), idIn(raw.school), idIn(raw.open)];
  return { ...(response && { response }), ...(school && { school }), ...(open && { open }) };
}
