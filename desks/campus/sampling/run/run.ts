import { id, instant, text, version } from '@liangbuwu/office/http/fields.ts';
import { plan } from '@liangbuwu/sampling/plan.ts';
import type { Plan } from '@liangbuwu/sampling/problem.ts';
import { z } from 'zod';
import { problemOf, SessionFields, SessionGroup } from '../session.ts';

/** What a laboratory says of a tube. `retest`: it looks at the same tube again. */
export const TubeResult = z.enum(['negative', 'positive', 'invalid', 'retest']);
export type TubeResult = z.infer<typeof TubeResult>;

/** A tube's bar code, scanned or typed. */
export const TubeCode = text(40, 4)
  .toUpperCase()
  .regex(/^[0-9A-Z-]+$/, { error: '0-9 A-Z -' });

export const station = z.int().min(1).max(100);

/** A tube is of one station. */
export const Tube = z.strictObject({
  id,
  station,
  code: z.string(),
  people: z.int(),
  unnamed: z.int().describe('of them, whose names are on paper alone'),
  openedAt: instant,
  closedAt: instant.nullable(),
  result: TubeResult.nullable(),
  reportedAt: instant.nullable(),
  version,
  followUps: z.int().describe('people of it who are followed up'),
  followed: z.int().describe('of them, with an outcome'),
});
export type Tube = z.infer<typeof Tube>;

export const RunCall = z.strictObject({
  id,
  number: z.int().nullable().describe('of the plan, from 0; null: those who had not come'),
  people: z.int(),
  at: instant,
});
export type RunCall = z.infer<typeof RunCall>;

/** A session as it is carried out: its groups as many as the lists said when it began. */
export const Run = SessionFields.extend({
  session: id,
  school: id,
  groups: z.array(SessionGroup),
  startedAt: instant,
  endedAt: instant.nullable(),
});
export type Run = z.infer<typeof Run>;

export const planOf = (run: Run): Plan => plan(problemOf(run));

/** Somebody of a session, at their place: the number in a group is what calls go by. */
interface Queued {
  id: string;
  group: number;
  number: number;
}

/** Group after group, in each area after area: classes, or the school for its staff. */
export function queueOf(
  groups: readonly Pick<SessionGroup, 'areas'>[],
  members: readonly { id: string; area: string }[],
): Queued[] {
  const byArea = Map.groupBy(members, ({ area }) => area);
  return groups.flatMap(({ areas }, group) =>
    areas
      .flatMap((area) => byArea.get(area) ?? [])
      .map((member, i) => ({ id: member.id, group, number: i + 1 })),
  );
}

/** Whom these calls have called; once all of the plan are made that is everybody, whoever came to the list later too. */
export function isCalled(
  { calls }: Pick<Plan, 'calls'>,
  made: readonly Pick<RunCall, 'number'>[],
): (one: Queued) => boolean {
  const numbers = new Set(made.flatMap(({ number }) => number ?? []));
  if (calls.every((_, number) => numbers.has(number))) return () => true;
  const parts = calls.filter((_, number) => numbers.has(number)).flatMap((call) => call.parts);
  return ({ group, number }) =>
    parts.some((part) => part.group === String(group) && part.from <= number && number <= part.to);
}

/** When the rest is sampled if it goes on as until the last tube that was closed; null before there is one. */
export function expectedEnd(
  tubes: readonly Pick<Tube, 'people' | 'openedAt' | 'closedAt'>[],
  people: number,
): string | null {
  const closed = tubes.filter(({ closedAt }) => closedAt !== null);
  const done = closed.reduce((sum, tube) => sum + tube.people, 0);
  const first = Math.min(...tubes.map(({ openedAt }) => Date.parse(openedAt)));
  const last = Math.max(...closed.map(({ closedAt }) => Date.parse(closedAt ?? '')));
  if (done === 0 || last <= first) return null;
  return new Date(last + ((last - first) / done) * (people - done)).toISOString();
}

/** Room in the tubes that are open. */
export const roomIn = (tubes: readonly Pick<Tube, 'people' | 'closedAt'>[], perTube: number) =>
  tubes
    .filter(({ closedAt }) => closedAt === null)
    .reduce((sum, { people }) => sum + perTube - people, 0);
