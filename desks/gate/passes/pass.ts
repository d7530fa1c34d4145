import { id, instant, text } from '@liangbuwu/office/http/fields.ts';
import { Say } from '@liangbuwu/office/http/say.ts';
import { BirthMonth, Document, Phone } from '@liangbuwu/office/people/identity.ts';
import { RuleFact } from '@liangbuwu/office/rulebook/rulebook.ts';
import { isPlate } from '@liangbuwu/passes/pass/mask.ts';
import { z } from 'zod';
import { FactValues, Purpose, RevokeReason } from '../gate.ts';

export const PassKind = z.enum(['person', 'vehicle', 'delivery']);
export type PassKind = z.infer<typeof PassKind>;

/** What can become of an application: read aloud, in this state, when that happens, it becomes the other. */
const passTable = {
  asking: { asked: 'asking', refused: 'refused', issued: 'issued' },
  refused: { asked: 'asking', refused: 'refused', issued: 'issued' },
  issued: { revoked: 'revoked' },
  revoked: {},
} as const;
export type PassState = keyof typeof passTable;
export const PassState = z.enum(Object.keys(passTable) as [PassState, ...PassState[]]);

/** Whom or what it is for. Of a person only the masked name and the last four come onto the pass. */
export const Holder = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    person: id.describe('of office/people; one that is new is registered by this'),
    name: text(60, 1),
    document: Document,
    phone: Phone.nullable().default(null),
    born: BirthMonth.optional().describe('left out beside a resident identity number'),
  }),
  z.strictObject({
    kind: z.enum(['vehicle', 'delivery']),
    plate: text(12, 4)
      .transform((plate) => plate.toUpperCase().replaceAll(/[\s·-]/g, ''))
      .refine(isPlate, { error: '车牌，如 湘B12345 / a number plate, as in 湘B12345' }),
  }),
]);
export type Holder = z.infer<typeof Holder>;

export const Application = z.strictObject({
  response: id,
  gates: z.array(id).min(1).max(3).describe('that it opens'),
  purpose: Purpose,
  holder: Holder,
  from: instant.nullable().default(null).describe('null: from now on'),
  until: instant.describe('31 days from now at most'),
  facts: FactValues.describe('what the rule asks for, by name; what is left out is not known'),
  onBehalf: z.boolean().describe('somebody applies for the holder, as a cadre does'),
});
export type Application = z.infer<typeof Application>;

export const Decision = z.strictObject({
  rule: Say.nullable(),
  version: id.nullable(),
  number: z.int().nullable(),
  document: Say.nullable(),
  appeal: Say.nullable(),
  invented: z.boolean(),
  known: z.boolean(),
  outcome: Say.nullable().describe('what the rule says, in words'),
  ask: z.array(RuleFact).describe('what is missing and matters'),
  because: z.array(Say).describe('the most important first'),
  todo: Say.nullable().default(null).describe('what to do, as the rule that applies says'),
  again: Say.nullable().default(null).describe('when it is looked at again'),
});
export type Decision = z.infer<typeof Decision>;

/** What lies sealed beside a pass. */
export const Paper = z.strictObject({
  holder: z.strictObject({
    name: z.string().nullable(),
    lastFour: z.string().nullable(),
    plate: z.string().nullable(),
  }),
  /** Of the facts those that are nobody's health: a renewal asks for the others anew. */
  facts: FactValues,
  decision: Decision,
  text: z.string().nullable(),
  codes: z.array(z.strictObject({ gate: id, code: z.string() })),
});
export type Paper = z.infer<typeof Paper>;

export const PassView = z.strictObject({
  id,
  response: id,
  area: id,
  state: PassState,
  kind: PassKind,
  purpose: Purpose,
  gates: z.array(id),
  number: z.string().nullable().describe('its place in the list of statuses: 0-40712'),
  from: instant,
  until: instant,
  askedAt: instant,
  onBehalf: z.boolean(),
  renews: id.nullable(),
  issuedAt: instant.nullable(),
  revokedAt: instant.nullable(),
  revokeReason: RevokeReason.nullable(),
  keyStolen: z.boolean().describe('the key that signed it was stolen since: no gate takes it'),
  holder: z.strictObject({
    name: z.string().nullable().describe('masked: 张*'),
    lastFour: z.string().nullable(),
    plate: z.string().nullable(),
  }),
  decision: Decision,
});
export type PassView = z.infer<typeof PassView>;
