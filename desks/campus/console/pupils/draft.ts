import type { SchoolReport } from '@liangbuwu/office/people/school-report.ts';
import type { RuleFact } from '@liangbuwu/office/rulebook/rulebook.ts';
import { instantOf } from '@liangbuwu/ui/forms/moment.ts';
import type { Format } from '@liangbuwu/ui/language/format.ts';

/** What was filled in, by fact; times as their fields have them. */
export type Draft = Readonly<Record<string, string | number | boolean | undefined>>;

/** The report that a draft makes, of what is asked. */
export function reportOf(
  draft: Draft,
  asked: readonly Pick<RuleFact, 'name'>[],
  format: Pick<Format, 'findMoment'>,
): Partial<Record<keyof SchoolReport, unknown>> {
  const time = (field: unknown) =>
    typeof field === 'string' && field !== '' ? instantOf(field, format) : undefined;
  const report: Record<string, unknown> = {};
  for (const { name } of asked)
    if (!name.startsWith('household') && draft[name] !== undefined) report[name] = draft[name];
  if (asked.some(({ name }) => name === 'reported'))
    report.reported = draft.none === true ? null : time(draft.reported);
  if (report.atHome === true && draft.atHomeUntil) report.atHomeUntil = draft.atHomeUntil;
  const { people } = draft;
  if (typeof people === 'number')
    report.livesWith =
      people === 0
        ? { people }
        : withoutGaps({
            people,
            code: draft.householdCode,
            card: draft.householdCard,
            reported: time(draft.householdReported),
          });
  return withoutGaps(report);
}

const withoutGaps = (of: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined));
