import { id, instant } from '@liangbuwu/office/http/fields.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';
import { Where } from '../morning/morning.ts';

export const CaseStep = z.enum([
  'isolation',
  'told',
  'reported',
  'fetched',
  'sent',
  'class',
  'outcome',
]);
export type CaseStep = z.infer<typeof CaseStep>;

/** Steps by which somebody is elsewhere: kept as whereabouts. */
export const isWhere = (step: CaseStep): step is CaseStep & Where =>
  Where.options.some((where) => where === step);

export const Outcome = z.enum(['ruled-out', 'other', 'confirmed']);
export type Outcome = z.infer<typeof Outcome>;

export const outcomeWords: Record<Outcome, Say> = {
  'ruled-out': say('排除', 'Ruled out'),
  other: say('别的病', 'Another illness'),
  confirmed: say('确诊', 'Confirmed'),
};

/**
 * What can be said of a case, read aloud: as it stands so, when that is said, it stands so. That a guardian was told and
 * that it was reported can be said in any order, for neither may wait for the other.
 */
export const caseTable = {
  opened: {
    isolation: 'isolated',
    told: 'opened',
    reported: 'opened',
    fetched: 'away',
    sent: 'away',
    class: 'over',
  },
  isolated: {
    told: 'isolated',
    reported: 'isolated',
    fetched: 'away',
    sent: 'away',
    class: 'over',
  },
  away: {
    isolation: 'isolated',
    told: 'away',
    reported: 'away',
    fetched: 'away',
    sent: 'away',
    class: 'over',
    outcome: 'over',
  },
  // Said by mistake, or it comes back.
  over: { isolation: 'isolated', reported: 'over', outcome: 'over', class: 'over' },
} as const satisfies Record<string, Partial<Record<CaseStep, string>>>;
export const CasePhase = z.enum(Object.keys(caseTable) as [CasePhase, ...CasePhase[]]);
export type CasePhase = keyof typeof caseTable;

export const phaseWords: Record<CasePhase, Say> = {
  opened: say('还没安置', 'Not looked after yet'),
  isolated: say('在隔离观察室', 'In the isolation room'),
  away: say('不在学校，等结果', 'Not at school, outcome awaited'),
  over: say('已了结', 'Over'),
};

export const nextPhase = (phase: CasePhase, step: CaseStep): CasePhase | undefined =>
  (caseTable[phase] as Partial<Record<CaseStep, CasePhase>>)[step];

/** What has to have been said before. */
const needs: Partial<Record<CaseStep, readonly ('told' | 'reported')[]>> = {
  fetched: ['told'],
  outcome: ['told', 'reported'],
};

/** Why a step cannot be said now. Who is at home is neither taken anywhere at school nor fetched from it. */
export function whyNotStep(
  of: Pick<HealthCase, 'phase' | 'atHome' | 'where' | 'told' | 'reported'>,
  step: CaseStep,
): 'not-now' | 'at-home' | 'told' | 'reported' | undefined {
  if (!nextPhase(of.phase, step)) return 'not-now';
  const isHome = of.atHome && of.where === null;
  if (isHome && (step === 'isolation' || step === 'fetched')) return 'at-home';
  return needs[step]?.find((first) => of[first] === null);
}

const said = { at: instant, by: z.string() };

/** A case as it stands, of nobody by name. */
export const HealthCase = z.strictObject({
  id,
  area: id.describe('the class'),
  class: z.string(),
  openedAt: instant,
  due: instant.describe('by when it is to be reported'),
  unnamed: z.boolean().describe('no consent: who it is stands on paper alone'),
  atHome: z.boolean().describe('was not at school when it was found'),
  phase: CasePhase,
  where: z.strictObject({ where: Where, ...said }).nullable(),
  told: z.strictObject(said).nullable(),
  reported: z.strictObject({ ...said, to: z.string() }).nullable(),
  outcome: z.strictObject({ ...said, outcome: Outcome }).nullable(),
});
export type HealthCase = z.infer<typeof HealthCase>;

/** Where they are says how it stands; who is away waits for an outcome. */
export function phaseOf(of: {
  atHome: boolean;
  where: Where | null;
  outcome: Outcome | null;
}): CasePhase {
  const { atHome, where, outcome } = of;
  if (where === 'class') return 'over';
  if (where === 'isolation') return 'isolated';
  const away = where === 'fetched' || where === 'sent' || (atHome && where === null);
  if (!away) return 'opened';
  return outcome ? 'over' : 'away';
}

/** How the report stands against its clock, in minutes. Who is in class again unreported needs none. */
export type ReportClock =
  | { is: 'running'; minutes: number }
  | { is: 'overdue'; minutes: number }
  | { is: 'reported'; late: number }
  | { is: 'not-needed' };

export function clockOfCase(
  of: Pick<HealthCase, 'due' | 'phase'> & { reported: { at: string } | null },
  now: string,
): ReportClock {
  const { due, phase, reported } = of;
  const between = (from: string, to: string) =>
    Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60_000));
  if (reported) return { is: 'reported', late: between(due, reported.at) };
  if (phase === 'over') return { is: 'not-needed' };
  return Date.parse(now) > Date.parse(due)
    ? { is: 'overdue', minutes: between(due, now) }
    : { is: 'running', minutes: between(now, due) };
}
