type Fields = Readonly<Record<string, unknown>>;

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Fields in which somebody's row differs from the one that it began from. */
export const changedIn = (fields: readonly string[], base: Fields, now: Fields): string[] =>
  fields.filter((field) => !same(base[field], now[field]));

export interface Merged {
  /** What is to be saved: theirs, with mine where only I changed it, and mine where both did. */
  values: Record<string, unknown>;
  /** Fields that only they changed. */
  theirs: string[];
  /** Fields that both changed, and not to the same. */
  both: string[];
}

/** Brings together what I typed and what somebody else saved meanwhile, field by field. */
export function merge(
  fields: readonly string[],
  { base, mine, theirs }: { base: Fields; mine: Fields; theirs: Fields },
): Merged {
  const changedByMe = new Set(changedIn(fields, base, mine));
  const changedByThem = changedIn(fields, base, theirs);
  return {
    values: Object.fromEntries(
      fields.map((field) => [field, changedByMe.has(field) ? mine[field] : theirs[field]]),
    ),
    theirs: changedByThem.filter((field) => !changedByMe.has(field)),
    both: changedByThem.filter(
      (field) => changedByMe.has(field) && !same(mine[field], theirs[field]),
    ),
  };
}
