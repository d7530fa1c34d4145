import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { masked } from '@liangbuwu/office/people/identity.ts';
import { openReports, type Reported, readForRule } from '@liangbuwu/office/people/read-for-rule.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { holdId } from '@liangbuwu/office/responses/store.ts';
import type { ReturnAnswer } from '../answers/answer.ts';
import { type Governing, governingAt } from '../answers/governing.ts';
import { answerOf, fullAnswerOf } from '../answers/judge.ts';
import { listPlaces, type Member, type Place } from '../members/member-store.ts';
import { noticeChanges } from '../told/notice-changes.ts';
import { asTold, type ToldAnswer } from '../told/told.ts';
import type { GatePort, GivenPass, NewPass } from './gate-port.ts';

export interface PassServices {
  keys: ResponseKeys;
  gate: GatePort;
}

type Doing = Pick<Deed, 'tx' | 'clock' | 'record' | 'announce'>;

interface Settling {
  tenant: string;
  response: Response;
  members: readonly Member[];
  /** Which area's list is read, for the ledger; null: a family its own. */
  area: string | null;
}

export interface Settled {
  issued: number;
  withdrawn: number;
}

/**
 * Makes the passes of these people go with what the rule says of them: a yes gets one for the day of its arrival, anything
 * else ends the one there is. Asked again it changes nothing.
 */
export async function settlePasses(
  deed: Doing,
  { keys, gate }: PassServices,
  { tenant, response, members, area }: Settling,
): Promise<Settled> {
  const { tx, clock } = deed;
  const areas = [...new Set(members.map((one) => one.area))].sort();
  // What decides is read once nobody else settles the same class: else the older of two would have the last word.
  for (const one of areas) await holdId(tx, `campus.passes:${response.id}:${one}`);
  const persons = members.map(({ id }) => id);
  const given = new Map(
    (await gate.list(tx, { response: response.id, persons })).map((one) => [one.person, one]),
  );
  const places = await listPlaces(tx, areas);
  const governing = await governingAt(tx, clock, response, [...places.values()]);
  const read = { tenant, response, persons, names: true };
  const said = new Map(
    (area === null
      ? await openReports(tx, keys, read)
      : await readForRule(deed, keys, { ...read, area })
    ).map((one) => [one.id, one]),
  );
  const dueFor = dueBy(response, gate.longest);
  const answers = new Map<string, ToldAnswer>();
  const ended: GivenPass[] = [];
  const begun = new Map<string, NewPass[]>();
  for (const member of members) {
    const [place, by] = [places.get(member.area), governing.get(member.area)];
    if (!place || !by) continue;
    const about = { member, place, by, said: said.get(member.id) };
    const has = given.get(member.id);
    const answer = answerOf(by, { kind: member.kind, place, said: about.said });
    answers.set(member.id, asTold({ ...answer, ...by }));
    const due = dueFor(by, answer, about.said);
    if (due === 'nothing-asked' || (has && goesWith(has, due, member, response))) continue;
    if (has && !has.revoked && !isOver(has, response)) ended.push(has);
    if (!due) continue;
    const pass = { ...passOf(about), ...due };
    begun.set(place.school, [...(begun.get(place.school) ?? []), pass]);
  }
  if (ended.length > 0) await gate.withdraw(deed, { response, passes: ended });
  const settled = { issued: 0, withdrawn: ended.length };
  for (const [school, passes] of begun)
    settled.issued += await gate.issue(deed, { tenant, response, school, passes });
  await noticeChanges(tx, keys, { tenant, response }, persons, (id) => answers.get(id));
  return settled;
}

interface About {
  member: Member;
  place: Place;
  by: Governing;
  said: Reported | undefined;
}

type Due = { from: string; until: string } | 'nothing-asked' | undefined;

/**
 * The day of the arrival, if the answer for it is yes, it is not over, and not too far ahead. Where no rule asks, a pass is
 * neither needed nor in the way.
 */
export function dueBy({ now, zone }: Response, longest: number) {
  const days = new Map<string, Due>();
  const dayOf = (arrival: string): Due => {
    const day = Temporal.Instant.from(arrival).toZonedDateTimeISO(zone).toPlainDate();
    const at = (date: Temporal.PlainDate) =>
      new Date(date.toZonedDateTime(zone).epochMilliseconds).toISOString();
    const [from, until] = [at(day), at(day.add({ days: 1 }))];
    const left = Date.parse(until) - Date.parse(now);
    return left > 0 && left <= longest * 1000 ? { from, until } : undefined;
  };
  return (
    { arrival, arrivalKnown }: Governing,
    { state }: Pick<ReturnAnswer, 'state'>,
    said: Pick<Reported, 'who'> | undefined,
  ): Due => {
    if (state === 'free') return 'nothing-asked';
    if (state !== 'may-return' || !arrivalKnown || !said?.who) return undefined;
    if (!days.has(arrival)) days.set(arrival, dayOf(arrival));
    return days.get(arrival);
  };
}

/** Whether nothing is to be done. What somebody revoked by hand is not given again by itself. */
export function goesWith(
  has: GivenPass,
  due: { from: string } | undefined,
  { area }: Member,
  response: Response,
): boolean {
  const same = due?.from === has.from && has.area === area;
  if (has.revoked) return !due || (same && !has.revoked.again);
  return due ? same : isOver(has, response);
}

const isOver = ({ until }: GivenPass, { now }: Response) => Date.parse(until) <= Date.parse(now);

function passOf({ member, place, by, said }: About): Omit<NewPass, 'from' | 'until'> {
  const { rule, outcome, why, todo, again } = fullAnswerOf(by, { kind: member.kind, place, said });
  return {
    area: member.area,
    person: member.id,
    name: masked((said?.who?.name ?? '').normalize('NFC')),
    lastFour: said?.who?.phoneEnd ?? null,
    decision: {
      rule: rule?.name ?? null,
      version: rule?.version ?? null,
      number: rule?.number ?? null,
      document: rule?.document ?? null,
      appeal: rule?.appeal ?? null,
      invented: rule?.invented ?? false,
      outcome,
      because: why ? [why] : [],
      todo,
      again,
    },
  };
}
