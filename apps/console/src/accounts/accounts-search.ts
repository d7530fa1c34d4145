export type AccountsSearch = { search?: string | undefined };

/** The search that an address asks for, as long as the server takes it. */
export function readAccountsSearch(raw: Record<string, unknown>): AccountsSearch {
  const { search } = raw;
  const typed = typeof search === 'string' ? search.trim() : '';
  return { search: typed !== '' && typed.length <= 40 ? typed : undefined };
}
