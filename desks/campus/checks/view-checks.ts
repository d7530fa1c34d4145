import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { dayIn } from '@liangbuwu/office/responses/when.ts';
import { listArrivals } from '../answers/arrival-store.ts';
import { listBelow, listMembers, listPlaces, type Place } from '../members/member-store.ts';
import { openWhere } from '../morning/put-whereabouts.ts';
import { lastWhereabouts } from '../morning/whereabouts-store.ts';
import { momentOf } from '../zone/moments.ts';
import * as cases from './case-store.ts';
import { openState } from './check-rules.ts';
import { listChecks } from './check-store.ts';
import { type CheckDay, CheckKind, type CheckLine } from './checks.ts';
import { type HealthCase, isWhere, phaseOf } from './health-case.ts';
import { windows } from './settings.ts';

type Acting = Deed & { actor: Actor };

export function windowOf(
  { zone }: Pick<Response, 'zone'>,
  day: string,
  kind: CheckKind,
): { from: string; to: string } {
  const at = (minute: number) =>
    momentOf(day, minute, zone).toString({ smallestUnit: 'millisecond' });
  return { from: at(windows[kind].from), to: at(windows[kind].to) };
}

/** A school's classes, or one, today: which checks are done, which are missing, and what goes on. */
export async function viewChecksOf(
  deed: Acting,
  keys: ResponseKeys,
  { response, area }: { response: Response; area: string },
): Promise<CheckDay> {
  const { tx } = deed;
  const places = [...(await listPlaces(tx, await listBelow(tx, area))).values()].filter(
    (one) => one.class !== null,
  );
  const areas = places.map((one) => one.area);
  const members = Map.groupBy(await listMembers(tx, response.id, { area }), (one) => one.area);
  const arrivals = await listArrivals(tx, response.id);
  const day = response.today;
  const said = await listChecks(tx, { response: response.id, day, areas });
  const { now } = response;
  const line = (place: Place, people: number, kind: CheckKind): CheckLine => {
    const window = windowOf(response, day, kind);
    const row = said.find((one) => one.area === place.area && one.kind === kind);
    const arrival = arrivals.get(place.area) ?? arrivals.get(place.school);
    if (!row)
      return { kind, ...window, state: openState({ people, ...window, arrival }, now), done: null };
    const { id: _, area: __, day: ___, kind: ____, sealed: _____, ...done } = row;
    return { kind, ...window, state: 'done', done };
  };
  const all = await readCases(deed, keys, { response, areas });
  return {
    now,
    day,
    classes: places.sort(byGrade).map((place) => {
      const people = members.get(place.area)?.length ?? 0;
      const checks = CheckKind.options.map((kind) => line(place, people, kind));
      return { area: place.area, name: place.areaName, people, checks };
    }),
    cases: all.filter(
      ({ phase, openedAt }) => phase !== 'over' || dayIn(response, openedAt) === day,
    ),
  };
}

/** Cases as they stand. Opened to see how far they are; nobody's name is, so the ledger need not hear of it. */
export async function readCases(
  { tx, actor }: Pick<Acting, 'tx' | 'actor'>,
  keys: ResponseKeys,
  of: { response: Response; areas: readonly string[] },
): Promise<HealthCase[]> {
  const { response } = of;
  const { tenant } = actor;
  const rows = await cases.listCases(tx, { response: response.id, areas: of.areas });
  const about = new Map(rows.map((row) => [row.id, cases.openAbout(keys, tenant, row)]));
  const kept = { tenant, response: response.id };
  const steps = Map.groupBy(
    await cases.listSteps(tx, keys, { ...kept, cases: rows.map(({ id }) => id) }),
    (one) => one.case,
  );
  const members = [...about.values()].flatMap(({ member }) => member ?? []);
  const wheres = await lastWhereabouts(tx, { response: response.id, members });
  const places = await listPlaces(tx, [...new Set(rows.map(({ area }) => area))]);
  return rows.map(({ id, area, openedAt, due, recorded }) => {
    const { member, atHome } = about.get(id) as cases.About;
    const said = steps.get(id) ?? [];
    const lastOf = (step: string) => said.findLast((one) => one.step === step);
    const where = member === null ? ofPaper(said) : ofMember(member, { openedAt, recorded });
    const [told, reported, outcome] = [lastOf('told'), lastOf('reported'), lastOf('outcome')];
    const by = (one: cases.StepRow) => ({ at: one.at, by: one.by });
    return {
      id,
      area,
      class: places.get(area)?.areaName ?? '',
      openedAt,
      due,
      unnamed: member === null,
      atHome,
      phase: phaseOf({ atHome, where: where?.where ?? null, outcome: outcome?.outcome ?? null }),
      where,
      told: told ? by(told) : null,
      reported: reported ? { ...by(reported), to: reported.to ?? '' } : null,
      outcome: outcome?.outcome ? { ...by(outcome), outcome: outcome.outcome } : null,
    };
  });

  /** Where they were before counts if it is of the same day, but for the class in which they were found. */
  function ofMember(member: string, since: { openedAt: string; recorded: string }) {
    const row = wheres.get(member);
    if (!row) return null;
    const where = openWhere(keys, kept, row);
    const isSince = Date.parse(row.recorded) >= Date.parse(since.recorded);
    const sameDay = dayIn(response, row.at) === dayIn(response, since.openedAt);
    return isSince || (sameDay && where !== 'class') ? { where, at: row.at, by: row.by } : null;
  }
}

function ofPaper(said: readonly cases.StepRow[]): HealthCase['where'] {
  const row = said.findLast(({ step }) => isWhere(step));
  return row && isWhere(row.step) ? { where: row.step, at: row.at, by: row.by } : null;
}

const byGrade = (a: Place, b: Place) =>
  (a.class?.grade ?? 99) - (b.class?.grade ?? 99) ||
  a.areaName.localeCompare(b.areaName, 'zh-CN', { numeric: true });
