export type RegisterSearch = { q?: string; sort?: string; removed?: 'yes'; row?: string };

/** What a register's address says: what is searched, how it is sorted, which row is open. */
export function readRegisterSearch(raw: Record<string, unknown>): RegisterSearch {
  const text = (value: unknown) =>
    typeof value === 'string' && value !== '' ? value.slice(0, 50) : undefined;
  const [q, sort, row] = [text(raw.q), text(raw.sort), text(raw.row)];
  return {
    ...(q && { q }),
    ...(sort && /^-?[a-zA-Z]{1,40}$/.test(sort) && { sort }),
    ...(raw.removed === 'yes' && { removed: 'yes' as const }),
    ...(row && /^(new|[0-9a-f-]{36})$/.test(row) && { row }),
  };
}
