import { id, text } from '@liangbuwu/office/http/fields.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';

export const Stage = z.enum([
  'kindergarten',
  'primary',
  'junior-high',
  'senior-high',
  'vocational',
]);
export type Stage = z.infer<typeof Stage>;

export const stageWords: Record<Stage, Say> = {
  kindergarten: say('幼儿园', 'Kindergarten'),
  primary: say('小学', 'Primary school'),
  'junior-high': say('初中', 'Junior high'),
  'senior-high': say('普通高中', 'Senior high'),
  vocational: say('职业高中', 'Vocational senior high'),
};

/** The grades of a stage, counted from the first of primary school; a kindergarten's are its years. */
export const gradesOf: Record<Stage, readonly [first: number, last: number]> = {
  kindergarten: [1, 3],
  primary: [1, 6],
  'junior-high': [7, 9],
  'senior-high': [10, 12],
  vocational: [10, 12],
};

/** A school is an area of the tree, and so is each of its classes: who reaches what follows from roles × areas (ADR 30). */
export const School = z.strictObject({
  id: id.describe('the area that the school is'),
  within: id.describe('the area that it lies in'),
  withinName: z.string(),
  name: z.string(),
  ruleName: z
    .string()
    .nullable()
    .describe('what rules call it where they name schools; null: no rule does'),
  boards: z.boolean().describe('whether pupils live there'),
  invented: z.boolean(),
  classes: z.int().min(0),
  inScope: z.boolean().describe('whether who asks reaches the whole school'),
});
export type School = z.infer<typeof School>;

export const SchoolClass = z.strictObject({
  id: id.describe('the area that the class is'),
  school: id,
  name: z.string(),
  stage: Stage,
  grade: z.int().min(1).max(12),
  invented: z.boolean(),
  inScope: z.boolean(),
});
export type SchoolClass = z.infer<typeof SchoolClass>;

export const SchoolBody = z.strictObject({
  within: id,
  name: text(60, 1),
  ruleName: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, { error: 'a-z, digits, hyphens' })
    .nullable()
    .default(null),
  boards: z.boolean(),
  invented: z.boolean().default(false),
});
export type SchoolBody = z.infer<typeof SchoolBody>;

export const ClassBody = z.strictObject({
  name: text(40, 1),
  stage: Stage,
  grade: z.int().min(1).max(12),
  invented: z.boolean().default(false),
});
export type ClassBody = z.infer<typeof ClassBody>;
