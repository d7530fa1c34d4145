import { Say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';

/** What can happen to a try, read aloud: in this state, when that happens, it becomes the other. */
export const tryTable = {
  waiting: { begun: 'running', dropped: 'dropped', failed: 'failed' },
  running: {
    begun: 'running',
    gaveWay: 'waiting',
    solved: 'solved',
    dropped: 'dropped',
    failed: 'failed',
  },
  solved: {},
  dropped: {},
  failed: {},
} as const;
export type TryState = keyof typeof tryTable;
export type TryEvent = 'begun' | 'gaveWay' | 'solved' | 'dropped' | 'failed';

export function nextTry(state: TryState, event: TryEvent): TryState | undefined {
  return (tryTable[state] as Partial<Record<TryEvent, TryState>>)[event];
}

/** What a try gave beside the same search without it; below zero it took away. */
export const Gain = z.strictObject({
  helps: z.boolean().describe('less hardship in the first floor in which the two differ'),
  tiers: z.array(
    z.strictObject({
      name: z.string(),
      people: z.int().describe('more people who get all of this floor'),
      shares: z.number().describe('fewer shares missing: people × the part that they miss'),
    }),
  ),
  litres: z.int().describe('more litres delivered in the day'),
  metres: z.int().describe('more metres driven'),
});
export type Gain = z.infer<typeof Gain>;

/** One thing more, and what solving the day with it gave. The first of a plan adds nothing: only as much time again. */
export const Try = z.strictObject({
  number: z.int().min(0),
  kind: z.string().describe('time: nothing is added; else what is'),
  say: Say,
  state: z.enum(['waiting', 'running', 'solved', 'dropped', 'failed']),
  gain: Gain.nullable(),
});
export type Try = z.infer<typeof Try>;
