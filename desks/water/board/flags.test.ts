import type { Commitment } from '@liangbuwu/office/commitments/contract.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../recording/entry.ts';
import { atClock, fieldEntry } from '../testing/field-entry.ts';
import { findFlags } from './find-flags.ts';
import type { Known } from './flags.ts';

const known = (entries: Entry[], part: Partial<Known> = {}): Known => ({
  entries,
  promises: [],
  tankers: new Map([['t', { name: '洒水1号', litres: 8000, barred: null }]]),
  sources: new Map([
    [
      'works',
      { name: '水厂', place: 'w', litresPerMinute: 600, litresPerDay: null, closedSince: null },
    ],
  ]),
  points: new Map([
    ['near', { name: '3组', place: 'n', tank: null }],
    ['tank', { name: '8组', place: 'k', tank: 4000 }],
  ]),
  drive: (from, to) => (from === to ? 0 : 1200),
  clock: (at) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16),
  ...part,
});

const filled = (time: string, litres: number, more: Partial<Entry> = {}) =>
  fieldEntry({ kind: 'filled', tanker: 't', source: 'works', litres, at: atClock(time), ...more });
const emptied = (time: string, litres: number, more: Partial<Entry> = {}) =>
  fieldEntry({ kind: 'emptied', tanker: 't', point: 'near', litres, at: atClock(time), ...more });
const received = (litres: number, more: Partial<Entry> = {}) =>
  fieldEntry({ kind: 'received', point: 'near', litres, ...more });
const codes = (...args: Parameters<typeof known>) =>
  findFlags(known(...args)).map(({ code }) => code);

test('an honest day has no flag', () => {
  expect(
    codes([
      filled('07:30', 8000),
      fieldEntry({ kind: 'arrived', tanker: 't', point: 'near', at: atClock('07:52') }),
      emptied('08:10', 4000),
      emptied('08:40', 4000, { point: 'tank' }),
      filled('09:20', 8000),
      received(4000, { by: { id: 'cadre', name: '包村干部' } }),
    ]),
  ).toEqual([]);
});

describe('litres', () => {
  test('more than the tanker holds', () => {
    const [flag, ...others] = findFlags(known([emptied('08:00', 9000)]));
    expect(others).toEqual([]);
    expect(flag).toMatchObject({ code: 'more-than-it-holds', tanker: 't', point: 'near' });
    expect(flag?.say).toEqual(
      say(
        '洒水1号放了 9,000 升，车只装 8,000 升。',
        '洒水1号 is said to have given 9,000 L; it holds 8,000 L.',
      ),
    );
  });
  test('a gauge reads no finer than a twentieth', () => {
    expect(codes([emptied('08:00', 8400)])).toEqual([]);
    expect(codes([emptied('08:00', 8401)])).toEqual(['more-than-it-holds']);
  });
  test('filled while there was still too much in it', () => {
    expect(codes([filled('07:30', 8000), emptied('08:10', 1000), filled('09:00', 4000)])).toEqual([
      'more-than-it-holds',
    ]);
  });
  test('more out than in, summed since the last fill, said once', () => {
    const flags = findFlags(
      known([
        filled('07:30', 3000),
        emptied('08:10', 8000),
        filled('09:00', 4000),
        emptied('09:40', 3000),
        emptied('10:10', 3000, { point: 'tank' }),
        emptied('10:40', 500),
      ]),
    );
    expect(flags.map(({ code }) => code)).toEqual(['more-out-than-in']);
    expect(flags[0]?.say.en).toBe('洒水1号 gave 3,000 + 3,000 = 6,000 L, but had 4,000 L at most.');
  });
  test('what it had in the morning is not known: it may have been full', () => {
    expect(codes([emptied('07:10', 8000)])).toEqual([]);
    expect(codes([emptied('07:10', 5000), emptied('07:40', 5000)])).toEqual(['more-out-than-in']);
  });
  test('more than a village tank holds', () => {
    expect(codes([received(4001, { point: 'tank' })])).toEqual(['more-than-it-holds']);
    expect(codes([received(9000, { point: 'near' })])).toEqual([]);
  });
  test('more than a source may give in a day', () => {
    const sources = new Map([
      [
        'works',
        { name: '水厂', place: 'w', litresPerMinute: 600, litresPerDay: 10_000, closedSince: null },
      ],
    ]);
    expect(
      codes([filled('07:30', 5000), emptied('08:20', 5000), filled('09:30', 5000)], { sources }),
    ).toEqual([]);
    expect(
      codes([filled('07:30', 5000), emptied('08:20', 5000), filled('09:30', 5001)], { sources }),
    ).toEqual(['over-the-daily-limit']);
  });
});

