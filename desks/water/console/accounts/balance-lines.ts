import type { Ledger } from '../../accounts/ledger-sheet.ts';

export type BalanceLine = {
  id:
    | 'filled'
    | 'said'
    | 'saidLess'
    | 'openMore'
    | 'openLess'
    | 'unknown'
    | 'came'
    | 'promised'
    | 'counted'
    | 'spilled'
    | 'stays'
    | 'drawn'
    | 'reached';
  /** What it does to the line before; a sum stands by itself. */
  sign: 'start' | 'plus' | 'minus' | 'sum';
  litres: number;
  /** Where its bar begins and ends. */
  from: number;
  to: number;
  /** Something that somebody should look into. */
  off: boolean;
};

/** What tankers filled and did not bring, and what they brought and had not filled: never one against the other. */
export function openSides({ tankers }: Pick<Ledger, 'tankers'>): { more: number; less: number } {
  const sum = (sign: 1 | -1) =>
    tankers.reduce((all, { open }) => all + Math.max(0, open * sign), 0);
  return { more: sum(1), less: sum(-1) };
}

/** The totals as one reads them down: each sum is the lines above it. Lines of nothing are left out, sums never. */
export function balanceLines(ledger: Ledger): BalanceLine[] {
  const { totals } = ledger;
  const { more, less } = openSides(ledger);
  const lines: BalanceLine[] = [];
  let at = 0;
  const step = (id: BalanceLine['id'], sign: 'plus' | 'minus', litres: number, off = false) => {
    if (litres === 0) return;
    const next = sign === 'plus' ? at + litres : at - litres;
    lines.push({ id, sign, litres, from: Math.min(at, next), to: Math.max(at, next), off });
    at = next;
  };
  const sum = (id: BalanceLine['id'], sign: 'start' | 'sum', litres: number) => {
    lines.push({ id, sign, litres, from: 0, to: litres, off: false });
    at = litres;
  };
  sum('filled', 'start', totals.filled);
  if (totals.said > 0) step('said', 'minus', totals.said, true);
  else step('saidLess', 'plus', -totals.said, true);
  step('openMore', 'minus', more, true);
  step('openLess', 'plus', less, true);
  step('unknown', 'plus', totals.unknown, true);
  sum('came', 'sum', totals.came);
  step('promised', 'plus', totals.promised);
  sum('counted', 'sum', totals.came + totals.promised);
  step('spilled', 'minus', totals.spilled);
  if (totals.stays > 0) step('stays', 'minus', totals.stays);
  else step('drawn', 'plus', -totals.stays);
  sum('reached', 'sum', totals.reached);
  return lines;
}
