import { dayIn, idIn } from '@liangbuwu/ui/shell/address.ts';

/** What a page is about: response, school, class, an earlier version of a plan, an open record, a day; whatever is missing, the page chooses by itself. */
export type CampusSearch = {
  response?: string;
  school?: string;
  class?: string;
  plan?: string;
  open?: string;
  /** A rule that is tried. */
  rule?: string;
  day?: string;
  poster?: 'yes' | undefined;
};

const ids = ['response', 'school', 'class', 'plan', 'open', 'rule'] as const;

/** What an address says, as far as it makes sense; the rest is passed over. */
export function readCampusSearch(raw: Record<string, unknown>): CampusSearch {
  const named = ids.flatMap((name) => {
    const id = idIn(raw[name]);
    return id ? [[name, id] as const] : [];
  });
  const day = dayIn(raw.day);
  return {
    ...(day && { day }),
    ...Object.fromEntries(named),
    ...(raw.poster === 'yes' && { poster: 'yes' as const }),
  };
}
