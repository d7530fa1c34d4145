import type { Entry } from '../recording/entry.ts';

let last = 0;

/** An entry of 10 November 2022, 07:30 by default: whatever a test does not speak of is empty. */
export function fieldEntry(part: Partial<Entry> & Pick<Entry, 'kind'>): Entry {
  last += 1;
  const at = part.at ?? '2022-11-09T23:30:00.000Z';
  return {
    id: `entry-${last}`,
    side: part.kind === 'received' ? 'keeper' : 'driver',
    day: '2022-11-10',
    recorded: at,
    tanker: null,
    source: null,
    point: null,
    promise: null,
    litres: null,
    before: null,
    after: null,
    chlorine: null,
    doseGrams: null,
    minutes: null,
    homes: null,
    people: null,
    why: null,
    plan: null,
    by: { id: 'driver', name: '司机甲' },
    onBehalfOf: null,
    corrects: null,
    corrected: false,
    ...part,
    at,
  };
}

/** 07:30 of that day as an instant. */
export const atClock = (time: string): string =>
  new Date(`2022-11-10T${time}:00+08:00`).toISOString();
