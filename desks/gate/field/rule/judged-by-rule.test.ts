import { compile } from '@liangbuwu/eligibility/compile/compile.ts';
import { now } from '@liangbuwu/passes/town.fixture.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOf, judgeAtGate } from '../../at-gate/judge-at-gate.ts';
import { ruleFlags } from '../../at-gate/judge-check.ts';
import { CheckBody } from '../../checks/check.ts';
import { exampleCheckBody } from '../../contract.examples.ts';
import { checkBody } from '../check/check-body.ts';
import { withoutPass } from '../scan/judged.ts';
import { gateRuleAt, passRulesAt } from './carried.ts';
import { findingOf, judgeByRule, reasonOf } from './judged-by-rule.ts';
import { gateTable, gateWith, nothingNoted, plantTable } from './rule.fixture.ts';

const at = now * 1000;
const here = { direction: 'in', kind: 'person', at } as const;
const town = await gateWith([{ table: plantTable }]);
const rule = gateRuleAt(town.open, at);
if (!rule) throw new Error('the town has a rule');
const judged = (
  said: Record<string, string | boolean>,
  of: Partial<typeof here | { kind: string | null }> = {},
) => judgeByRule(rule, { ...here, ...of }, { ...nothingNoted, said });
const asked = ({ asks }: ReturnType<typeof judgeByRule>) => asks.map(({ name }) => name);

describe('a guard is asked what the rule asks', () => {
  test('of a person, of a vehicle, and first which of them it is where no pass says so', () => {
    expect(asked(judged({}))).toEqual(['temperature', 'mask']);
    expect(asked(judged({}, { kind: 'delivery' }))).toEqual(['disinfected', 'sealed']);
    expect(asked(judged({}, { kind: null }))).toEqual(['comes']);
    expect(asked(judged({ comes: 'vehicle' }, { kind: null }))).toEqual([
      'comes',
      'disinfected',
      'sealed',
    ]);
  });

  test('nothing on the way out, and nothing more once it is decided', () => {
    const out = judgeByRule(rule, { ...here, direction: 'out' }, nothingNoted);
    expect([asked(out), out.judged?.verdict]).toEqual([[], 'green']);
    const hot = judged({ temperature: '38' });
    expect([asked(hot), hot.missing]).toEqual([['temperature'], []]);
    expect(hot.judged).toMatchObject({
      verdict: 'red',
      say: { en: 'does not pass' },
      by: { why: { en: 'Fever' }, todo: { en: 'Measure again' }, again: { en: 'In ten minutes' } },
    });
    expect(hot.judged?.by?.clauses.at(-1)).toMatchObject({
      is: { en: '38 °C' },
      wants: { 'zh-CN': '至少 37.3 ℃' },
    });
  });

  test('until all that matters is said it is something to look at, and a number that cannot be read is not said', () => {
    expect(judged({ temperature: '36.5' }).judged).toMatchObject({
      verdict: 'amber',
      outcome: null,
    });
    const odd = judged({ temperature: '365', mask: true });
    expect(odd.missing.map(({ name }) => name)).toEqual(['temperature']);
    expect(judged({ temperature: '36.5', mask: true }).judged?.verdict).toBe('green');
  });

  test.each([
    [{ temperature: '37.3' }, 'person', 'temperature'],
    [{ temperature: '36.5', mask: false }, 'person', 'mask'],
    [{ disinfected: false }, 'vehicle', 'disinfection'],
    [{ disinfected: true, sealed: false }, 'vehicle', 'seal'],
    [{ temperature: '36.5', mask: true }, 'person', undefined],
  ])('%j of a %s is turned away by %s', (said, kind, reason) => {
    expect(reasonOf(judged(said, { kind }))).toBe(reason);
  });
});

