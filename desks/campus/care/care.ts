import { id, instant, text } from '@liangbuwu/office/http/fields.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';

/** What a counsellor can say of a request, read aloud: as it stands so, when that is said, it stands so. */
export const careTable = {
  asked: { appoint: 'appointed', talked: 'talked', close: 'closed' },
  appointed: { appoint: 'appointed', talked: 'talked', close: 'closed' },
  talked: { more: 'more', close: 'closed' },
  more: { appoint: 'appointed', talked: 'talked', close: 'closed' },
  // Closed by mistake, or they come again.
  closed: { more: 'more' },
} as const satisfies Record<string, Partial<Record<CareStep, string>>>;
export type CareState = keyof typeof careTable;
export const CareState = z.enum(Object.keys(careTable) as [CareState, ...CareState[]]);

export const CareStep = z.enum(['appoint', 'talked', 'more', 'close']);
export type CareStep = z.infer<typeof CareStep>;

export const nextState = (state: CareState, step: CareStep): CareState | undefined =>
  (careTable[state] as Partial<Record<CareStep, CareState>>)[step];

export const careWords: Record<CareState, Say> = {
  asked: say('等约时间', 'Waits for an appointment'),
  appointed: say('约好了', 'Appointed'),
  talked: say('谈过了', 'Talked'),
  more: say('想再谈', 'Wants to talk again'),
  closed: say('已结束', 'Closed'),
};

/** Who wants to talk. */
export const Talker = z.enum(['pupil', 'parent', 'both']);
export type Talker = z.infer<typeof Talker>;

export const talkerWords: Record<Talker, Say> = {
  pupil: say('孩子', 'The child'),
  parent: say('家长', 'A parent'),
  both: say('孩子和家长', 'Both'),
};

/** What somebody asks for; all of it sealed. */
export const Wish = z.strictObject({
  talks: Talker,
  reach: text(80, 1),
  suits: text(80),
  words: text(500),
  urgent: z.boolean(),
});
export type Wish = z.infer<typeof Wish>;

export const Appointment = z.strictObject({ at: instant, place: text(60, 1) });
export type Appointment = z.infer<typeof Appointment>;

/** A request as it stands; of whom, and what it says, is opened by itself. */
export const CareRequest = z.strictObject({
  id,
  askedAt: instant,
  due: instant.describe('by when the counsellor gets in touch'),
  urgent: z.boolean(),
  by: z.enum(['family', 'teacher']),
  state: CareState,
  appointment: Appointment.nullable(),
});
export type CareRequest = z.infer<typeof CareRequest>;

export const HelpLine = z.strictObject({ name: text(40, 1), number: text(30, 1) });
export type HelpLine = z.infer<typeof HelpLine>;

export const Counselling = z.strictObject({
  open: z.boolean().describe('whether requests are taken'),
  lines: z.array(HelpLine).max(6),
});
export type Counselling = z.infer<typeof Counselling>;

/** Null: a small number, which is not told. */
export const Told = z.int().nullable();
