import { DAY, findDate, findDateTime, findOffset } from '../sfeel/value.ts';
import type { DecisionTable } from '../table.ts';

/** A date or a moment as an instant; of a date the first, or with `end` the first after it. */
export function findInstant(text: string, offset: number, end = false): number | undefined {
  const date = findDate(text);
  if (date !== undefined) return (date + Number(end)) * DAY - offset;
  return findDateTime(text, offset);
}

/** The instants between which a table holds: from the first, up to but not at the second. */
export function spanOf({ issue }: Pick<DecisionTable, 'issue'>): [from: number, until: number] {
  const offset = findOffset(issue?.zone ?? '+08:00') ?? 0;
  return [
    (issue?.from === undefined ? undefined : findInstant(issue.from, offset)) ?? -Infinity,
    (issue?.until === undefined ? undefined : findInstant(issue.until, offset, true)) ?? Infinity,
  ];
}

/**
 * Of several versions of one table the one that holds at a moment; where several do, the one that began last, and of those the last listed.
 *
 * @param at ISO 8601 with an offset.
 * @returns undefined where none holds.
 */
export function findInForce<Table extends Pick<DecisionTable, 'issue'>>(
  versions: readonly Table[],
  at: string,
): Table | undefined {
  const instant = findDateTime(at, 0);
  if (instant === undefined) return undefined;
  let best: Table | undefined;
  for (const version of versions) {
    const [from, until] = spanOf(version);
    if (instant < from || instant >= until) continue;
    if (!best || from >= spanOf(best)[0]) best = version;
  }
  return best;
}
