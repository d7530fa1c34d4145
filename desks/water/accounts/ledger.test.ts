import type { Commitment } from '@liangbuwu/office/commitments/contract.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GapSheet, gapSheet } from '../gap.ts';
import { arrivalOf } from '../history.ts';
import { toPeople } from '../losses.ts';
import { emptiedEntry, oneSided } from '../recording/entry.examples.ts';
import type { Entry } from '../recording/entry.ts';
import { total } from '../sums.ts';
import type { Floors } from '../water.ts';
import { type LedgerDay, type LedgerFacts, ledgerOf } from './ledger.ts';

const day = '2022-11-10';
const tier = (name: 'survival' | 'basic' | 'full', litresPerPerson: number) => ({
  name,
  label: { 'zh-CN': name, en: name },
  litresPerPerson,
  source: 'test',
});
const floors: Floors = {
  version: 'test',
  validFrom: day,
  tiers: [tier('survival', 7.5), tier('basic', 15), tier('full', 20)],
  kinds: {},
};
const point = (name: string, hasTank: boolean) => ({
  name,
  village: '白壁村',
  kind: 'village' as const,
  people: 100,
  hasTank,
});
const names = {
  sources: new Map([['works', '水厂']]),
  tankers: new Map([
    ['one', { name: '一号', litres: 5000 }],
    ['two', { name: '二号', litres: 8000 }],
  ]),
  points: new Map([
    ['near', point('一组', false)],
    ['far', point('二组', true)],
  ]),
};

const fill = (tanker: string, litres: number, corrected = false): Entry => ({
  ...emptiedEntry,
  kind: 'filled',
  tanker,
  source: 'works',
  point: null,
  promise: null,
  litres,
  corrected,
});
type Words = { giver?: number; receiver?: number; resolved?: number };
const promise = (
  at: string,
  tanker: string | null,
  quantity: number,
  { giver, receiver, resolved }: Words,
): Commitment & { point: string } => {
  const said = (side: 'giver' | 'receiver', litres: number | undefined) =>
    litres === undefined ? [] : [{ ...oneSided.proofs[0], side, quantity: litres }];
  const proofs = [...said('giver', giver), ...said('receiver', receiver)] as Commitment['proofs'];
  const both = giver !== undefined && receiver !== undefined;
  const settled = resolved !== undefined && both;
  return {
    ...oneSided,
    point: at,
    giver: tanker ? `tanker:${tanker}` : 'other',
    quantity,
    proofs,
    state: both
      ? settled || giver === receiver
        ? 'kept'
        : 'disputed'
      : proofs.length > 0
        ? 'one-sided'
        : 'made',
    resolution: settled
      ? {
          id: oneSided.id,
          quantity: resolved,
          reason: '水池水位差',
          by: { id: oneSided.id, name: '镇供水专干' },
          at: oneSided.dueTo,
        }
      : null,
  };
};

/** The gap sheet as it adds up: without a tank everything that counts is there, with one a part stays. */
function gapOf(promises: LedgerDay['promises'], lossPercent: number, stays: number): GapSheet {
  const served = new Map(
    [...names.points].map(([id, { hasTank }]) => {
      const delivered = promises
        .filter((one) => one.point === id)
        .reduce((sum, one) => sum + arrivalOf(one, () => 0).litres, 0);
      const drawn = hasTank ? Math.max(0, delivered - stays) : delivered;
      return [
        id,
        { delivered, expected: Math.floor(toPeople(drawn, lossPercent)), short: null },
      ] as const;
    }),
  );
  return gapSheet(
    floors,
    [...names.points].map(([id, { name, kind, people }]) => ({
      id,
      area: 'village',
      name,
      kind,
      people,
      have: 0,
    })),
    new Map([['village', '白壁村']]),
    served,
    new Map(),
    lossPercent,
  );
}

function factsOf(
  entries: Entry[],
  promises: LedgerDay['promises'][number][],
  { lossPercent = 0, stays = 0, gap = true } = {},
): LedgerFacts {
  const sheet = gap ? gapOf(promises, lossPercent, stays) : undefined;
  return { ...names, days: [{ day, entries, promises, gap: sheet, lossPercent }] };
}

