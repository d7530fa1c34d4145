import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { type Recording, recordFact } from '@liangbuwu/office/people/record-fact.ts';
import type { SchoolReport } from '@liangbuwu/office/people/school-report.ts';
import { listFacts } from '@liangbuwu/office/people/store.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import type { Reportable } from '../answers/facts-of.ts';
import { governingAt } from '../answers/governing.ts';
import { askedOf } from '../answers/judge.ts';
import { getPlace, type Member } from '../members/member-store.ts';
import { mostReports, notAsked, reportedOften, testAhead } from './report-rules.ts';

interface Reporting {
  id: string;
  member: Member;
  response: Response;
  /** As of when; again with the same it is the same report. */
  at: string;
  how: 'self' | 'on-behalf';
}

/** Keeps what a family or their teacher says of one child, sealed, in office/people: only what the child’s rule asks. */
export async function recordReport(
  deed: Recording,
  keys: ResponseKeys,
  { value, ...of }: Reporting & { value: SchoolReport },
): Promise<void> {
  const { member, response } = of;
  const { tx, clock, announce } = deed;
  const place = await getPlace(tx, member.area);
  const by = (await governingAt(tx, clock, response, [place])).get(place.area);
  const asked = by ? askedOf(by) : [];
  if (!isAsked(value, asked)) throw refuse(notAsked, undefined);
  const now = Date.parse(response.now);
  if ([value.reported, value.livesWith?.reported].some((at) => at && Date.parse(at) > now))
    throw refuse(testAhead, undefined);
  await requireRoom(tx, of);
  const { id: fact, at: from, how } = of;
  const kept = { fact: 'school-report' as const, value, from, how, corrects: null };
  await recordFact(
    {
      params: { person: member.id, fact },
      query: undefined,
      body: { ...kept, response: response.id, purposes: ['school'] },
    },
    deed,
    keys,
  );
  announce({ topic: 'campus.members', area: member.area, id: member.id });
}

type Said = { guardian: string; by: 'paper' | 'in-person' | 'telephone' | 'message' | 'own-page' };

/** A guardian’s yes, or no. */
export async function recordConsent(
  deed: Recording,
  keys: ResponseKeys,
  {
    said,
    ...of
  }: Reporting & {
    said: Said & { relation: 'father' | 'mother' | 'grandparent' | 'other' | null };
  },
): Promise<void> {
  const { id, member, response, at: from, how } = of;
  const { relation, ...value } = said;
  const body = {
    response: response.id,
    from,
    how,
    purposes: ['school' as const, 'contact' as const],
    corrects: null,
    ...(relation === null
      ? { fact: 'consent-withdrawn' as const, value }
      : { fact: 'guardian-consent' as const, value: { ...value, relation } }),
  };
  await recordFact({ params: { person: member.id, fact: id }, query: undefined, body }, deed, keys);
  deed.announce({ topic: 'campus.members', area: member.area, id: member.id });
}

async function requireRoom(tx: Tx, { id, member, response }: Reporting): Promise<void> {
  const facts = await listFacts(tx, response.id, [member.id]);
  if (facts.some((one) => one.id === id)) return;
  const dayOf = (at: string) =>
    Temporal.Instant.from(at).toZonedDateTimeISO(response.zone).toPlainDate().toString();
  const today = facts.filter(
    ({ fact, recorded }) => fact === 'school-report' && dayOf(recorded) === response.today,
  );
  if (today.length >= mostReports) throw refuse(reportedOften, undefined);
}

const ofThoseAtHome = ['householdCode', 'householdCard', 'householdReported'] as const;

const isAsked = (value: SchoolReport, asked: readonly Reportable[]): boolean =>
  isDeepStrictEqual(askedPart(value, asked), value);

/** Of a report what is asked: what was asked once and is not any more is not told again. */
export function askedPart(value: SchoolReport, asked: readonly Reportable[]): SchoolReport {
  const { livesWith, since, atHomeUntil, ...own } = value;
  const is = (name: string) => asked.some((one) => one === name);
  const theirs = ofThoseAtHome.some(is) && livesWith;
  const { code, card, reported } = livesWith ?? {};
  return {
    ...Object.fromEntries(Object.entries(own).filter(([name]) => is(name))),
    ...(since !== undefined && is('from') && { since }),
    ...(atHomeUntil !== undefined && is('atHome') && { atHomeUntil }),
    ...(theirs && {
      livesWith: {
        people: theirs.people,
        ...(code !== undefined && is('householdCode') && { code }),
        ...(card !== undefined && is('householdCard') && { card }),
        ...(reported !== undefined && is('householdReported') && { reported }),
      },
    }),
  };
}
