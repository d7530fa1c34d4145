import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { findPublished } from '@liangbuwu/office/plans/store.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { getResponse } from '@liangbuwu/office/responses/store.ts';
import { dayIn } from '@liangbuwu/office/responses/when.ts';
import { ledgerOf } from '../accounts/ledger.ts';
import { readLedger } from '../accounts/read-ledger.ts';
import { planDesk } from '../desk-names.ts';
import { listDeskNeeds } from '../desk-needs.ts';
import { listWork } from '../exit-store.ts';
import { listPointDays } from '../fortnight-store.ts';
import { arrivalOf, pointsOn } from '../history.ts';
import { listPromised } from '../promised.ts';
import { getDeskAndFloors } from '../read-day.ts';
import { readGap } from '../read-gap.ts';
import { readFloorsOf } from '../read-history.ts';
import { noDesk } from '../rules.ts';
import * as store from '../store.ts';
import { total } from '../sums.ts';
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
  const points = pointsOn(
    { day, today: response.today },
    registered,
    before.filter((one) => one.day === day),
  );
  const basic = floors.tiers[1];
  if (!basic) throw refuse(noDesk, undefined);
  const { label, litresPerPerson, source } = basic;
  return {
    plan: plan?.version ?? null,
    floors: floors.version,
    basic: { label, litresPerPerson, source },
    figures: eveningFigures({
      floors,
      floorsOf: await readFloorsOf(tx, floors),
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
      points,
      came: new Map(ledger.points.map(({ point, came }) => [point, came])),
      entries,
    }),
  };
}

/** Litres that somebody has spoken of, at the desk's points. */
async function cameBetween(
  tx: Tx,
  of: { response: string; area: string; from: string; to: string },
): Promise<number> {
  const spoken = listPromised(await listDeskNeeds(tx, of)).filter(
    ({ proofs }) => proofs.length > 0,
  );
  return total(spoken, (promise) => arrivalOf(promise, () => 0).litres);
}
