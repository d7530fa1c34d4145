import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import { listNeedsBetween } from '@liangbuwu/office/commitments/store.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { findPublished } from '@liangbuwu/office/plans/store.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { getResponse } from '@liangbuwu/office/responses/store.ts';
import { listAllPoints } from '../accounts/accounts-store.ts';
import { ledgerOf, total } from '../accounts/ledger.ts';
import { readLedger } from '../accounts/read-ledger.ts';
import { dayIn } from '../day-of.ts';
import { planDesk } from '../desk-names.ts';
import { listWork } from '../exit-store.ts';
import { listPointDays } from '../fortnight-store.ts';
import { arrivalOf } from '../history.ts';
import { getDeskAndFloors } from '../read-day.ts';
import { readGap } from '../read-gap.ts';
import { noDesk } from '../rules.ts';
import * as store from '../store.ts';
import type { Floors } from '../water.ts';
import { type Evening, type EveningDesk, eveningFigures, eveningTotal } from './evening.ts';
import { indicatorsOf } from './indicators.ts';

/** The evening form of every desk of a response that is reached as a whole, and their sum. */
export async function readEvening(
  tx: Tx,
  clock: Clock,
  of: { response: string; day: string },
): Promise<Evening> {
  const response = await getResponse(tx, of.response, clock);
  const desks: EveningDesk[] = [];
  for (const { area, name, whole } of await store.listDesks(tx, of.response)) {
    // A desk without points has nothing to tell yet.
    if (!whole || (await store.listPoints(tx, area)).length === 0) continue;
    desks.push({ area, name, ...(await readDesk(tx, clock, { response, area, day: of.day })) });
  }
  if (desks.length === 0) throw refuse(noDesk, undefined);
  return { day: of.day, now: response.now, desks, total: eveningTotal(desks) };
}

async function readDesk(
  tx: Tx,
  clock: Clock,
  { response, area, day }: { response: Response; area: string; day: string },
): Promise<Omit<EveningDesk, 'area' | 'name'>> {
  const of = { response: response.id, area, day };
  const { desk, floors } = await getDeskAndFloors(tx, of);
  const registered = await store.listPoints(tx, area);
  const facts = await readLedger(tx, clock, { ...of, from: day, to: day, desk });
  const ledger = ledgerOf(facts);
  const entries = facts.days.flatMap((one) => one.entries);
  const plan = await findPublished(tx, { ...of, desk: planDesk });
  const work = (await listWork(tx, of)).find((one) => one.day === day);
  const from = dayIn(response, response.starts);
  const before = await listPointDays(tx, { ...of, from, to: day });
  // Registers go on changing: a day that is over is told as its plan wrote it down.
  const asPlanned = before.filter((one) => one.day === day && day < response.today);
  const points =
    asPlanned.length > 0 ? asPlanned.map((one) => ({ ...one, id: one.point })) : registered;
  const basic = floors.tiers[1];
  if (!basic) throw refuse(noDesk, undefined);
  const { label, litresPerPerson, source } = basic;
  return {
    plan: plan?.version ?? null,
    floors: floors.version,
    basic: { label, litresPerPerson, source },
    figures: eveningFigures({
      floors,
      floorsOf: await floorsBy(tx, before, floors),
      points,
      before,
      entries,
      ledger,
      cameEver: await cameBetween(tx, { ...of, from, to: day }),
      metres: work?.metres ?? null,
    }),
    indicators: indicatorsOf({
      gap: (await readGap(tx, clock, of)).sheet,
      floors,
      points: registered,
      came: new Map(ledger.points.map(({ point, came }) => [point, came])),
      entries,
    }),
  };
}

async function floorsBy(
  tx: Tx,
  before: readonly { floors: string }[],
  now: Floors,
): Promise<(version: string) => Floors> {
  const held = new Map([[now.version, now]]);
  for (const version of new Set(before.map(({ floors }) => floors))) {
    const found = await store.findFloorsVersion(tx, version);
    if (found) held.set(version, found);
  }
  return (version) => held.get(version) ?? now;
}

/** Litres that somebody has spoken of, at the desk's points. */
async function cameBetween(
  tx: Tx,
  of: { response: string; area: string; from: string; to: string },
): Promise<number> {
  const points = await listAllPoints(tx, of.area);
  const needs = await listNeedsBetween(tx, { ...of, desk: 'water' });
  const spoken = needs
    .filter(({ subject }) => points.has(subject.replace('point:', '')))
    .flatMap(({ promises }) => promises.filter(({ proofs }) => proofs.length > 0));
  return total(spoken, (promise) => arrivalOf(promise, () => 0).litres);
}
