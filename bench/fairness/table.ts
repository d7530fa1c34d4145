import type { Problem } from '@liangbuwu/trucking/water-day.ts';
import type { Lived, Past } from './live.ts';

export const head = [
  '| day | break down, % | planned | longest spell below survival | below basic | point-days below survival | below basic | most short: litres a person in all | mean | spread | m³ | km |',
  '|---|---|---|---|---|---|---|---|---|---|---|---|',
].join('\n');

/** Points to which no way leads, or no tanker that is small enough, are left out: no weight helps them. */
export function row(problem: Problem, breaks: number, name: string, lived: Lived): string {
  const past = lived.past.filter(({ reached }) => reached);
  const totals = past.map(({ shorts }) => sum(shorts));
  const mean = sum(totals) / totals.length;
  const spread = Math.sqrt(sum(totals.map((total) => (total - mean) ** 2)) / totals.length);
  const spells = (tier: number) =>
    Math.max(...past.map(({ missed }) => longest(missed[tier] ?? [])));
  const dayCount = (tier: number) => sum(past.map(({ missed }) => count(missed[tier] ?? [])));
  const cells = [
    `${problem.name} (${past.length})`,
    breaks * 100,
    name,
    spells(0),
    spells(1),
    dayCount(0),
    dayCount(1),
    Math.max(...totals).toFixed(1),
    mean.toFixed(1),
    spread.toFixed(1),
    Math.round(lived.litres / 1000),
    Math.round(lived.metres / 1000),
  ];
  return `| ${cells.join(' | ')} |`;
}

function longest(days: Past['missed'][number]): number {
  let most = 0;
  let run = 0;
  for (const below of days) {
    run = below ? run + 1 : 0;
    most = Math.max(most, run);
  }
  return most;
}

const count = (days: readonly boolean[]) => days.filter(Boolean).length;
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
