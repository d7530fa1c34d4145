import { z } from 'zod';
import { id, instant, text, version } from '../http/fields.ts';
import { Say, say } from '../http/say.ts';
import { Response } from '../responses/contract.ts';
import { versionStates } from './rules.ts';
import { Constant, DecisionTable, TypedSay, ValueType, ValueWords } from './table.ts';

/** What a rule decides about. */
export const Purpose = z.enum([
  'return-to-school',
  'enter-village',
  'enter-site',
  'load-vehicle',
  'at-the-gate',
]);
export type Purpose = z.infer<typeof Purpose>;

export const purposeWords: Record<Purpose, Say> = {
  'return-to-school': say('返校', 'Return to school'),
  'enter-village': say('进村（社区）', 'Enter a village'),
  'enter-site': say('进厂、进工地', 'Enter a site'),
  'load-vehicle': say('车辆进场装卸', 'Drive in to load'),
  'at-the-gate': say('卡口现场查验', 'What is looked at as somebody comes to a gate'),
};

export const EmergencyKind = Response.shape.kind;
export type EmergencyKind = z.infer<typeof EmergencyKind>;

export const kindWords: Record<EmergencyKind, Say> = {
  drought: say('旱情', 'Drought'),
  epidemic: say('疫情', 'Epidemic'),
  flood: say('汛情', 'Flood'),
  other: say('其他', 'Other'),
};

/** How closely a fact touches the person whom it is about. */
export const Sensitivity = z.enum(['none', 'identity', 'health']);
export type Sensitivity = z.infer<typeof Sensitivity>;

export const sensitivityWords: Record<Sensitivity, Say> = {
  none: say('不涉及个人', 'Not about a person'),
  identity: say('身份、行踪', 'Identity or whereabouts'),
  health: say('健康', 'Health'),
};

export const factName = text(60, 1);

/** A fact that rules may ask about, in words, and for which purposes. */
export const RuleFact = z.strictObject({
  name: factName,
  type: ValueType,
  say: TypedSay,
  unit: z
    .strictObject({ 'zh-CN': text(20, 1), en: text(20, 1) })
    .nullable()
    .describe('what its numbers count, after the number'),
  values: z.array(ValueWords).max(40).describe('the only values of a text; empty: any'),
  sensitivity: Sensitivity,
  purposes: z.array(Purpose).max(20).describe('no rule for another purpose may ask it'),
});
export type RuleFact = z.infer<typeof RuleFact>;

/** What is given of a person, by name; a fact that is left out is not known. */
export const FactValues = z
  .record(z.string().min(1).max(60), Constant)
  .refine((given) => Object.keys(given).length <= 100, { error: 'at most 100' });
export type FactValues = z.infer<typeof FactValues>;

const outcome = z.union([Constant, z.record(z.string().max(60), Constant)]);

/** A made-up person and what must come of it. */
export const TestCase = z.strictObject({
  name: TypedSay,
  facts: FactValues,
  at: instant.nullable().describe('null: when the version begins to hold'),
  expect: z.union([
    z.strictObject({ outcome }),
    z.strictObject({ ask: z.array(factName).max(30).describe('facts that must be asked for') }),
  ]),
});
export type TestCase = z.infer<typeof TestCase>;

const saidOrNothing = TypedSay.nullable();

/** What a clerk writes down of a version. */
export const VersionFields = z.strictObject({
  from: instant.describe('the first instant at which it holds'),
  until: instant.nullable().describe('the first at which it no longer does; null: until replaced'),
  issuer: saidOrNothing,
  document: saidOrNothing.describe('title and number'),
  source: text(500).nullable().describe('where the document can be read: an address or a place'),
  appeal: saidOrNothing.describe('where one who disagrees can turn to'),
  supersedes: z
    .array(id)
    .max(50)
    .describe('versions, of this rule-set or others, that no longer hold once this one does'),
  invented: z.boolean().describe('set for an example, not told anywhere'),
  table: DecisionTable,
  cases: z.array(TestCase).max(200),
});
export type VersionFields = z.infer<typeof VersionFields>;

const Person = z.strictObject({ id, name: z.string() });

export const SentBack = z.enum(['facts', 'cases', 'source', 'wording', 'dates', 'other']);
export type SentBack = z.infer<typeof SentBack>;

export const sentBackWords: Record<SentBack, Say> = {
  facts: say('问了不必问的事实', 'It asks for facts that it need not'),
  cases: say('测试用例不够', 'Test cases are missing'),
  source: say('依据的文件不对或不全', 'The document is wrong or incomplete'),
  wording: say('文字不清楚', 'The wording is unclear'),
  dates: say('起止时间不对', 'The dates are wrong'),
  other: say('其他，已当面说明', 'Something else, said in person'),
};

/** That a published version ends, with none in its place. */
export const Ending = z.strictObject({
  id,
  at: instant.describe(
    'the first instant at which it no longer holds; when it begins: it never does',
  ),
  proposedBy: Person,
  proposedAt: instant,
  publishedBy: Person.nullable().describe('null: it waits for somebody else to publish it'),
  publishedAt: instant.nullable(),
});
export type Ending = z.infer<typeof Ending>;

export const VersionHead = z.strictObject({
  id,
  set: id,
  number: z.int().min(1),
  state: z.enum(versionStates),
  from: instant,
  until: instant.nullable().describe('as published, or sooner where it was ended since'),
  issuer: Say.nullable(),
  document: Say.nullable(),
  supersedes: z.array(id),
  invented: z.boolean(),
  draftedBy: Person,
  editedBy: z.array(Person).describe('who else changed the draft; none of them may publish it'),
  draftedAt: instant,
  proposedBy: Person.nullable(),
  proposedAt: instant.nullable(),
  publishedBy: Person.nullable(),
  publishedAt: instant.nullable(),
  sentBack: SentBack.nullable().describe('why it was sent back last'),
  ending: Ending.nullable().describe('one that is proposed, else the published one that holds'),
  version: version.describe('of the record: whoever changes it says which one they saw'),
});
export type VersionHead = z.infer<typeof VersionHead>;

export const RuleVersion = VersionHead.extend({
  source: z.string().nullable(),
  appeal: Say.nullable(),
  table: DecisionTable,
  cases: z.array(TestCase),
});
export type RuleVersion = z.infer<typeof RuleVersion>;

export const RuleSet = z.strictObject({
  id,
  area: z.strictObject({
    id,
    name: z.string(),
    path: z.array(id).describe('the area and all above it'),
  }),
  purpose: Purpose,
  kind: EmergencyKind.describe('its rules are in force only within a response of this kind'),
  name: Say,
  responses: z
    .array(id)
    .describe('responses of its kind that reach into its area, the ended ones too'),
  inScope: z.boolean().describe('whether its area is one of those in which who asks may read'),
});
export type RuleSet = z.infer<typeof RuleSet>;
