import type { SchoolReport } from '@liangbuwu/office/people/school-report.ts';
import type { DecisionTable } from '@liangbuwu/office/rulebook/table.ts';
import type { MemberKind } from '../members/member.ts';
import type { Place } from '../members/member-store.ts';

type Facts = Record<string, string | number | boolean | null>;

/** What rules may ask of a person that the family tells; `householdX` is in `livesWith`. */
export const reportable = [
  'risk',
  'area',
  'from',
  'status',
  'contact',
  'code',
  'card',
  'symptoms',
  'atHome',
  'reported',
  'householdCode',
  'householdCard',
  'householdReported',
] as const;
export type Reportable = (typeof reportable)[number];

/** What of it the register knows, by the names of the catalogue. */
export function factsOfRegister(
  table: Pick<DecisionTable, 'columns' | 'rules'>,
  { kind, place, arrival }: { kind: MemberKind; place: Place; arrival: string },
): Facts {
  const pupil = kind === 'pupil' ? place.class : null;
  return {
    person: kind,
    grade: pupil?.grade ?? null,
    stage: pupil && stageIn(table, pupil),
    school: place.ruleName ?? 'other',
    arrival,
  };
}

const lastYear = 'senior-high-3';

/** A rule that names the last year of senior high asks for it; for any other it is senior high. */
function stageIn(
  { columns, rules }: Pick<DecisionTable, 'columns' | 'rules'>,
  { stage, grade }: NonNullable<Place['class']>,
): string {
  const at = columns.findIndex(({ expression }) => expression.trim() === 'stage');
  const named = rules.some(({ when }) => when[at]?.includes(`"${lastYear}"`));
  return named && stage === 'senior-high' && grade === 12 ? lastYear : stage;
}

/** What the family told. Who lives with nobody has nobody’s code to show. */
export function factsOfReport(report: SchoolReport | undefined): Facts {
  if (!report) return {};
  const { livesWith, since: _, atHomeUntil: __, ...own } = report;
  const alone = livesWith?.people === 0;
  const theirs = {
    householdCode: alone ? null : livesWith?.code,
    householdCard: alone ? null : livesWith?.card,
    householdReported: alone ? null : livesWith?.reported,
  };
  return Object.fromEntries(
    Object.entries({ ...own, ...theirs }).filter(([, value]) => value !== undefined),
  ) as Facts;
}
