import type { Commitment } from '@liangbuwu/office/commitments/contract.ts';
import { examples as days } from '../contract.examples.ts';
import { FigureName, notRegistered } from '../cost-figures.ts';
import { truckedOn } from '../exit.ts';
import { emptiedEntry, oneSided } from '../recording/entry.examples.ts';
import { chlorineOf } from './chlorine.ts';
import { type LedgerFacts, ledgerOf } from './ledger.ts';
import { suppliesOf } from './supplies.ts';
import { verifiedCost } from './verified-cost.ts';

const { getDay } = days;
const { response, area, day } = getDay.query;
const [tanker] = getDay.output.tankers;
const [source] = getDay.output.sources;
const [point] = getDay.output.points;
const filled = {
  ...emptiedEntry,
  id: '8c7b6a59-4d3e-4f2a-9b1c-0d9e8f7a6b41',
  kind: 'filled' as const,
  point: null,
  promise: null,
  source: source?.id ?? '',
  tanker: tanker?.id ?? '',
  litres: 4000,
  doseGrams: 12,
};
const promise: Commitment & { point: string } = {
  ...oneSided,
  giver: `tanker:${tanker?.id ?? ''}`,
  point: point?.id ?? '',
};

/** Small facts, from which examples of this folder and the next are reckoned as the server does it. */
export const exampleFacts: LedgerFacts = {
  days: [
    {
      day,
      entries: [filled, { ...emptiedEntry, litres: promise.quantity }],
      promises: [promise],
      gap: undefined,
      lossPercent: 5,
    },
  ],
  sources: new Map([[source?.id ?? '', source?.name ?? '']]),
  tankers: new Map([[tanker?.id ?? '', { name: tanker?.name ?? '', litres: 8000 }]]),
  points: new Map([
    [
      point?.id ?? '',
      {
        name: point?.name ?? '',
        village: '白壁村',
        kind: 'village',
        people: point?.people ?? 0,
        hasTank: false,
      },
    ],
  ]),
};

const ledger = ledgerOf(exampleFacts);
const work = [{ day, metres: 214_300, seconds: 221_400, filled: 92_400, delivered: 92_400 }];

export const examples = {
  accounts: {
    query: { response, area, from: day, to: day },
    output: {
      from: day,
      to: day,
      days: [day],
      lossPercent: 5,
      ledger,
      chlorine: chlorineOf(
        exampleFacts.days.flatMap(({ entries }) => entries),
        {},
        { tanker: () => tanker?.name ?? '', source: () => source?.name ?? '' },
      ),
      cost: verifiedCost(work, ledger.totals, {}),
      supplies: suppliesOf(new Map(), {
        trucked: truckedOn(work),
        doses: { days: 1, grams: 12, litres: 4000 },
        hoursThisWeek: 0,
        day,
      }),
      figures: FigureName.options.map(notRegistered),
    },
  },
};