const litres = fc.integer({ min: 0, max: 20_000 });
const word = fc.option(litres, { nil: undefined });
const words = fc.record({ giver: word, receiver: word, resolved: word }) as fc.Arbitrary<Words>;
const tankers = fc.constantFrom('one', 'two');
const anyFacts = fc
  .record({
    entries: fc.array(
      fc.tuple(tankers, litres, fc.boolean()).map((given) => fill(...given)),
      { maxLength: 12 },
    ),
    promises: fc.array(
      fc
        .tuple(
          fc.constantFrom('near', 'far'),
          fc.option(tankers),
          fc.integer({ min: 1, max: 20_000 }),
          words,
        )
        .map((given) => promise(...given)),
      { maxLength: 12 },
    ),
    lossPercent: fc.constantFrom(0, 5, 12.5, 50),
    stays: litres,
    gap: fc.boolean(),
  })
  .map(({ entries, promises, ...more }) => factsOf(entries, promises, more));

test('whatever was recorded, the totals balance and are sums of the rows', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const ledger = ledgerOf(facts);
      const { sources, tankers: trucks, points, deliveries, totals } = ledger;
      expect(totals.filled - totals.said - totals.open + totals.unknown).toBe(totals.came);
      expect(totals.came + totals.promised - totals.spilled - totals.stays).toBe(totals.reached);
      for (const row of trucks) expect(row.filled - row.emptied - row.said).toBe(row.open);
      for (const row of points)
        expect(row.came + row.promised - row.spilled - row.stays).toBe(row.reached);

      // Against what was recorded, summed apart from the ledger.
      const [only] = facts.days;
      const taken = only?.entries.filter(({ corrected }) => !corrected) ?? [];
      expect(totals.filled).toBe(total(taken, (entry) => entry.litres ?? 0));
      expect(total(trucks, ({ filled }) => filled)).toBe(totals.filled);
      for (const { filled, to } of sources) expect(total(to, (one) => one.litres)).toBe(filled);
      for (const { emptied, to } of trucks) expect(total(to, (one) => one.litres)).toBe(emptied);
      expect(total(deliveries, (row) => row.litres)).toBe(totals.came + totals.promised);
      expect(totals.came + totals.promised).toBe(
        total(only?.promises ?? [], (one) => arrivalOf(one, () => 0).litres),
      );
      if (only?.gap) {
        expect(totals.came + totals.promised).toBe(only.gap.total.delivered);
        expect(totals.reached).toBe(only.gap.total.expected);
      }
      expect(totals.spilled).toBeGreaterThanOrEqual(0);
      expect(totals.verified).toBeLessThanOrEqual(totals.came);
    }),
    { numRuns: 300 },
  );
});

test('800 L that the driver says and the village does not stand as a row of their own', () => {
  const {
    tankers: trucks,
    points,
    totals,
  } = ledgerOf(
    factsOf(
      [fill('one', 4000), fill('one', 9999, true)],
      [promise('near', 'one', 4000, { giver: 4000, receiver: 3200, resolved: 3200 })],
      { lossPercent: 10 },
    ),
  );
  expect(trucks).toMatchObject([{ filled: 4000, emptied: 3200, said: 800, open: 0, may: [] }]);
  expect(points).toMatchObject([
    { came: 3200, verified: 3200, promised: 0, spilled: 320, stays: 0, reached: 2880 },
  ]);
  expect(totals).toMatchObject({ filled: 4000, said: 800, came: 3200, reached: 2880 });
});

test('what a tanker does not account for says what it may be', () => {
  const { tankers: trucks, totals } = ledgerOf(
    factsOf(
      [fill('one', 5000), fill('one', 5000)],
      [
        promise('near', 'one', 5000, { giver: 5000 }),
        promise('far', 'two', 700, { receiver: 700 }),
        promise('far', null, 300, { receiver: 300 }),
      ],
    ),
  );
  expect(trucks).toMatchObject([
    { name: '一号', open: 5000, may: ['in-tank', 'delivery-not-recorded', 'spilled'] },
    { name: '二号', open: -700, may: ['filled-before', 'fill-not-recorded'] },
  ]);
  expect(totals).toMatchObject({ filled: 10_000, open: 4300, unknown: 300, came: 6000 });
});

test('what is only promised is kept apart from what came', () => {
  const { points, deliveries } = ledgerOf(
    factsOf([], [promise('near', 'one', 4000, {}), promise('far', 'two', 1000, { giver: 1000 })], {
      stays: 400,
    }),
  );
  expect(points).toMatchObject([
    { name: '一组', came: 0, promised: 4000, reached: 4000 },
    { name: '二组', came: 1000, promised: 0, stays: 400, reached: 600 },
  ]);
  expect(deliveries.map(({ known }) => known).sort()).toEqual(['one-side', 'promised']);
});
