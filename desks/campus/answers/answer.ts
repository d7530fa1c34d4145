import { id, instant } from '@liangbuwu/office/http/fields.ts';
import { Say, say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';
import { MemberKind } from '../members/member.ts';

/** What the rule of the day of return says of somebody. */
export const AnswerState = z.enum([
  'may-return',
  'missing',
  'not-now',
  'not-reported',
  'consent',
  'free',
]);
export type AnswerState = z.infer<typeof AnswerState>;

export const stateWords: Record<AnswerState, Say> = {
  'may-return': say('可以返校', 'May return'),
  missing: say('缺情况', 'Something is missing'),
  'not-now': say('暂不返校', 'Not now'),
  'not-reported': say('未填报', 'Not reported'),
  consent: say('监护人未同意', 'No guardian’s consent'),
  free: say('没有规则，不用填报', 'No rule: nothing is asked'),
};

export const ReturnAnswer = z.strictObject({
  state: AnswerState,
  outcome: Say.nullable().describe('in the words of the rule'),
  why: Say.nullable().describe('of the row that decided'),
  ask: z.array(Say).describe('what is missing'),
});
export type ReturnAnswer = z.infer<typeof ReturnAnswer>;

/** By which rule, as it is told to whom it concerns. */
export const ByRule = z.strictObject({
  version: id,
  name: Say,
  number: z.int(),
  from: instant,
  until: instant.nullable(),
  issuer: Say.nullable(),
  document: Say.nullable(),
  appeal: Say.nullable(),
  invented: z.boolean(),
});
export type ByRule = z.infer<typeof ByRule>;

/** An answer with all that belongs to it, for one person. */
export const FullAnswer = ReturnAnswer.extend({
  arrival: instant,
  arrivalKnown: z.boolean().describe('false: as if it were the next morning'),
  row: z.int().nullable().describe('of the rule’s table'),
  todo: Say.nullable(),
  again: Say.nullable().describe('when it is looked at again'),
  changes: z.array(Say).describe('what would change it'),
  rule: ByRule.nullable(),
});
export type FullAnswer = z.infer<typeof FullAnswer>;

export const LedgerLine = ReturnAnswer.extend({
  id,
  kind: MemberKind,
  name: z.string(),
  household: id,
  linked: z.boolean().describe('whether this class gave the family a link'),
  reported: instant.nullable(),
  how: z.enum(['self', 'on-behalf', 'import', 'device']).nullable(),
});
export type LedgerLine = z.infer<typeof LedgerLine>;

export const Tally = z.strictObject({
  state: AnswerState,
  outcome: Say.nullable(),
  why: Say.nullable(),
  people: z.int(),
});
export type Tally = z.infer<typeof Tally>;

/** So many with each answer, for each reason; the most first. */
export const tallyOf = (answers: readonly ReturnAnswer[]): Tally[] =>
  addUp(answers.map(({ state, outcome, why }) => ({ state, outcome, why, people: 1 })));

/** Several tallies as one. */
export function addUp(some: readonly Tally[]): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const { state, outcome, why, people } of some) {
    const key = [state, outcome?.['zh-CN'], why?.['zh-CN']].join('|');
    const tally = tallies.get(key) ?? { state, outcome, why, people: 0 };
    tally.people += people;
    tallies.set(key, tally);
  }
  const order = AnswerState.options;
  return [...tallies.values()].sort(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.people - a.people,
  );
}

/** How many have one of these answers. */
export const countOf = (tally: readonly Tally[], ...states: readonly AnswerState[]): number =>
  tally.reduce((sum, { state, people }) => sum + (states.includes(state) ? people : 0), 0);
