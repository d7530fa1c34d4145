import { day, text } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';
import { Stage } from '../campus.ts';

const count = z.int().min(0).max(1_000_000).nullable();
const date = day.nullable();
const yes = z.boolean().nullable();
const words = text(1000);

/** When a grade comes back; null while nobody has said. */
const GradeArrival = z.strictObject({
  stage: Stage,
  grade: z.int().min(1).max(12),
  day: date,
});

/** What a school says in its plan; null is what it has not said yet. No figure is about a person. */
export const Parts = z.strictObject({
  epidemicPlan: z.strictObject({ adopted: date, checksADay: count, words }),
  arrivals: z.strictObject({ grades: z.array(GradeArrival).max(20), gates: count, words }),
  lodging: z.strictObject({ sittings: count, beds: count, words }),
  supplies: z.strictObject({ people: count, masks: count, thermometers: count, words }),
  logistics: z.strictObject({ transferZone: yes, utilities: date, words }),
  emergency: z.strictObject({ isolationRooms: count, hospital: yes, drill: date, words }),
  disinfection: z.strictObject({ done: date, words }),
  training: z.strictObject({ staff: count, trained: count, words }),
  tests: z.strictObject({ on: date, samplers: count, words }),
});
export type Parts = z.infer<typeof Parts>;

export const PartName = z.enum(Object.keys(Parts.shape) as [keyof Parts, ...(keyof Parts)[]]);
export type PartName = z.infer<typeof PartName>;

export const emptyParts: Parts = {
  epidemicPlan: { adopted: null, checksADay: null, words: '' },
  arrivals: { grades: [], gates: null, words: '' },
  lodging: { sittings: null, beds: null, words: '' },
  supplies: { people: null, masks: null, thermometers: null, words: '' },
  logistics: { transferZone: null, utilities: null, words: '' },
  emergency: { isolationRooms: null, hospital: null, drill: null, words: '' },
  disinfection: { done: null, words: '' },
  training: { staff: null, trained: null, words: '' },
  tests: { on: null, samplers: null, words: '' },
};

/** The first day on which anybody comes back; undefined while no grade has one. */
export const firstArrival = ({ arrivals }: Parts): string | undefined =>
  arrivals.grades.flatMap((one) => one.day ?? []).sort()[0];
