import { sql } from 'kysely';
import type { KeptTable } from './kept-table.ts';

const own = ['id', 'area', 'version'];

export const columnOf = (kept: KeptTable<never>, field: string): string | undefined =>
  own.includes(field) ? field : kept.fields[field];

/** A row's fields, read from the table as `r`. */
export const selected = (kept: KeptTable<never>) =>
  sql.join([
    ...own.map((name) => sql`r.${sql.id(name)}`),
    ...Object.entries(kept.fields).map(
      ([field, column]) => sql`r.${sql.id(column)} as ${sql.id(field)}`,
    ),
  ]);