describe('ways', () => {
  test('two places in one minute', () => {
    expect(codes([filled('07:30', 1000), emptied('07:30', 1000)])).toEqual(['two-places-at-once']);
  });
  test('faster than the road, with the minutes', () => {
    const [flag] = findFlags(known([filled('07:30', 1000), emptied('07:40', 1000)]));
    expect(flag?.code).toBe('faster-than-the-road');
    expect(flag?.say.en).toBe(
      '洒水1号 was at 水厂 at 07:30 and at 3组 at 07:40: 10 minutes for a way of usually 20, 14 at the fastest.',
    );
  });
  test('a way that is not known says nothing', () => {
    expect(
      codes([filled('07:30', 1000), emptied('07:40', 1000)], { drive: () => undefined }),
    ).toEqual([]);
  });
  test('a fill faster than it flows', () => {
    const [flag, ...others] = findFlags(known([emptied('07:30', 8000), filled('07:52', 8000)]));
    expect(others).toEqual([]);
    expect(flag?.code).toBe('faster-than-it-flows');
    expect(flag?.say.en).toBe(
      '洒水1号 took 8,000 L at 水厂: 14 minutes at 600 L a minute; it was at 3组 at 07:30, 20 minutes away, which leaves 2 until 07:52.',
    );
    expect(codes([emptied('07:30', 8000), filled('08:04', 8000)])).toEqual([]);
  });
});

describe('one place', () => {
  test('a source that was closed by then', () => {
    const closedAt = (time: string) =>
      new Map([
        [
          'works',
          {
            name: '水厂',
            place: 'w',
            litresPerMinute: 600,
            litresPerDay: null,
            closedSince: atClock(time),
          },
        ],
      ]);
    expect(codes([filled('12:00', 1000)], { sources: closedAt('12:00') })).toEqual([]);
    expect(codes([filled('12:01', 1000)], { sources: closedAt('12:00') })).toEqual([
      'source-closed',
    ]);
  });
  test('a tanker that may carry no drinking water', () => {
    const tankers = new Map([
      ['t', { name: '洒水1号', litres: 8000, barred: say('没有消毒', 'it is not disinfected') }],
    ]);
    expect(codes([emptied('08:00', 10)], { tankers })).toEqual(['tanker-barred']);
  });
  test.each([
    [0.1, ['chlorine-out-of-range']],
    [0.2, []],
    [2, []],
    [2.1, ['chlorine-out-of-range']],
  ])('chlorine of %d mg/L', (chlorine, expected) => {
    expect(codes([emptied('08:00', 10, { chlorine })])).toEqual(expected);
  });
  test('both keys turned by one hand, by each side’s last word', () => {
    const giver = emptied('08:00', 1000);
    const receiver = received(1000);
    const proof = (entry: Entry, side: 'giver' | 'receiver', saidBy = entry.by.id) =>
      ({ id: entry.id, side, saidBy, quantity: 1000 }) as Commitment['proofs'][number];
    const promise = (...proofs: Commitment['proofs']) =>
      [{ id: 'p', point: 'near', proofs }] as unknown as Known['promises'];
    const both = promise(proof(giver, 'giver'), proof(receiver, 'receiver'));
    const [flag] = findFlags(known([giver, receiver], { promises: both }));
    expect(flag).toMatchObject({ code: 'both-keys-one-hand', promise: 'p', point: 'near' });
    const two = promise(proof(giver, 'giver'), proof(receiver, 'receiver', 'cadre'));
    expect(codes([giver, receiver], { promises: two })).toEqual([]);

    const twice = [...both, ...both];
    const flags = findFlags(known([giver, receiver], { promises: twice }));
    expect(flags).toMatchObject([{ code: 'both-keys-one-hand', promise: null, point: null }]);
    expect(flags[0]?.say['zh-CN']).toContain('2 趟');
  });
  test.each([
    [400, 900, []],
    [400, 901, ['far-above-promised']],
    [4000, 6000, []],
    [4000, 6001, ['far-above-promised']],
  ])('of %d litres promised %d are recorded', (quantity, litres, expected) => {
    const entry = emptied('08:00', litres);
    const proofs = [{ id: entry.id, side: 'giver', saidBy: 'driver', quantity: litres }];
    const promises = [
      { id: 'p', point: 'near', planned: true, quantity, proofs },
    ] as unknown as Known['promises'];
    expect(codes([entry], { promises })).toEqual(expected);
  });
});
