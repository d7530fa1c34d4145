import type { DecisionTable } from '@liangbuwu/eligibility/table.ts';

/** Whether a pupil may return: six rows, five facts. */
export const table: DecisionTable = {
  id: 'return',
  name: 'return',
  hitPolicy: 'FIRST',
  columns: [
    { expression: 'code', type: 'string', values: '"green", "yellow", "red"' },
    { expression: 'risk', type: 'string', values: '"low", "high"' },
    { expression: 'contact', type: 'boolean' },
    { expression: 'symptoms', type: 'boolean' },
    { expression: 'hours', type: 'number' },
  ],
  outputs: [{ name: 'outcome' }],
  rules: [
    { when: ['"red", "yellow"', '-', '-', '-', '-'], gives: ['"postponed"'] },
    { when: ['-', '"high"', '-', '-', '-'], gives: ['"postponed"'] },
    { when: ['-', '-', 'true', '-', '-'], gives: ['"postponed"'] },
    { when: ['-', '-', '-', 'true', '-'], gives: ['"see a doctor"'] },
    { when: ['"green"', '"low"', '-', '-', '[0..48]'], gives: ['"return"'] },
    { when: ['-', '-', '-', '-', '-'], gives: ['"test first"'] },
  ],
};

export interface Person {
  code?: string;
  risk?: string;
  contact?: boolean;
  symptoms?: boolean;
  hours?: number;
}

/** What the work took of one processor, and by the clock on the wall; seconds. */
export async function timed(
  work: () => Promise<void> | void,
): Promise<{ wall: number; processor: number }> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { wall: (performance.now() - began) / 1000, processor: (user + system) / 1e6 };
}

/** mulberry32 (Tommy Ettinger). */
export function dice(seed: number): (count: number) => number {
  let state = seed | 0;
  return (count) => {
    state = (state + 0x6d2b79f5) | 0;
    let z = Math.imul(state ^ (state >>> 15), state | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return Math.floor((((z ^ (z >>> 14)) >>> 0) / 2 ** 32) * count);
  };
}

/** Of each fact so many in a hundred are missing. */
export function people(count: number, missing: number): Person[] {
  const below = dice(2022);
  const keep = () => below(100) >= missing;
  return Array.from({ length: count }, () => ({
    ...(keep() && { code: ['green', 'green', 'green', 'green', 'yellow', 'red'][below(6)] ?? '' }),
    ...(keep() && { risk: below(10) < 8 ? 'low' : 'high' }),
    ...(keep() && { contact: below(100) < 4 }),
    ...(keep() && { symptoms: below(100) < 3 }),
    ...(keep() && { hours: below(960) / 10 }),
  }));
}
