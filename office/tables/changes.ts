import { isDeepStrictEqual } from 'node:util';
import type { Change, FieldChange } from './contract.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Which fields a row would change in, in the order of `fields`. */
export function difference(
  fields: readonly string[],
  before: Fields,
  after: Fields,
): FieldChange[] {
  return fields
    .filter((field) => !isDeepStrictEqual(before[field] ?? null, after[field] ?? null))
    .map((field) => ({
      field,
      before: before[field] ?? null,
      after: after[field] ?? null,
    }));
}

export type Undoing =
  | { patch: Record<string, unknown> }
  | { removed: boolean }
  /** Fields that are no longer as the change left them. */
  | { clash: string[] };

/** What takes a change back, as the row stands now. */
export function undoing(
  { deed, fields }: Pick<Change, 'deed' | 'fields'>,
  now: Fields,
  removed: boolean,
): Undoing {
  if (deed === 'added' || deed === 'restored') return removed ? { clash: [] } : { removed: true };
  if (deed === 'removed') return removed ? { removed: false } : { clash: [] };
  const clash = fields
    .filter(({ field, after }) => !isDeepStrictEqual(now[field] ?? null, after ?? null))
    .map(({ field }) => field);
  if (clash.length > 0) return { clash };
  return { patch: Object.fromEntries(fields.map(({ field, before }) => [field, before])) };
}
