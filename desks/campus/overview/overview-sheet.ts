import { type Say, say } from '@liangbuwu/office/http/say.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import type { FormCell, FormSheet } from '@liangbuwu/office/tables/excel/write-form.ts';
import { type AnswerState, countOf, stateWords } from '../answers/answer.ts';
import type { Held } from '../answers/judge-all.ts';
import { planStateWords } from '../reopening/plan-rules.ts';
import type { ListedReopening } from '../reopening/reopening.ts';
import type { SchoolCount } from './overview.contract.ts';

export type CountedSchool = ListedReopening & { count: SchoolCount };
type Language = keyof Say;

export const overviewWords = {
  title: say('复学情况', 'Reopening of schools'),
  reasons: say('原因', 'Reasons'),
  school: say('学校', 'School'),
  within: say('所在辖区', 'Within'),
  plan: say('复学方案', 'Reopening plan'),
  noPlan: say('还没有起草', 'not drafted yet'),
  pupils: say('学生', 'Pupils'),
  staff: say('教职工', 'Staff'),
  staffMay: say('教职工可以返校', 'Staff who may return'),
  blocking: say('卡在哪里', 'What holds it back'),
  sum: say('合计', 'Together'),
  answer: say('答复', 'Answer'),
  why: say('原因', 'Reason'),
  people: say('学生人数', 'Pupils'),
  asOf: say('统计时间', 'Counted at'),
  inForce: say('按各校到校那天执行中的规则', 'By the rule in force when each school begins again'),
  asIf: say('试算：假如都按', 'A trial, as if everywhere by'),
} as const;

export const overviewStates: readonly AnswerState[] = [
  'may-return',
  'missing',
  'not-now',
  'not-reported',
  'consent',
  'free',
];

/** The report upward: a line for each school, and the reasons of all of them. Counts only. */
export function overviewSheets(
  of: { response: Response; schools: readonly CountedSchool[]; held: Held | undefined },
  language: Language,
): FormSheet[] {
  const { response, schools, held } = of;
  const words = (key: keyof typeof overviewWords) => overviewWords[key][language];
  const heading = (value: string): FormCell => ({ value, bold: true, shade: 'heading' });
  const rule = held
    ? `${words('asIf')} ${held.set.name[language]}（${held.set.area.name}）`
    : words('inForce');
  const at = Temporal.Instant.from(response.now)
    .toZonedDateTimeISO(response.zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
  const top: FormCell[][] = [
    [{ value: `${response.name[language]} · ${words('title')}`, bold: true }],
    [{ value: `${words('asOf')} ${at}`, hint: true }],
    [{ value: rule, hint: true }],
  ];
  const line = (school: CountedSchool): FormCell[] => [
    { value: school.name },
    { value: school.withinName },
    { value: school.plan ? planStateWords[school.plan.state][language] : words('noPlan') },
    ...figuresOf([school]),
    { value: school.blocking.map((one) => one.words[language]).join('；') },
  ];
  return [
    {
      name: words('title'),
      landscape: true,
      widths: [24, 12, 12, 8, ...overviewStates.map(() => 10), 8, 12, 40],
      rows: [
        ...top,
        [
          words('school'),
          words('within'),
          words('plan'),
          words('pupils'),
          ...overviewStates.map((state) => stateWords[state][language]),
          words('staff'),
          words('staffMay'),
          words('blocking'),
        ].map(heading),
        ...schools.map(line),
        [words('sum'), '', '']
          .map((value): FormCell => ({ value, bold: true }))
          .concat(figuresOf(schools).map((cell) => ({ ...cell, bold: true }))),
      ],
    },
    {
      name: words('reasons'),
      widths: [24, 26, 44, 10],
      rows: [
        ...top,
        [words('school'), words('answer'), words('why'), words('people')].map(heading),
        ...schools.flatMap(({ name, count }) =>
          count.tally.map(({ state, outcome, why, people }): FormCell[] => [
            { value: name },
            { value: (outcome ?? stateWords[state])[language] },
            { value: why?.[language] ?? '' },
            { value: people },
          ]),
        ),
      ],
    },
  ];
}

function figuresOf(schools: readonly CountedSchool[]): FormCell[] {
  const sum = (figure: (of: SchoolCount) => number) =>
    schools.reduce((total, { count }) => total + figure(count), 0);
  return [
    sum(({ pupils }) => pupils),
    ...overviewStates.map((state) => sum(({ tally }) => countOf(tally, state))),
    sum(({ staff }) => staff),
    sum(({ staffTally }) => countOf(staffTally, 'may-return', 'free')),
  ].map((value) => ({ value }));
}
