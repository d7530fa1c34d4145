import { id, instant, text } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';
import { RuleFinding } from '../at-gate/finding.ts';
import { Direction, FactValues, Flag, RefusalReason, Verdict } from '../gate.ts';

// A pass may end in a space, so it is not trimmed.
const scanned = z
  .string()
  .max(8192)
  // oxlint-disable-next-line no-control-regex -- that is what it is for
  .regex(/^[^\u0000-\u001f\u007f]*$/);

/** What was held up to the gate. Only which pass it was is kept. */
export const Shown = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('scan'), text: scanned }),
  z.strictObject({
    how: z.literal('code'),
    code: text(40, 1),
    lastFour: text(8).describe('of the document or the plate, as the guard read it'),
  }),
  z.strictObject({ how: z.literal('nothing') }),
]);
export type Shown = z.infer<typeof Shown>;

export const VehicleCheck = z.strictObject({
  disinfected: z.boolean().nullable().describe('null: not looked at'),
  disinfectedAt: instant.nullable().describe('as its record says'),
  disinfectedBy: text(40).nullable().describe('a role or a place, never a private name'),
  seals: z.array(text(30, 1)).max(10).describe('seal numbers as they were read'),
});
export type VehicleCheck = z.infer<typeof VehicleCheck>;

/** What a guard records of one who came to the gate; decided on the phone, perhaps without a signal. */
export const CheckBody = z
  .strictObject({
    response: id,
    gate: id,
    at: instant.describe('when it happened, by the phone, corrected to the clock of the response'),
    direction: Direction,
    shown: Shown,
    phone: z
      .strictObject({ verdict: Verdict, code: text(40, 1) })
      .describe('what the phone found, with the finding of @liangbuwu/passes; nothing shown: red'),
    bundle: z.int().min(0).max(4_294_967_295).nullable().describe('the sequence it was judged by'),
    letThrough: z.boolean(),
    reason: RefusalReason.nullable().describe('why it was not let through'),
    temperature: z.number().min(30).max(45).optional().describe('°C; kept sealed'),
    mask: z.boolean().optional(),
    vehicle: VehicleCheck.optional(),
    facts: FactValues.optional().describe(
      'what else the rule of the moment asks for, as the guard saw it',
    ),
    rule: RuleFinding.nullable()
      .optional()
      .describe('what the phone found by the rule; null: it had none for that moment'),
  })
  .refine(({ letThrough, reason }) => letThrough === (reason === null), {
    error: '放行不写原因；不放行要写 / a reason where, and only where, it is not let through',
    path: ['reason'],
  });
export type CheckBody = z.infer<typeof CheckBody>;

/** The same pass at another gate, sooner than anybody gets there. */
export const Elsewhere = z.strictObject({
  gate: z.string(),
  at: instant,
  least: z.int().describe('seconds that it takes between the two at least'),
  basis: z
    .enum(['edited', 'roads', 'estimated', 'unplaced'])
    .describe('of the drive time; unplaced: no drive time is known, so the least is a fixed one'),
});
export type Elsewhere = z.infer<typeof Elsewhere>;

export const Check = z.strictObject({
  id,
  gate: id,
  direction: Direction,
  at: instant,
  recorded: instant,
  pass: z
    .strictObject({
      id: id.nullable().describe('null: none that is known here, or out of reach'),
      number: z.string().describe('the place in the list of statuses: 0-40712'),
      kind: z.enum(['person', 'vehicle', 'delivery']).nullable().describe('null: a typed code'),
    })
    .nullable(),
  phone: z.strictObject({ verdict: Verdict, code: z.string() }),
  server: z.strictObject({ verdict: Verdict, code: z.string() }),
  flags: z.array(Flag),
  elsewhere: z.array(Elsewhere).describe('why it is flagged `two-gates`'),
  rule: z.strictObject({
    phone: RuleFinding.nullable().describe('null: none, or not told'),
    server: RuleFinding.nullable().describe('null: no rule governed there at that moment'),
  }),
  letThrough: z.boolean(),
  reason: RefusalReason.nullable(),
  measured: z.boolean().describe('a temperature was taken; what it was is not told here'),
  mask: z.boolean().nullable(),
  vehicle: VehicleCheck.nullable(),
  facts: FactValues.describe('of what else was seen that which is not about a person'),
  by: z.strictObject({ id, name: z.string() }),
});
export type Check = z.infer<typeof Check>;
