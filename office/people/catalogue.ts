import { z } from 'zod';
import { day, instant, text } from '../http/fields.ts';
import type { Say } from '../http/say.ts';
import { say } from '../http/say.ts';
import { SchoolReport } from './school-report.ts';

/** How much of who somebody is a purpose shows. */
export type Shown = 'masked' | 'name' | 'name-and-phone';

/** What a fact may be read for. Each purpose has a route and a permission of its own. */
export const purposes = {
  gate: { words: say('卡口核验', 'check at a gate'), shows: 'masked' },
  school: { words: say('返校和在校健康管理', 'return to school and health there'), shows: 'name' },
  home: { words: say('居家健康监测', 'health monitoring at home'), shows: 'name-and-phone' },
  contact: { words: say('联系本人或监护人', 'reach them or a guardian'), shows: 'name-and-phone' },
} as const satisfies Record<string, { words: Say; shows: Shown }>;
export const Purpose = z.enum(
  Object.keys(purposes) as [keyof typeof purposes, ...(keyof typeof purposes)[]],
);
export type Purpose = z.infer<typeof Purpose>;

interface Kind<V extends z.ZodType = z.ZodType> {
  words: Say;
  /** The widest that a fact of this kind may ever be read for. */
  purposes: readonly Purpose[];
  value: V;
}
const kind = <V extends z.ZodType>(of: Kind<V>): Kind<V> => of;

const by = z.enum(['paper', 'in-person', 'telephone', 'message', 'own-page']);

/** What may be kept about a person for one response, and for what. What is not here has no place in the database. */
export const kinds = {
  'test-result': kind({
    words: say('检测结果', 'test result'),
    purposes: ['gate', 'school', 'home'],
    value: z.enum(['negative', 'positive', 'unclear', 'awaited']),
  }),
  'test-time': kind({
    words: say('采样时间', 'when the sample was taken'),
    purposes: ['gate', 'school', 'home'],
    value: instant,
  }),
  vaccination: kind({
    words: say('疫苗接种', 'vaccination'),
    purposes: ['school', 'home'],
    value: z.strictObject({ doses: z.int().min(0).max(9), last: day.nullable() }),
  }),
  'health-code': kind({
    words: say('健康码', 'health code'),
    purposes: ['gate', 'school'],
    value: z.enum(['green', 'yellow', 'red']),
  }),
  'travel-card': kind({
    words: say('行程卡', 'travel card'),
    purposes: ['gate', 'school'],
    value: z.strictObject({ places: z.array(text(40, 1)).max(30), marked: z.boolean() }),
  }),
  'came-from': kind({
    words: say('何时从何地来', 'where from, and when'),
    purposes: ['gate', 'school'],
    value: z.strictObject({ place: text(100, 1), left: instant.nullable() }),
  }),
  'co-resident': kind({
    words: say('同住人状况', 'who they live with'),
    purposes: ['school', 'home'],
    value: z.enum(['well', 'unwell', 'isolated', 'awaiting-result']),
  }),
  temperature: kind({
    words: say('体温', 'temperature'),
    purposes: ['gate', 'school', 'home'],
    value: z.number().min(30).max(45).describe('°C'),
  }),
  'school-report': kind({
    words: say('返校情况填报', 'report for the return to school'),
    purposes: ['school'],
    value: SchoolReport,
  }),
  'guardian-consent': kind({
    words: say('监护人同意', "guardian's consent"),
    purposes: ['school', 'home', 'contact'],
    value: z.strictObject({
      guardian: text(60, 1),
      relation: z.enum(['father', 'mother', 'grandparent', 'other']),
      by,
    }),
  }),
  'consent-withdrawn': kind({
    words: say('监护人不同意或撤回同意', 'consent refused or withdrawn'),
    purposes: ['school', 'home', 'contact'],
    value: z.strictObject({ guardian: text(60, 1), by }),
  }),
} as const;
export const FactKind = z.enum(
  Object.keys(kinds) as [keyof typeof kinds, ...(keyof typeof kinds)[]],
);
export type FactKind = z.infer<typeof FactKind>;

export const isConsent = (fact: FactKind): boolean =>
  fact === 'guardian-consent' || fact === 'consent-withdrawn';

/** The kinds of facts that a purpose may ever read. */
export const readableFor = (purpose: Purpose): FactKind[] =>
  FactKind.options.filter((fact) => kinds[fact].purposes.some((one) => one === purpose));
