import { day, id, instant, text, version } from '@liangbuwu/office/http/fields.ts';
import { Say, say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';
import { Stage } from '../campus.ts';
import { PartName, Parts } from './parts.ts';
import { planStates } from './plan-rules.ts';

/** What is looked at on the spot: told. */
export const Item = PartName.extract([
  'epidemicPlan',
  'arrivals',
  'lodging',
  'supplies',
  'logistics',
  'emergency',
  'disinfection',
]);
export type Item = z.infer<typeof Item>;

export const Finding = z.strictObject({
  item: Item,
  inOrder: z.boolean(),
  toDo: text(300).describe('what is to be put right; empty where it is in order'),
  by: day.nullable().describe('until when'),
});
export type Finding = z.infer<typeof Finding>;

export const ObjectionReason = z.enum([
  'missing',
  'unclear',
  'not-as-found',
  'not-enough',
  'other',
]);
export type ObjectionReason = z.infer<typeof ObjectionReason>;

export const objectionReasonWords: Record<ObjectionReason, Say> = {
  missing: say('内容缺失', 'Something is missing'),
  unclear: say('写得不清楚', 'It is unclear'),
  'not-as-found': say('与现场不符', 'It is not what was found'),
  'not-enough': say('措施不够', 'It is not enough'),
  other: say('其他', 'Something else'),
};

export const Objection = z.strictObject({
  part: PartName,
  reason: ObjectionReason,
  words: text(300, 2),
});
export type Objection = z.infer<typeof Objection>;

const Person = z.strictObject({ id, name: z.string() });

/** One step of a plan, as it was taken. */
export const Step = z.strictObject({
  id,
  event: z.enum([
    'submitted',
    'inspected',
    'inspected-again',
    'assessed',
    'approved',
    'sent-back',
    'withdrawn',
  ]),
  by: Person,
  at: instant,
  findings: z.array(Finding),
  objections: z.array(Objection),
  answers: z.array(z.string()).describe('to the objections before, as they were submitted'),
});
export type Step = z.infer<typeof Step>;

const Blocking = z.strictObject({
  part: PartName,
  field: z
    .string()
    .nullable()
    .describe('null: the part was not in order on inspection, or an objection to it waits'),
  words: Say,
});
export type Blocking = z.infer<typeof Blocking>;

/** A version of a school's plan in a response. */
export const Plan = z.strictObject({
  id,
  response: id,
  school: id,
  number: z.int().min(1),
  state: z.enum(planStates),
  parts: Parts,
  objections: z.array(Objection).describe('those of its last sending back'),
  answers: z.array(z.string()).describe('one each, empty while there is none'),
  findings: z.array(Finding).describe('how the seven items stand since it was last submitted'),
  since: instant,
  due: instant.nullable(),
  overdue: z.boolean(),
  gaps: z.array(Blocking).describe('what keeps it from being submitted and approved'),
  notInOrder: z.array(Blocking).describe('what keeps it from being approved beside'),
  steps: z.array(Step),
  hands: z.array(z.enum(['workedOn', 'inspected', 'assessed'])).describe('of who asks'),
  version,
});
export type Plan = z.infer<typeof Plan>;

/** Which rule governs a return to this school on the first day of its plan. */
export const GoverningRule = z.strictObject({
  id,
  set: id,
  name: Say,
  number: z.int(),
  issuer: Say.nullable(),
  document: Say.nullable(),
  appeal: Say.nullable(),
  from: instant,
  until: instant.nullable(),
  notYet: z.array(Say).describe('who does not return, and what they do, as the rule words it'),
});
export type GoverningRule = z.infer<typeof GoverningRule>;

const KnownGrade = z.strictObject({
  stage: Stage,
  grade: z.int(),
  classes: z.int(),
});

/** A school's plan with all that the system fills in by itself. */
export const SchoolReopening = z.strictObject({
  school: z.strictObject({
    id,
    name: z.string(),
    withinName: z.string(),
    boards: z.boolean(),
    grades: z.array(KnownGrade),
  }),
  today: day,
  now: instant,
  rule: GoverningRule.nullable(),
  ruleOn: day,
  noRule: Say.nullable(),
  plan: Plan.nullable(),
  earlier: z.array(
    z.strictObject({ id, number: z.int(), state: z.enum(planStates), since: instant }),
  ),
});
export type SchoolReopening = z.infer<typeof SchoolReopening>;

export const ListedReopening = z.strictObject({
  school: id,
  name: z.string(),
  withinName: z.string(),
  plan: Plan.pick({
    id: true,
    number: true,
    state: true,
    since: true,
    due: true,
    overdue: true,
  }).nullable(),
  blocking: z.array(Blocking),
});
export type ListedReopening = z.infer<typeof ListedReopening>;
