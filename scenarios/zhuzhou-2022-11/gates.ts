import { z } from 'zod';
import { inventedOrigin, Said } from './origin.ts';
import { Position, RoadClassId } from './place.ts';

const moment = z.iso.datetime({ offset: true });
const purpose = z.enum(['return-to-school', 'enter-village', 'enter-site', 'load-vehicle']);

/** Where passes are checked, whose passes they are and who came by. Nobody in it exists. */
const Gate = z.strictObject({
  id: z.string().min(1),
  area: z.string().min(1),
  name: Said,
  kind: z.enum(['site', 'village', 'school']),
  purposes: z.array(purpose).min(1),
  position: Position,
  roadClass: RoadClassId,
  ...inventedOrigin,
});

const Person = z.strictObject({
  name: z.string().startsWith('虚构'),
  document: z.string(),
  born: z.string(),
});

const Pass = z.strictObject({
  id: z.string().min(1),
  gate: z.string(),
  by: z.string().describe('the user who applies for the holder'),
  purpose,
  plate: z.string().optional(),
  person: Person.optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  from: moment.nullable(),
  until: moment,
  ...inventedOrigin,
});

const Check = z.strictObject({
  id: z.string().min(1),
  gate: z.string(),
  by: z.string(),
  at: moment,
  direction: z.enum(['in', 'out']),
  pass: z.string().nullable(),
  refused: z.literal('no-pass').optional(),
  temperature: z.number().optional(),
  mask: z.boolean().optional(),
  vehicle: z
    .strictObject({
      disinfected: z.boolean(),
      disinfectedAt: moment,
      disinfectedBy: z.string(),
      seals: z.array(z.string()),
    })
    .optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  ...inventedOrigin,
});

const Returnee = z.strictObject({
  id: z.string().min(1),
  area: z.string().min(1),
  by: z.string().describe('the user who registers them, and looks after them'),
  person: Person,
  arrived: moment,
  place: z.string(),
  facts: Pass.shape.facts,
  ...inventedOrigin,
});

/** data/gates.json */
export const Gates = z.strictObject({
  note: Said,
  gates: z.array(Gate),
  passes: z.array(Pass),
  checks: z.array(Check),
  returnees: z.array(Returnee),
});
export type Gates = z.infer<typeof Gates>;
