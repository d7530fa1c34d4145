import { z } from 'zod';
import { inventedOrigin, Said } from './origin.ts';

const moment = z.iso.datetime({ offset: true });
const code = z.enum(['green', 'yellow', 'red']);

/** What a family reports: what the three return rules ask. */
const Report = z.strictObject({
  risk: z.enum(['low', 'high']).optional(),
  area: z.string().optional(),
  from: z.enum(['high-risk', 'with-cases', 'elsewhere']).optional(),
  code: code.optional(),
  card: z.boolean().optional(),
  contact: z.boolean().optional(),
  symptoms: z.boolean().optional(),
  atHome: z.boolean().optional(),
  atHomeUntil: z.iso.date().optional(),
  reported: moment.nullable().optional(),
  livesWith: z
    .strictObject({ people: z.int(), code, card: z.boolean(), reported: moment.optional() })
    .optional(),
});

const Pupil = z.strictObject({
  id: z.string().min(1),
  name: z.string().startsWith('虚构'),
  born: z.string(),
  before: Report.optional().describe('what was reported first, and its answer told to the family'),
  report: Report.optional(),
});

/** data/pupils.json; nobody in it exists. */
export const Pupils = z.strictObject({
  note: Said,
  classes: z.array(
    z.strictObject({
      class: z.string(),
      by: z.string().describe('the user who enters and reports them'),
      arrival: moment,
      pupils: z.array(Pupil).min(1),
      ...inventedOrigin,
    }),
  ),
  sampled: z
    .array(
      z.strictObject({
        class: z.string(),
        by: z.string().describe('the user who enters them'),
        born: z
          .string()
          .regex(/^\d{4}$/)
          .describe('the year'),
        count: z.int().min(1).max(100),
        ...inventedOrigin,
      }),
    )
    .describe('classes of whom only how many is told: for a session of sampling'),
  checks: z
    .array(
      z.strictObject({
        kind: z.enum(['morning', 'noon', 'evening']),
        by: z.string().describe('the user who records them'),
        classes: z.array(z.string()).min(1),
        except: z.array(
          z.strictObject({
            class: z.string(),
            pupil: z.int().min(1).describe('of the class, counted from 1'),
            temperature: z.number().nullable(),
            symptoms: z.array(z.string()),
            absent: z.string().nullable(),
          }),
        ),
        ...inventedOrigin,
      }),
    )
    .describe('checks on the day on which the demonstration begins'),
  care: z.array(
    z.strictObject({
      school: z.string(),
      counsellor: z.string().describe('the user who counsels; no help number is made up'),
      asked: z.array(
        z.strictObject({
          class: z.string(),
          pupil: z.int().min(1).describe('of the class, counted from 1'),
          by: z.string().describe('the class teacher who asks for them'),
          talks: z.enum(['pupil', 'parent', 'both']),
          reach: z.string(),
          suits: z.string(),
          urgent: z.boolean(),
        }),
      ),
      broadcasts: z.array(
        z.strictObject({
          day: z.iso.date(),
          items: z.array(
            z.strictObject({ at: z.iso.time(), what: z.string(), reader: z.string() }),
          ),
        }),
      ),
      ...inventedOrigin,
    }),
  ),
  staying: z.array(
    z.strictObject({
      school: z.string(),
      by: z.string().describe('the user who makes the roster'),
      people: z.array(z.string().startsWith('虚构')),
      shifts: z.array(
        z.strictObject({
          person: z.int().min(1).describe('of the people, counted from 1'),
          day: z.iso.date(),
          begins: z.iso.time(),
          hours: z.int().min(1).max(12),
          duty: z.enum(['gate', 'dormitory', 'canteen', 'sampling', 'zone', 'night']),
        }),
      ),
      ...inventedOrigin,
    }),
  ),
});
export type Pupils = z.infer<typeof Pupils>;
