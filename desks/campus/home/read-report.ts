import { SchoolReport } from '@liangbuwu/office/people/school-report.ts';
import { findInstant } from '@liangbuwu/office/public/local-time.ts';
import type { Child, Home } from './at-home.ts';
import type { HomeWords } from './home-words.ts';

/** What a form brought, as it was typed. */
export type Typed = Readonly<Record<string, string | undefined>>;
export type Fault = keyof HomeWords['faults'];

export const notKnown = '?';
export const fieldOf = ({ member }: Pick<Child, 'member'>, name: string) => `${member.id}.${name}`;

/** For each child what was filled in of what its rule asks; who lives with them once for all. */
export function readReports(
  typed: Typed,
  { children, response }: Home,
): { reports: Map<string, SchoolReport> } | { faults: Fault[] } {
  const faults = new Set<Fault>();
  const instant = (local: string | undefined) => {
    if (local === undefined) return undefined;
    const at = findInstant(local, response.zone);
    if (at === undefined || Date.parse(at) > Date.parse(response.now)) faults.add('time');
    return at;
  };
  const reports = new Map<string, SchoolReport>();
  const livesWith = readLivesWith(typed, instant, faults);
  for (const child of children) {
    const field = (name: string) => typed[fieldOf(child, name)];
    const said: Record<string, unknown> = {};
    for (const name of child.asked) {
      const given = field(name);
      if (name.startsWith('household') || given === undefined || given === notKnown) continue;
      said[name] = given === 'true' || given === 'false' ? given === 'true' : given;
    }
    if (child.asked.includes('reported')) {
      const at = field('none') === 'yes' ? null : instant(field('reported'));
      delete said.reported;
      if (at !== undefined) said.reported = at;
    }
    const [since, until] = [field('since'), field('atHomeUntil')];
    if (said.from !== undefined && since !== undefined) said.since = since;
    if (said.atHome === true && until !== undefined) said.atHomeUntil = until;
    const theirs = livesWith && partAsked(livesWith, child);
    if (theirs) said.livesWith = theirs;
    if (Object.keys(said).length === 0) continue;
    const read = SchoolReport.safeParse(said);
    if (read.success) reports.set(child.member.id, read.data);
    else
      faults.add(read.error.issues.some(({ path }) => path[0] === 'livesWith') ? 'people' : 'day');
  }
  if (reports.size === 0 && faults.size === 0) faults.add('empty');
  return faults.size > 0 ? { faults: [...faults] } : { reports };
}

interface LivesWith {
  people: number;
  code?: string;
  card?: boolean;
  reported?: string;
}

function readLivesWith(
  typed: Typed,
  instant: (local: string | undefined) => string | undefined,
  faults: Set<Fault>,
): LivesWith | undefined {
  const figure = typed['h.people']?.normalize('NFKC').trim();
  if (figure === undefined) return undefined;
  const people = Number(figure);
  if (!/^\d{1,2}$/.test(figure) || people > 30) faults.add('people');
  if (people === 0) return { people };
  const [code, card] = [typed['h.code'], typed['h.card']];
  const reported = instant(typed['h.reported']);
  return {
    people,
    ...(code !== undefined && code !== notKnown && { code }),
    ...(card !== undefined && card !== notKnown && { card: card === 'true' }),
    ...(reported !== undefined && { reported }),
  };
}

/** Of those at home what this child’s rule asks. */
function partAsked(livesWith: LivesWith, { asked }: Child): LivesWith | undefined {
  const [code, card, test] = [
    asked.includes('householdCode'),
    asked.includes('householdCard'),
    asked.includes('householdReported'),
  ];
  if (!code && !card && !test) return undefined;
  return {
    people: livesWith.people,
    ...(code && livesWith.code !== undefined && { code: livesWith.code }),
    ...(card && livesWith.card !== undefined && { card: livesWith.card }),
    ...(test && livesWith.reported !== undefined && { reported: livesWith.reported }),
  };
}
