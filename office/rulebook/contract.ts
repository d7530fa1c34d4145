import { z } from 'zod';
import { contract } from '../http/contract.ts';
import { id, instant, text, version } from '../http/fields.ts';
import { Say, say } from '../http/say.ts';
import { changedMeanwhile, notFound } from '../http/shared-refusals.ts';
import { exampleFact, exampleFields, exampleSet, exampleVersion } from './contract.examples.ts';
import {
  EmergencyKind,
  factName,
  Purpose,
  RuleFact,
  RuleSet,
  RuleVersion,
  SentBack,
  VersionFields,
  VersionHead,
} from './rulebook.ts';
import {
  dmnUnreadable,
  endsBeforeItBegins,
  factInUse,
  fourEyes,
  historyStays,
  notReady,
  notYourProposal,
  setExists,
  setIsFixed,
  supersedesUnknown,
  wrongState,
} from './rules.ts';
import { TypedSay } from './table.ts';

/** Bytes of a version with a large table. */
const largest = 1_000_000;

const { table: _, cases: __, source: ___, appeal: ____, ...exampleHead } = exampleVersion;
const { from, until, issuer, document, appeal, invented } = exampleFields;
const exampleIssue = { from, until, issuer, document, appeal, invented };

export const listRuleSets = contract({
  id: 'rulebook.sets',
  method: 'GET',
  path: '/api/rulebook/sets',
  summary: say('规则一览，含各版起止', 'The rule-sets with their versions'),
  permission: 'rulebook.read',
  output: z.strictObject({
    sets: z.array(RuleSet.extend({ versions: z.array(VersionHead) })),
    now: instant.describe("the server's time, for who has no response with a clock of its own"),
  }),
  example: {
    output: { sets: [{ ...exampleSet, versions: [exampleHead] }], now: '2022-11-14T07:00:00.000Z' },
  },
});

export const getRuleSet = contract({
  id: 'rulebook.set',
  method: 'GET',
  path: '/api/rulebook/sets/:set',
  summary: say('一套规则和它的各版', 'One rule-set with its versions, the latest first'),
  permission: 'rulebook.read',
  params: z.strictObject({ set: id }),
  output: z.strictObject({ set: RuleSet, versions: z.array(RuleVersion) }),
  errors: [notFound],
  example: {
    params: { set: exampleSet.id },
    output: { set: exampleSet, versions: [exampleVersion] },
  },
});

export const putRuleSet = contract({
  id: 'rulebook.put-set',
  method: 'PUT',
  path: '/api/rulebook/sets/:set',
  summary: say(
    '建立一套规则，或改名',
    'Make a rule-set or rename it; again with the same content it changes nothing',
  ),
  permission: 'rulebook.draft',
  params: z.strictObject({ set: id }),
  body: z.strictObject({ area: id, purpose: Purpose, kind: EmergencyKind, name: TypedSay }),
  output: RuleSet,
  errors: [setIsFixed, setExists, notFound],
  example: {
    params: { set: exampleSet.id },
    body: {
      area: exampleSet.area.id,
      purpose: exampleSet.purpose,
      kind: exampleSet.kind,
      name: exampleSet.name,
    },
    output: exampleSet,
  },
});

export const putRuleDraft = contract({
  id: 'rulebook.put-draft',
  method: 'PUT',
  path: '/api/rulebook/versions/:version',
  summary: say('起草一版，或修改草稿', 'Draft a version, or change a draft'),
  permission: 'rulebook.draft',
  params: z.strictObject({ version: id }),
  body: VersionFields.extend({
    set: id,
    seen: version.nullable().describe('the record that was changed; null: it is new'),
  }),
  output: RuleVersion,
  errors: [wrongState, endsBeforeItBegins, supersedesUnknown, changedMeanwhile, notFound],
  largest,
  example: {
    params: { version: exampleVersion.id },
    body: { ...exampleFields, set: exampleSet.id, seen: null },
    output: { ...exampleVersion, state: 'draft', version: 1 },
  },
});

export const discardRuleDraft = contract({
  id: 'rulebook.discard-draft',
  method: 'DELETE',
  path: '/api/rulebook/versions/:version',
  summary: say('丢弃草稿', 'Discard a draft'),
  permission: 'rulebook.draft',
  params: z.strictObject({ version: id }),
  output: z.strictObject({ discarded: z.literal(true) }),
  errors: [wrongState, notFound],
  example: { params: { version: exampleVersion.id }, output: { discarded: true } },
});

const seen = z.strictObject({ seen: version.describe('the record that was looked at') });

export const proposeRules = contract({
  id: 'rulebook.propose',
  method: 'POST',
  path: '/api/rulebook/versions/:version/propose',
  summary: say(
    '提交发布：没有错处、用例全部通过才行',
    'Propose a version: it must have no fault, and every test case must pass',
  ),
  permission: 'rulebook.draft',
  params: z.strictObject({ version: id }),
  body: seen,
  output: RuleVersion,
  errors: [wrongState, notReady, supersedesUnknown, changedMeanwhile, notFound],
  example: {
    params: { version: exampleVersion.id },
    body: { seen: 1 },
    output: { ...exampleVersion, state: 'proposed', version: 2 },
  },
});

export const withdrawRules = contract({
  id: 'rulebook.withdraw',
  method: 'POST',
  path: '/api/rulebook/versions/:version/withdraw',
  summary: say('撤回自己的提交，改成草稿', 'Withdraw what one has proposed: it is a draft again'),
  permission: 'rulebook.draft',
  params: z.strictObject({ version: id }),
  body: seen,
  output: RuleVersion,
  errors: [wrongState, notYourProposal, changedMeanwhile, notFound],
  example: {
    params: { version: exampleVersion.id },
    body: { seen: 2 },
    output: { ...exampleVersion, state: 'draft' },
  },
});

