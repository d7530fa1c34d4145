import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compile } from '@liangbuwu/eligibility/compile/compile.ts';
import { type Person, people, table, timed } from './return.ts';

/**
 * The same rule, all facts known, by peers from npm in the folder that PEERS names; and what each says when a fact is missing.
 *
 *   PEERS=… npm run bench -- eligibility/compare [people]     default: 100000
 */

const [count = '100000'] = process.argv.slice(2);
const folder = process.env['PEERS'];
if (!folder) throw new Error('PEERS is missing: the folder where the peers are installed');
const peer = createRequire(join(folder, 'package.json'));

interface Contender {
  name: string;
  /** So many people at most: the slow ones are not waited for. */
  most: number;
  decide(person: Person): unknown;
}

function jsonLogic(): Contender {
  const { apply } = peer('json-logic-js') as { apply(rule: unknown, data: unknown): unknown };
  const v = (name: string) => ({ var: name });
  const hours = { '<=': [0, v('hours'), 48] };
  const rule = {
    if: [
      { in: [v('code'), ['red', 'yellow']] },
      'postponed',
      { '===': [v('risk'), 'high'] },
      'postponed',
      { '===': [v('contact'), true] },
      'postponed',
      { '===': [v('symptoms'), true] },
      'see a doctor',
      { and: [{ '===': [v('code'), 'green'] }, { '===': [v('risk'), 'low'] }, hours] },
      'return',
      'test first',
    ],
  };
  return { name: 'json-logic-js 2.0.5', most: 1e6, decide: (person) => apply(rule, person) };
}

async function feelin(): Promise<Contender> {
  const { evaluate } = (await import(peer.resolve('feelin'))) as {
    evaluate(expression: string, context: unknown): { value: unknown };
  };
  const rule =
    'if code in ("red", "yellow") then "postponed" else if risk = "high" then "postponed" else if contact then "postponed" else if symptoms then "see a doctor" else if code = "green" and risk = "low" and hours in [0..48] then "return" else "test first"';
  return { name: 'feelin 8.2.0', most: 5000, decide: (person) => evaluate(rule, person).value };
}

function zen(): Contender {
  const { ZenEngine } = peer('@gorules/zen-engine') as {
    ZenEngine: new () => {
      createDecision(content: object): {
        evaluate(facts: Person): Promise<{ result: { outcome: unknown } }>;
      };
    };
  };
  const fields = table.columns.map(({ expression }) => expression);
  const cell = (text: string) => (text === '-' ? '' : text);
  const content = {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      {
        id: 'table',
        type: 'decisionTableNode',
        name: 'table',
        position: { x: 0, y: 0 },
        content: {
          hitPolicy: 'first',
          inputs: fields.map((field) => ({ id: field, name: field, field })),
          outputs: [{ id: 'outcome', name: 'outcome', field: 'outcome' }],
          rules: table.rules.map(({ when, gives }, r) => ({
            _id: String(r),
            outcome: gives[0],
            ...Object.fromEntries(fields.map((field, c) => [field, cell(when[c] ?? '')])),
          })),
        },
      },
      { id: 'out', type: 'outputNode', name: 'out', position: { x: 0, y: 0 } },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'b', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  };
  const decision = new ZenEngine().createDecision(content);
  return {
    name: '@gorules/zen-engine 0.54.0',
    most: 20_000,
    decide: async (person) => (await decision.evaluate(person)).result.outcome,
  };
}

const rules = compile(table);
const ours = (explained: string, changes: boolean): Contender => ({
  name: `liangbuwu, ${explained}`,
  most: 1e6,
  decide: (person) => rules.decide({ ...person }, { changes }).outcome,
});
const contenders = [
  ours('explained', true),
  ours('explained, but for what would change it', false),
  jsonLogic(),
  await feelin(),
  zen(),
];
const everybody = people(Number(count), 0);
const { hours: _, ...untested } = {
  code: 'green',
  risk: 'low',
  contact: false,
  symptoms: false,
  hours: 0,
};
const { code: __, ...uncoded } = { ...untested, code: 'green', hours: 30 };

console.log(
  '| | people | as ours | people a processor second | test unknown: says | code unknown: says |',
);
console.log('|---|---|---|---|---|---|');
for (const { name, most, decide } of contenders) {
  const those = everybody.slice(0, most);
  for (const person of those.slice(0, 1000)) await decide(person);
  let same = 0;
  const outcomes: unknown[] = [];
  const { processor } = await timed(async () => {
    for (const person of those) {
      const outcome = decide(person);
      outcomes.push(outcome instanceof Promise ? await outcome : outcome);
    }
  });
  those.forEach((person, i) => {
    if (rules.decide({ ...person }, { changes: false }).outcome === outcomes[i]) same += 1;
  });
  const said = async (facts: Person): Promise<string> => {
    if (name.startsWith('liangbuwu')) {
      const answer = rules.decide({ ...facts });
      return answer.known ? JSON.stringify(answer.outcome) : `asks ${answer.ask.join(', ')}`;
    }
    try {
      return String(await decide(facts));
    } catch (error) {
      return `throws: ${String(error).slice(0, 60)}`;
    }
  };
  console.log(
    `| ${name} | ${those.length} | ${same} | ${Math.round(those.length / processor)} | ${await said(untested)} | ${await said(uncoded)} |`,
  );
}
