import { isDeepStrictEqual } from 'node:util';
import type { InputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { openNames } from '@liangbuwu/office/people/read-names.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { clockOf, getOpenResponse, holdId } from '@liangbuwu/office/responses/store.ts';
import { clockIn } from '@liangbuwu/office/responses/when.ts';
import { listArrivals } from '../answers/arrival-store.ts';
import { notAClass } from '../members/member-rules.ts';
import { getPlace, listMembers } from '../members/member-store.ts';
import type { CampusServices } from '../server.ts';
import { plusMinutes } from '../zone/moments.ts';
import * as cases from './case-store.ts';
import * as rules from './check-rules.ts';
import * as store from './check-store.ts';
import type { putCheck } from './checks.contract.ts';
import type { Exception } from './checks.ts';
import { reportWithin } from './settings.ts';
import { readCases, windowOf } from './view-checks.ts';

export const checksTopic = 'checks.changed';

type Acting = Deed & { actor: Actor };
type Services = Pick<CampusServices, 'keys' | 'newId'>;

/** A class as it was checked: all in order, or all but some. Whoever has a fever or a symptom gets a case. */
export async function checkClass(
  { params, body }: InputOf<typeof putCheck>,
  deed: Acting,
  services: Services,
): Promise<{ onPaper: string[]; opened: number }> {
  const { tx, clock, actor, record, announce } = deed;
  const { keys } = services;
  const { class: area, check: id } = params;
  const { day, kind } = body;
  await requireAreas(tx, [area]);
  const response = await getOpenResponse(tx, body.response, clock);
  const place = await getPlace(tx, area);
  if (!place.class) throw refuse(notAClass, undefined);
  // Whom a case is open for is read once nobody else writes of the class.
  await holdId(tx, `campus.checks:${response.id}:${area}`);
  const of = { tenant: actor.tenant, response: response.id };
  const members = await listMembers(tx, response.id, { area });
  const { said, onPaper } = await sortOut(deed, services, { ...of, members, response }, body);
  const there = await store.findCheck(tx, id);
  if (there) {
    const same = there.area === area && there.day === day && there.kind === kind;
    if (!same || !isDeepStrictEqual(store.openCheck(keys, of, there), said))
      throw refuse(changedMeanwhile, undefined);
    return { onPaper, opened: 0 };
  }
  if (day !== response.today) throw refuse(rules.checkNotToday, { day });
  const arrivals = await listArrivals(tx, response.id);
  const arrival = arrivals.get(area) ?? arrivals.get(place.school);
  const window = windowOf(response, day, kind);
  const state = rules.openState({ people: members.length, ...window, arrival }, response.now);
  if (state === 'no-list') throw refuse(rules.nobodyListed, undefined);
  if (state === 'not-back') throw refuse(rules.classNotBack, undefined);
  if (state === 'ahead') throw refuse(rules.checkAhead, { from: clockIn(response, window.from) });
  const today = await store.listChecks(tx, { response: response.id, day, areas: [area] });
  const last = today.find((one) => one.kind === kind);
  const before = last && store.openCheck(keys, of, last);
  // Another tab, or another phone, said the same already.
  if (isDeepStrictEqual(before, said)) return { onPaper, opened: 0 };
  if ((last?.number ?? 0) !== body.seen) throw refuse(changedMeanwhile, undefined);
  const { named, unnamed } = said;
  const count = (is: (one: Exception) => boolean) => named.filter(is).length;
  const counts = {
    exceptions: named.length + unnamed.people,
    unwell: count(rules.isUnwell) + unnamed.unwell,
    absent: count(({ absent }) => absent !== null) + unnamed.absent,
    unnamed: unnamed.people,
  };
  const number = (last?.number ?? 0) + 1;
  const people = members.length;
  await store.insertCheck(tx, keys, {
    ...of,
    ...counts,
    id,
    area,
    day,
    kind,
    number,
    people,
    at: response.now,
    by: actor.account,
    said,
  });
  const opened = await openCases(deed, services, { response, area, said, before });
  const about = { area, response: response.id, at: clockOf(response).now() };
  record({
    action: number === 1 ? 'campus.check-done' : 'campus.check-corrected',
    subject: `class:${area}`,
    ...about,
    detail: { day, kind, people, exceptions: counts.exceptions },
  });
  for (const one of opened)
    record({ action: 'campus.case-opened', subject: `case:${one}`, ...about });
  announce({ topic: checksTopic, area, id: area });
  return { onPaper, opened: opened.length };
}

/** What is kept by name, and of how many only that they are some. */
async function sortOut(
  { tx }: Pick<Deed, 'tx'>,
  { keys }: Pick<Services, 'keys'>,
  of: { tenant: string; response: Response; members: readonly { id: string }[] },
  { exceptions }: { exceptions: readonly Exception[] },
): Promise<{ said: store.Said; onPaper: string[] }> {
  const listed = new Set(of.members.map(({ id }) => id));
  if (exceptions.some(({ member }) => !listed.has(member)))
    throw refuse(rules.notInClass, undefined);
  const persons = exceptions.map(({ member }) => member);
  const names = await openNames(tx, keys, { ...of, persons });
  const may = new Set(names.filter(({ withheld }) => withheld === null).map(({ id }) => id));
  const others = exceptions.filter(({ member }) => !may.has(member));
  const named = exceptions
    .filter(({ member }) => may.has(member))
    .map((one) => ({ ...one, symptoms: [...new Set(one.symptoms)].sort() }))
    .sort((a, b) => (a.member < b.member ? -1 : 1));
  const unnamed = {
    people: others.length,
    unwell: others.filter(rules.isUnwell).length,
    absent: others.filter(({ absent }) => absent !== null).length,
  };
  return { said: { named, unnamed }, onPaper: others.map(({ member }) => member) };
}

/** Opens cases for who is unwell and has none, and keeps in theirs what was found now of who has. */
async function openCases(
  deed: Acting,
  { keys, newId }: Services,
  of: { response: Response; area: string; said: store.Said; before: store.Said | undefined },
): Promise<string[]> {
  const { tx, clock, actor } = deed;
  const { response, area, said, before } = of;
  const unwell = said.named.filter(rules.isUnwell);
  if (said.named.length + said.unnamed.unwell === 0) return [];
  const kept = { tenant: actor.tenant, response: response.id };
  const open = (await readCases(deed, keys, { response, areas: [area] })).filter(
    ({ phase }) => phase !== 'over',
  );
  const rows = await cases.listCases(tx, { response: response.id, areas: [area] });
  const going = rows
    .filter(({ id }) => open.some((one) => one.id === id))
    .map((row) => ({ id: row.id, about: cases.openAbout(keys, actor.tenant, row) }));
  const { named, unnamed } = rules.casesToOpen({
    now: { named: unwell.map(({ member }) => member), unnamed: said.unnamed.unwell },
    before: {
      named: before?.named.filter(rules.isUnwell).map(({ member }) => member) ?? [],
      unnamed: before?.unnamed.unwell ?? 0,
    },
    going: {
      named: going.flatMap(({ about }) => about.member ?? []),
      unnamed: going.filter(({ about }) => about.member === null).length,
    },
  });
  const opened: string[] = [];
  const insert = async (about: cases.About) => {
    const id = newId();
    await cases.insertCase(tx, keys, {
      ...kept,
      id,
      area,
      openedAt: response.now,
      due: plusMinutes(response.now, reportWithin),
      recorded: clock.now().toString(),
      about,
    });
    opened.push(id);
  };
  for (const { member, ...found } of said.named) {
    const theirs = going.find(({ about }) => about.member === member);
    // That they are absent by now says nothing of what was found.
    const isFound = found.temperature !== null || found.symptoms.length > 0;
    if (theirs && isFound)
      await cases.setFound(tx, keys, { ...kept, ...theirs, about: { ...theirs.about, found } });
    else if (named.includes(member)) await insert({ member, atHome: found.absent !== null, found });
  }
  for (let i = 0; i < unnamed; i++) await insert({ member: null, atHome: false, found: null });
  return opened;
}