export const sendRulesBack = contract({
  id: 'rulebook.send-back',
  method: 'POST',
  path: '/api/rulebook/versions/:version/send-back',
  summary: say('退回修改', 'Send a proposed version back'),
  permission: 'rulebook.publish',
  params: z.strictObject({ version: id }),
  body: seen.extend({ reason: SentBack }),
  output: RuleVersion,
  errors: [wrongState, changedMeanwhile, notFound],
  example: {
    params: { version: exampleVersion.id },
    body: { seen: 2, reason: 'cases' },
    output: { ...exampleVersion, state: 'draft', sentBack: 'cases' },
  },
});

export const publishRules = contract({
  id: 'rulebook.publish',
  method: 'POST',
  path: '/api/rulebook/versions/:version/publish',
  summary: say(
    '发布：须由没有起草、改过、提交它的人',
    'Publish a proposed version: by somebody who neither drafted, changed nor proposed it',
  ),
  permission: 'rulebook.publish',
  proof: 'fresh',
  params: z.strictObject({ version: id }),
  body: seen,
  output: RuleVersion,
  errors: [
    wrongState,
    fourEyes,
    historyStays,
    notReady,
    supersedesUnknown,
    changedMeanwhile,
    notFound,
  ],
  example: { params: { version: exampleVersion.id }, body: { seen: 2 }, output: exampleVersion },
});

const RuleDifference = z.strictObject({
  what: z.enum([
    'rule-added',
    'rule-removed',
    'rule-moved',
    'cell',
    'outcome',
    'admits',
    'note',
    'column',
    'head',
    'case',
  ]),
  where: Say,
  before: Say.nullable().describe('null: it was not there'),
  after: Say.nullable().describe('null: it is no longer there'),
});

export const compareRules = contract({
  id: 'rulebook.compare',
  method: 'GET',
  path: '/api/rulebook/versions/:version/changes',
  summary: say('与另一版相比改了什么，用文字', 'What it changes against another version, in words'),
  permission: 'rulebook.read',
  params: z.strictObject({ version: id }),
  query: z.strictObject({ from: id.describe('the version to compare with') }),
  output: z.strictObject({ differences: z.array(RuleDifference) }),
  errors: [notFound],
  example: {
    params: { version: exampleVersion.id },
    query: { from: '3b7e9d10-7c58-4a86-b1f2-90e6d4c5a703' },
    output: {
      differences: [
        {
          what: 'cell',
          where: say('第 1 条 · 核酸阴性证明距采样', 'Rule 1 · Hours since the negative sample'),
          before: say('≤ 48 小时', '≤ 48 hours'),
          after: say('≤ 24 小时', '≤ 24 hours'),
        },
      ],
    },
  },
});

export const listRuleFacts = contract({
  id: 'rulebook.facts',
  method: 'GET',
  path: '/api/rulebook/facts',
  summary: say(
    '事实目录：规则可以问什么、为了什么',
    'The catalogue of facts: what rules may ask, and for what',
  ),
  permission: 'rulebook.read',
  output: z.strictObject({
    facts: z.array(RuleFact),
    whole: z
      .strictObject({ id, name: z.string() })
      .describe('where one must hold rulebook.publish to keep it: it holds in the whole tenant'),
  }),
  example: {
    output: {
      facts: [exampleFact],
      whole: { id: '6f2f6f0e-6e55-4c54-9a4f-3d0b4a0f4302', name: '株洲市' },
    },
  },
});

const { name: exampleName, ...factFields } = exampleFact;

export const putRuleFact = contract({
  id: 'rulebook.put-fact',
  method: 'PUT',
  path: '/api/rulebook/facts/:fact',
  summary: say('登记或修改一个事实', 'Enter a fact into the catalogue, or change it'),
  permission: 'rulebook.publish',
  params: z.strictObject({ fact: factName }),
  body: RuleFact.omit({ name: true }),
  output: RuleFact,
  errors: [factInUse, notFound],
  example: { params: { fact: exampleName }, body: factFields, output: exampleFact },
});

export const readRuleDmn = contract({
  id: 'rulebook.read-dmn',
  method: 'POST',
  path: '/api/rulebook/dmn',
  summary: say(
    '读入 DMN 文件中的决策表，不保存',
    'Read the decision tables of a DMN file; nothing is saved',
  ),
  permission: 'rulebook.draft',
  body: z.strictObject({ xml: text(2_000_000, 1) }),
  output: z.strictObject({
    tables: z.array(
      z.strictObject({
        table: VersionFields.shape.table,
        issue: VersionFields.pick({
          from: true,
          until: true,
          issuer: true,
          document: true,
          appeal: true,
          invented: true,
        })
          .extend({ from: instant.nullable() })
          .describe('who issued it and when it holds, as far as the file says'),
      }),
    ),
  }),
  errors: [dmnUnreadable],
  largest: 2_500_000,
  example: {
    body: { xml: '<definitions/>' },
    output: { tables: [{ table: exampleFields.table, issue: exampleIssue }] },
  },
});

export const writeRuleDmn = contract({
  id: 'rulebook.write-dmn',
  method: 'GET',
  path: '/api/rulebook/versions/:version/dmn',
  summary: say('导出为 DMN 文件', 'A version as a DMN file'),
  permission: 'rulebook.read',
  params: z.strictObject({ version: id }),
  output: z.strictObject({ file: z.string(), xml: z.string() }),
  errors: [notFound],
  example: {
    params: { version: exampleVersion.id },
    output: { file: 'return-to-school-1.dmn', xml: '<definitions/>' },
  },
});
