/** Which gate and day a page is about; whatever is missing, the page chooses by itself. */
export type GateSearch = { response?: string; gate?: string; day?: string };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const date = /^\d{4}-\d{2}-\d{2}$/;

const matching = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

/** What an address says, as far as it makes sense; the rest is passed over. */
export function readGateSearch(raw: Record<string, unknown>): GateSearch {
  const [response, gate] = [matching(raw.response, uuid), matching(raw.gate, uuid)];
  const day = matching(raw.day, date);
  const real = day !== undefined && !Number.isNaN(Date.parse(`${day}T00:00:00Z`));
  return { ...(response && { response }), ...(gate && { gate }), ...(real && { day }) };
}
