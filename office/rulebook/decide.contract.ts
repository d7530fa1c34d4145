import { z } from 'zod';
import { contract } from '../http/contract.ts';
import { id, instant } from '../http/fields.ts';
import { Say, say } from '../http/say.ts';
import { notFound } from '../http/shared-refusals.ts';
import { exampleSet, exampleVersion } from './contract.examples.ts';
import { FactValues, Purpose, VersionHead } from './rulebook.ts';
import { factsUnfit, nothingAsked, tableBroken } from './rules.ts';

/** An answer as `@liangbuwu/eligibility` gives it: what bears on it, the most important first, each with all of it in words. */
const RuleAnswer = z.strictObject({
  known: z.boolean().describe('whether all that the missing facts may be leads to this outcome'),
  outcome: z.unknown(),
  ask: z.array(z.string()).describe('facts that are missing and matter'),
  because: z.array(z.looseObject({ kind: z.string(), say: Say })),
});
type RuleAnswer = z.infer<typeof RuleAnswer>;

const moment = z.strictObject({
  purpose: Purpose,
  area: id,
  at: instant.describe(
    'when it happened: it is judged by the rule of that moment, whatever the day is now',
  ),
});

const Governed = z.strictObject({
  inForce: z
    .strictObject({ set: id, name: Say, area: z.string(), version: VersionHead, response: id })
    .nullable(),
  nothing: Say.nullable().describe('why nothing is in force, and that nothing is asked'),
});

const { table: _, cases: __, source: ___, appeal: ____, ...head } = exampleVersion;

const inForce = {
  set: exampleSet.id,
  name: exampleSet.name,
  area: exampleSet.area.name,
  version: head,
  response: exampleSet.responses[0] as string,
};

const answer: RuleAnswer = {
  known: true,
  outcome: 'return',
  ask: [],
  because: [
    {
      kind: 'rule',
      row: 1,
      say: say('第 1 条适用：可以返校', 'Rule 1 applies: may return'),
    },
  ],
};

const asked = {
  purpose: 'return-to-school' as const,
  area: exampleSet.area.id,
  at: '2022-11-17T07:20:00+08:00',
};

export const findRules = contract({
  id: 'rulebook.governs',
  method: 'GET',
  path: '/api/rulebook/governs',
  summary: say('某时某地按哪一版', 'Which version governs at a moment'),
  permission: 'rulebook.read',
  query: moment,
  output: Governed,
  errors: [notFound],
  example: { query: asked, output: { inForce, nothing: null } },
});

export const decideByRules = contract({
  id: 'rulebook.decide',
  method: 'POST',
  path: '/api/rulebook/decide',
  summary: say(
    '按事发时的规则判断；不留任何记录',
    'Decide by the rule of the moment; nothing is written down anywhere',
  ),
  permission: 'rulebook.read',
  confidential: true,
  body: moment.extend({ facts: FactValues.describe('what is left out is not known') }),
  output: Governed.extend({ answer: RuleAnswer.nullable() }),
  errors: [factsUnfit, notFound],
  example: {
    body: { ...asked, area: '7b0a9c3d-5e21-4f6a-9b8c-2d1e0f3a4b05', facts: { 'proof hours': 20 } },
    output: { inForce: null, nothing: nothingAsked['no-response'], answer: null },
  },
});

export const tryRules = contract({
  id: 'rulebook.try',
  method: 'POST',
  path: '/api/rulebook/versions/:version/try',
  summary: say(
    '用某一版试判，草稿也行；不留任何记录',
    'Try a version, a draft too; nothing is written down anywhere',
  ),
  permission: 'rulebook.read',
  params: z.strictObject({ version: id }),
  confidential: true,
  body: z.strictObject({
    facts: FactValues,
    at: instant.nullable().describe('null: when the version begins to hold'),
  }),
  output: RuleAnswer,
  errors: [factsUnfit, tableBroken, notFound],
  example: {
    params: { version: exampleVersion.id },
    body: { facts: { 'proof hours': 20 }, at: null },
    output: answer,
  },
});
