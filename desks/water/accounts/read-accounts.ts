import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { FigureName } from '../cost-figures.ts';
import { truckedOn } from '../exit.ts';
import { listCosts, listWork } from '../exit-store.ts';
import { getDeskAndFloors } from '../read-day.ts';
import { total } from '../sums.ts';
import type { Accounts } from './accounts.ts';
import { sumDoses } from './accounts-store.ts';
import { chlorineOf } from './chlorine.ts';
import { ledgerOf } from './ledger.ts';
import { readLedger } from './read-ledger.ts';
import { suppliesOf } from './supplies.ts';
import { verifiedCost } from './verified-cost.ts';

/** Days before the last one whose recorded doses are reckoned with. */
const dosesOf = 31;

export async function readAccounts(
  tx: Tx,
  clock: Clock,
  of: { response: string; area: string; from: string; to: string },
): Promise<Accounts> {
  const { desk } = await getDeskAndFloors(tx, { ...of, day: of.to });
  const facts = await readLedger(tx, clock, { ...of, desk });
  const ledger = ledgerOf(facts);
  const figures = await listCosts(tx, of.area, FigureName.options);
  const values = Object.fromEntries(figures.map(({ figure, value }) => [figure, value]));
  const work = await listWork(tx, { ...of, day: of.to });
  const last = Temporal.PlainDate.from(of.to);
  const doses = await sumDoses(tx, { ...of, from: last.subtract({ days: dosesOf }).toString() });
  const monday = last.subtract({ days: last.dayOfWeek - 1 }).toString();
  const thisWeek = work.filter(({ day }) => day >= monday && day < of.to);
  return {
    from: of.from,
    to: of.to,
    days: facts.days.map(({ day }) => day),
    lossPercent: desk.lossPercent,
    ledger,
    chlorine: chlorineOf(
      facts.days.flatMap(({ entries }) => entries),
      values,
      {
        tanker: (id) => facts.tankers.get(id)?.name ?? '',
        source: (id) => facts.sources.get(id) ?? '',
      },
    ),
    cost: verifiedCost(
      work.filter(({ day }) => day >= of.from),
      ledger.totals,
      values,
    ),
    supplies: suppliesOf(new Map(figures.map((one) => [one.figure, one])), {
      trucked: truckedOn(work),
      doses,
      hoursThisWeek: total(thisWeek, ({ seconds }) => seconds) / 3600,
      day: of.to,
    }),
    figures,
  };
}
