import { z } from 'zod';
import { text } from '../http/fields.ts';

/** A text that a person typed in both languages. */
export const TypedSay = z.strictObject({ 'zh-CN': text(500, 1), en: text(500, 1) });

/** As `@liangbuwu/eligibility` has it: dates, times and durations are ISO 8601 texts. */
export const Constant = z.union([text(500), z.number(), z.boolean(), z.null()]);
export type Constant = z.infer<typeof Constant>;

export const ValueType = z.enum([
  'string',
  'number',
  'integer',
  'boolean',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
]);
export type ValueType = z.infer<typeof ValueType>;

export const ValueWords = z.strictObject({ value: Constant, say: TypedSay });
export type ValueWords = z.infer<typeof ValueWords>;

/** An outcome in words, and whether it lets somebody through; where no outcome of a table says so, `admits.ts` does. */
const OutcomeWords = ValueWords.extend({ admits: z.boolean().optional() });
export type OutcomeWords = z.infer<typeof OutcomeWords>;

/** Stands after a number as it is, with the space that English wants before it. */
const Unit = z.strictObject({ 'zh-CN': unit(), en: unit() });

function unit() {
  return z
    .string()
    .max(21)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: 'printable' });
}

const short = text(60);
const cell = text(1000);

const TableFact = z.strictObject({
  name: text(60, 1),
  type: ValueType.optional(),
  say: TypedSay.optional(),
  unit: Unit.optional(),
  values: z.array(ValueWords).max(40).optional(),
});

const Column = z.strictObject({
  id: short.optional(),
  expression: text(200, 1),
  type: ValueType.optional(),
  label: text(200).optional(),
  say: TypedSay.optional(),
  values: cell.optional(),
});
export type Column = z.infer<typeof Column>;

const Output = z.strictObject({
  id: short.optional(),
  name: short.optional(),
  label: text(200).optional(),
  type: ValueType.optional(),
  values: cell.optional(),
  words: z.array(OutcomeWords).max(40).optional(),
  otherwise: cell.optional(),
});
export type Output = z.infer<typeof Output>;

const Rule = z.strictObject({
  id: short.optional(),
  when: z.array(cell).max(30),
  gives: z.array(cell).max(10),
  cells: z.array(short.optional()).max(30).optional(),
  description: text(500).optional(),
  annotations: z.array(text(500)).max(20).optional(),
});
export type Rule = z.infer<typeof Rule>;

/** A decision table without who issued it and when it holds: its version says that. */
export const DecisionTable = z.strictObject({
  id: text(60, 1),
  name: text(200, 1),
  say: TypedSay.optional(),
  hitPolicy: z.enum(['UNIQUE', 'FIRST', 'ANY', 'COLLECT']),
  aggregation: z.enum(['SUM', 'MIN', 'MAX', 'COUNT']).optional(),
  facts: z.array(TableFact).max(60).optional(),
  columns: z.array(Column).max(30),
  outputs: z.array(Output).min(1).max(10),
  annotations: z.array(text(60)).max(20).optional(),
  rules: z.array(Rule).max(500),
});
export type DecisionTable = z.infer<typeof DecisionTable>;