test('the rule of the moment is taken, the one that begins at midnight too; without one nothing is asked', async () => {
  const mask = gateTable([
    { when: ['-', '-', '-', 'false', '-', '-', '-'], gives: ['"mask"'] },
    { when: ['-', '-', '-', '-', '-', '-', '-'], gives: ['"pass"'] },
  ]);
  const midnight = now + 3600;
  const { open } = await gateWith([
    { purpose: 'enter-site', table: plantTable },
    { table: plantTable, until: midnight },
    { table: mask, from: midnight, until: midnight + 3600 },
  ]);
  const verdictAt = (second: number) => {
    const governs = gateRuleAt(open, second * 1000);
    return (
      governs &&
      judgeByRule(governs, here, { ...nothingNoted, said: { temperature: '38', mask: true } })
        .judged?.verdict
    );
  };
  expect([midnight - 1, midnight, midnight + 3600].map(verdictAt)).toEqual([
    'red',
    'green',
    undefined,
  ]);
  expect(passRulesAt(open, at).map(({ appeal }) => appeal?.en)).toEqual(['the district']);
});

test('a rule that this page cannot read stops nobody, and is something to look at', async () => {
  const broken = gateTable([
    { when: ['< now()', '-', '-', '-', '-', '-', '-'], gives: ['"pass"'] },
  ]);
  const { open } = await gateWith([{ table: broken }]);
  const governs = gateRuleAt(open, at);
  expect(governs && judgeByRule(governs, here, nothingNoted)).toMatchObject({
    judged: undefined,
    missing: [],
  });
});

const choice = <T>(...of: T[]) => fc.constantFrom(...of);
const row = fc.record({
  when: fc.tuple(
    choice('-', '"in"', '"out"'),
    choice('-', '"person"', 'not("person")'),
    choice('-', '>= 37.3', '[36.5..37)', '< 36'),
    choice('-', 'true', 'false'),
    choice('-', 'true', 'false'),
    choice('-', 'false'),
    choice('-', '> 2', '0'),
  ),
  gives: fc.tuple(choice('"pass"', '"pass"', '"look"', '"stop"')),
});
const said = fc.record(
  {
    comes: choice('person', 'vehicle'),
    temperature: choice('', '36.49', '36.5', '３７．３', '38', '365', 'x'),
    mask: fc.boolean(),
    disinfected: fc.boolean(),
    sealed: fc.boolean(),
    people: choice('', '0', '3', '2.5'),
  },
  { requiredKeys: [] },
);

test('what the phone finds by the signed rule is what the server finds by its own, whatever was said', async () => {
  const seen = { red: 0, amber: 0, green: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 5 }),
      fc.array(said, { minLength: 16, maxLength: 16 }),
      async (rows, all) => {
        const table = gateTable(rows);
        const { open } = await gateWith([{ table }]);
        const governs = gateRuleAt(open, at);
        if (!governs?.rules) throw new Error('the table is sound');
        const server = compile(table);
        for (const [i, one] of all.entries()) {
          const direction = i % 2 ? 'in' : 'out';
          const kind = [null, 'person', 'vehicle'][i % 3] ?? null;
          const noted = { ...nothingNoted, said: one };
          const byRule = judgeByRule(governs, { direction, kind, at }, noted);
          const asks = { asks: byRule.facts, noted, finding: findingOf(byRule) };
          const gate = {
            response: exampleCheckBody.response,
            gate: exampleCheckBody.gate,
            bundle: 1,
          };
          const sent = checkBody(withoutPass(at), gate, { direction, reason: 'other' }, asks);
          const body = CheckBody.parse(JSON.parse(JSON.stringify(sent)));
          const found = judgeAtGate(server, factsOf(body, kind), body.at);
          expect(body.rule).toMatchObject({ verdict: found.verdict, outcome: found.outcome });
          expect(ruleFlags(body, { ...found, version: body.rule?.version ?? '' })).toEqual([]);
          if (found.outcome === null) expect(byRule.missing.length).toBeGreaterThan(0);
          else expect(byRule.missing).toEqual([]);
          seen[found.verdict] += 1;
        }
      },
    ),
    { numRuns: 40, seed: 7 },
  );
  expect(Math.min(seen.red, seen.amber, seen.green)).toBeGreaterThan(20);
});
