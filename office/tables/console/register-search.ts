export type RegisterSearch = {
  q?: string;
  sort?: string;
  removed?: 'yes';
  row?: string;
  /** Of a table whose rows belong to a response. */
  response?: string;
  only?: string;
  place?: string;
  /** What looks wrong is shown beside the list. */
  check?: string;
};

const uuid = /^[0-9a-f-]{36}$/;
const word = /^[a-z-]{1,40}$/;

/** What a register's address says: what is searched, how it is sorted, which row is open. */
export function readRegisterSearch(raw: Record<string, unknown>): RegisterSearch {
  const text = (value: unknown) =>
    typeof value === 'string' && value !== '' ? value.slice(0, 50) : undefined;
  const matching = (value: unknown, pattern: RegExp) => {
    const given = text(value);
    return given && pattern.test(given) ? given : undefined;
  };
  const found: Record<keyof RegisterSearch, string | undefined> = {
    q: text(raw.q),
    sort: matching(raw.sort, /^-?[a-zA-Z]{1,40}$/),
    removed: matching(raw.removed, /^yes$/),
    row: matching(raw.row, /^(new|[0-9a-f-]{36})$/),
    response: matching(raw.response, uuid),
    only: matching(raw.only, word),
    place: matching(raw.place, uuid),
    check: matching(raw.check, word),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
