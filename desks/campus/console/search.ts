import { idIn } from '@liangbuwu/ui/shell/address.ts';

/** Which school and class a page is about; whatever is missing, the page chooses by itself. */
export type CampusSearch = { response?: string; school?: string; class?: string };

/** What an address says, as far as it makes sense; the rest is passed over. */
export function readCampusSearch(raw: Record<string, unknown>): CampusSearch {
  const [response, school, of] = [idIn(raw.response), idIn(raw.school), idIn(raw.class)];
  return { ...(response && { response }), ...(school && { school }), ...(of && { class: of }) };
}
