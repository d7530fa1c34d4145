import { id, instant, text } from '@liangbuwu/office/http/fields.ts';
import { kinds } from '@liangbuwu/office/people/catalogue.ts';
import { BirthMonth, Phone } from '@liangbuwu/office/people/identity.ts';
import { RuleFact } from '@liangbuwu/office/rulebook/rulebook.ts';
import { z } from 'zod';
import { FactValues, Purpose } from '../gate.ts';
import { Decision, PassView } from '../passes/pass.ts';

/** What can become of an application that somebody made for themselves: in this state, when that happens, it becomes the other. */
export const ownTable = {
  waiting: { issued: 'issued', refused: 'refused', withdrawn: 'withdrawn' },
  issued: {},
  refused: {},
  withdrawn: {},
} as const;
export type OwnState = keyof typeof ownTable;
export const OwnState = z.enum(Object.keys(ownTable) as [OwnState, ...OwnState[]]);

export const Guardian = z.strictObject({
  name: text(60, 1),
  relation: kinds['guardian-consent'].value.shape.relation,
});
export type Guardian = z.infer<typeof Guardian>;

/** Who applies. Of a document the last four only: whoever guards the gate compares them with the document itself. */
export const OwnHolder = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    name: text(60, 1),
    lastFour: z.string(),
    born: BirthMonth,
    phone: Phone,
    guardian: Guardian.nullable().describe('who consents, where the holder is under 14'),
  }),
  z.strictObject({ kind: z.literal('vehicle'), plate: z.string(), phone: Phone }),
]);
export type OwnHolder = z.infer<typeof OwnHolder>;

/** What somebody said of themselves; gone from the record as soon as it is decided. */
export const OwnSaid = z.strictObject({
  holder: OwnHolder,
  facts: FactValues,
  note: z.string().nullable(),
});
export type OwnSaid = z.infer<typeof OwnSaid>;

export const OwnShown = PassView.shape.holder;
export type OwnShown = z.infer<typeof OwnShown>;

/** What lies sealed of an application. */
export const OwnPaper = z.strictObject({
  shown: OwnShown,
  said: OwnSaid.nullable(),
  words: z.string().nullable().describe('why it was sent back'),
});
export type OwnPaper = z.infer<typeof OwnPaper>;

/** One as a list shows it. */
export const OwnApplication = z.strictObject({
  id,
  gate: id,
  purpose: Purpose,
  state: OwnState,
  at: instant.describe('when they mean to come'),
  askedAt: instant,
  holder: OwnShown,
});
export type OwnApplication = z.infer<typeof OwnApplication>;

/** One as it is opened to be decided: what they said, and what the rule says to it now. */
export const OpenedOwn = OwnApplication.extend({
  said: OwnSaid,
  decision: Decision.nullable().describe('null: no rule governs then, and no pass is needed'),
  admitted: z.boolean(),
  asked: z.array(RuleFact).describe('what the rule asks for, in words'),
});
export type OpenedOwn = z.infer<typeof OpenedOwn>;
