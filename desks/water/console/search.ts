/** Which desk and day a page is about; whatever is missing, the page chooses by itself. */
export type DeskSearch = { response?: string; area?: string; day?: string };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const date = /^\d{4}-\d{2}-\d{2}$/;

const matching = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

/** What an address says, as far as it makes sense; the rest is passed over. */
export function readDeskSearch(raw: Record<string, unknown>): DeskSearch {
  const [response, area] = [matching(raw.response, uuid), matching(raw.area, uuid)];
  const day = matching(raw.day, date);
  const real = day !== undefined && !Number.isNaN(Date.parse(`${day}T00:00:00Z`));
  return { ...(response && { response }), ...(area && { area }), ...(real && { day }) };
}

/** The accounts of the days that end with this one. */
export type AccountsSearch = DeskSearch & { days?: 7 | 31 };

export function readAccountsSearch(raw: Record<string, unknown>): AccountsSearch {
  const days = ([7, 31] as const).find((one) => String(raw.days) === String(one));
  return { ...readDeskSearch(raw), ...(days && { days }) };
}

export type StationSearch = DeskSearch & { siting?: string };

export function readStationSearch(raw: Record<string, unknown>): StationSearch {
  const siting = matching(raw.siting, uuid);
  return { ...readDeskSearch(raw), ...(siting && { siting }) };
}

export type PlanSearch = DeskSearch & { plan?: string };

export function readPlanSearch(raw: Record<string, unknown>): PlanSearch {
  const plan = matching(raw.plan, uuid);
  return { ...readDeskSearch(raw), ...(plan && { plan }) };
}

/** What is printed and sent: for villages, for the drivers, or posters for the points; one of them, or the page chooses. */
export type NoticeSearch = PlanSearch & { by?: 'driver' | 'poster'; only?: string };

export function readNoticeSearch(raw: Record<string, unknown>): NoticeSearch {
  const only = matching(raw.only, uuid);
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
