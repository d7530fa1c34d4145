import { day, id, instant } from '@liangbuwu/office/http/fields.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';
import { HealthCase } from './health-case.ts';

export const CheckKind = z.enum(['morning', 'noon', 'evening']);
export type CheckKind = z.infer<typeof CheckKind>;

export const kindWords: Record<CheckKind, Say> = {
  morning: say('晨检', 'Morning check'),
  noon: say('午检', 'Noon check'),
  evening: say('晚检', 'Evening check'),
};

/** What a teacher can say of somebody with a tap; the list is set. */
export const Symptom = z.enum([
  'fever',
  'cough',
  'throat',
  'nose',
  'weak',
  'aches',
  'smell',
  'eyes',
  'vomit',
  'gut',
  'rash',
]);
export type Symptom = z.infer<typeof Symptom>;

export const symptomWords: Record<Symptom, Say> = {
  fever: say('发热', 'Fever'),
  cough: say('咳嗽', 'Cough'),
  throat: say('咽痛', 'Sore throat'),
  nose: say('鼻塞、流涕', 'Blocked or runny nose'),
  weak: say('乏力', 'Fatigue'),
  aches: say('肌肉酸痛', 'Aching muscles'),
  smell: say('嗅觉、味觉减退', 'Loss of smell or taste'),
  eyes: say('结膜炎', 'Inflamed eyes'),
  vomit: say('呕吐', 'Vomiting'),
  gut: say('腹泻', 'Diarrhoea'),
  rash: say('皮疹', 'Rash'),
};

export const Absence = z.enum(['ill', 'leave', 'kept', 'unknown']);
export type Absence = z.infer<typeof Absence>;

export const absenceWords: Record<Absence, Say> = {
  ill: say('病假', 'Ill'),
  leave: say('事假', 'Leave'),
  kept: say('隔离或管控', 'Isolated or under control'),
  unknown: say('没来，原因还不知道', 'Not here, reason not known yet'),
};

/** Why somebody is not “in order”. */
export const Finding = z.strictObject({
  temperature: z.number().min(34).max(43).multipleOf(0.1).nullable().describe('°C'),
  symptoms: z.array(Symptom).max(Symptom.options.length),
  absent: Absence.nullable(),
});
export type Finding = z.infer<typeof Finding>;

export const Exception = Finding.extend({ member: id }).refine(
  ({ temperature, symptoms, absent }) =>
    temperature !== null || symptoms.length > 0 || absent !== null,
  { error: 'temperature, symptoms or absence' },
);
export type Exception = z.infer<typeof Exception>;

/** `no-list`: nobody is entered in the class; `not-back`: it returns only afterwards. */
export const CheckState = z.enum(['done', 'missing', 'due', 'ahead', 'not-back', 'no-list']);
export type CheckState = z.infer<typeof CheckState>;

/** One check of one class, as counts. */
export const CheckLine = z.strictObject({
  kind: CheckKind,
  state: CheckState,
  from: instant,
  to: instant.describe('by when'),
  done: z
    .strictObject({
      number: z.int().describe('1: as it was first said; more: corrected'),
      at: instant,
      by: z.string(),
      people: z.int(),
      exceptions: z.int(),
      unwell: z.int().describe('of them, with a fever or a symptom'),
      absent: z.int(),
      unnamed: z.int().describe('of them, whose names are on paper alone'),
    })
    .nullable(),
});
export type CheckLine = z.infer<typeof CheckLine>;

export const CheckedClass = z.strictObject({
  area: id,
  name: z.string(),
  people: z.int().describe('on the list now'),
  checks: z.array(CheckLine),
});
export type CheckedClass = z.infer<typeof CheckedClass>;

export const CheckDay = z.strictObject({
  now: instant,
  day,
  classes: z.array(CheckedClass).describe('by grade and name'),
  cases: z
    .array(HealthCase)
    .describe('those that are not over, and those of the day; of nobody by name'),
});
export type CheckDay = z.infer<typeof CheckDay>;
