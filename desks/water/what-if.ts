import { id } from '@liangbuwu/office/http/fields.ts';
import type { Problem } from '@liangbuwu/trucking/water-day.ts';
import { z } from 'zod';
import type { Cast } from './cast.ts';
import type { Floors } from './water.ts';

const litresPerPerson = z.number().min(0).max(1000);

/** What is assumed beside a plan. What is not named is as it is. */
export const WhatIf = z
  .strictObject({
    floors: z
      .tuple([litresPerPerson, litresPerPerson, litresPerPerson])
      .refine(([survival, basic, full]) => survival <= basic && basic <= full, {
        error: 'survival ≤ basic ≤ full',
      })
      .nullable()
      .describe('litres a person for each floor'),
    more: z
      .array(z.strictObject({ like: id.describe('a tanker'), count: z.int().min(1).max(5) }))
      .max(5)
      .describe('tankers more, of a kind at hand'),
    longer: z
      .int()
      .min(0)
      .max(6 * 3600)
      .describe('seconds that sources stay open and drivers on duty beyond their hours'),
    without: z.array(id).max(20).describe('sources that are lost as of now'),
  })
  .refine(
    ({ floors, more, longer, without }) =>
      floors !== null || more.length > 0 || longer > 0 || without.length > 0,
    { error: 'something is assumed' },
  );
export type WhatIf = z.infer<typeof WhatIf>;

const dayEnd = 86_400;

/**
 * A day as it would be, its floors apart: they belong into the rows that the problem is made of, see `assumedFloors`.
 *
 * @param now second of the day as of which sources are lost.
 * @param newId gives the tankers that are added, and their shifts, their ids.
 * @returns the problem and who is who in it; both new.
 */
export function assume(
  { problem, cast }: { problem: Problem; cast: Cast },
  whatIf: WhatIf,
  { now, newId }: { now: number; newId: () => string },
): { problem: Problem; cast: Cast } {
  const lost = new Set(whatIf.without);
  const later = (second: number) => Math.max(second, Math.min(dayEnd, second + whatIf.longer));
  const shifts = { ...cast.shifts };
  const tankers = problem.tankers.map((tanker) => ({ ...tanker, to: later(tanker.to) }));
  for (const { like, count } of whatIf.more) {
    const model = tankers.filter(({ id: shift }) => cast.shifts[shift]?.tanker === like);
    for (let number = 1; number <= count; number += 1) {
      const tanker = newId();
      for (const { out: _, ...parts } of model) {
        const shift = newId();
        tankers.push({ ...parts, id: shift });
        shifts[shift] = { tanker, name: `${cast.shifts[parts.id]?.name ?? ''} +${number}` };
      }
    }
  }
  return {
    problem: {
      ...problem,
      tankers,
      sources: problem.sources.map((source) => {
        const last = source.open.length - 1;
        const open = source.open.map(([from, to], i): [number, number] => [
          from,
          i === last ? later(to) : to,
        ]);
        if (!lost.has(source.id)) return { ...source, open };
        const until = source.open
          .filter(([from]) => from < now)
          .map(([from, to]): [number, number] => [from, Math.min(to, now)]);
        return { ...source, open: until };
      }),
    },
    cast: { ...cast, shifts },
  };
}

/** The floors that an assumption is planned for and judged by; kinds of points with figures of their own keep them. */
export const assumedFloors = (floors: Floors, whatIf: WhatIf | null): Floors => ({
  ...floors,
  tiers: floors.tiers.map((tier, i) => ({
    ...tier,
    litresPerPerson: whatIf?.floors?.[i] ?? tier.litresPerPerson,
  })),
});
