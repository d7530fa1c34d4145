import { expect, test } from 'vitest';
import { examples } from '../../accounts/accounts.examples.ts';
import { balanceLines, openSides } from './balance-lines.ts';

const { ledger } = examples.accounts.output;
const tanker = ledger.tankers[0] ?? [];

test('what one tanker lacks is not set off against what another has too much', () => {
  const tankers = [
    { ...tanker, open: 500 },
    { ...tanker, open: -300 },
  ] as typeof ledger.tankers;
  expect(openSides({ tankers })).toEqual({ more: 500, less: 300 });
});

test('every sum is what the lines above it come to', () => {
  const totals = {
    ...ledger.totals,
    filled: 10_000,
    said: 800,
    open: 200,
    unknown: 300,
    came: 9300,
    promised: 1000,
    spilled: 500,
    stays: -200,
    reached: 10_000,
  };
  const tankers = [
    { ...tanker, open: 500 },
    { ...tanker, open: -300 },
  ] as typeof ledger.tankers;
  const lines = balanceLines({ ...ledger, tankers, totals });
  let at = 0;
  for (const { id, sign, litres, from, to } of lines) {
    if (sign === 'sum') expect([id, litres]).toEqual([id, at]);
    at = sign === 'plus' ? at + litres : sign === 'minus' ? at - litres : litres;
    expect(to - from).toBe(litres);
  }
  expect(lines.map(({ id }) => id)).toEqual([
    'filled',
    'said',
    'openMore',
    'openLess',
    'unknown',
    'came',
    'promised',
    'counted',
    'spilled',
    'drawn',
    'reached',
  ]);
});
