import { dayIn, idIn } from '@liangbuwu/ui/shell/address.ts';

/** Which desk and day a page is about; whatever is missing, the page chooses by itself. */
export type DeskSearch = { response?: string; area?: string; day?: string };

/** What an address says, as far as it makes sense; the rest is passed over. */
export function readDeskSearch(raw: Record<string, unknown>): DeskSearch {
  const [response, area, day] = [idIn(raw.response), idIn(raw.area), dayIn(raw.day)];
  return { ...(response && { response }), ...(area && { area }), ...(day && { day }) };
}

/** The accounts of the days that end with this one. */
export type AccountsSearch = DeskSearch & { days?: 7 | 31 };

export function readAccountsSearch(raw: Record<string, unknown>): AccountsSearch {
  const days = ([7, 31] as const).find((one) => String(raw.days) === String(one));
  return { ...readDeskSearch(raw), ...(days && { days }) };
}

export type StationSearch = DeskSearch & { siting?: string };

export function readStationSearch(raw: Record<string, unknown>): StationSearch {
  const siting = idIn(raw.siting);
  return { ...readDeskSearch(raw), ...(siting && { siting }) };
}

export type PlanSearch = DeskSearch & { plan?: string };

export function readPlanSearch(raw: Record<string, unknown>): PlanSearch {
  const plan = idIn(raw.plan);
  return { ...readDeskSearch(raw), ...(plan && { plan }) };
}

/** What is printed and sent: for villages, for the drivers, or posters for the points; one of them, or the page chooses. */
export type NoticeSearch = PlanSearch & { by?: 'driver' | 'poster'; only?: string };

export function readNoticeSearch(raw: Record<string, unknown>): NoticeSearch {
  const only = idIn(raw.only);
  return {
    ...readPlanSearch(raw),
    ...((raw.by === 'driver' || raw.by === 'poster') && { by: raw.by }),
    ...(only && { only }),
  };
}

/** A page's address with the desk and day carried along. */
export function hrefOf(path: string, search: NoticeSearch): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search))
    if (value !== undefined) query.set(name, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
