import { compile, tableFaults } from '@liangbuwu/eligibility/compile/compile.ts';
import { describe, expect, it } from 'vitest';
import { readScenario } from './scenario.ts';

const { rules, areas, facts } = readScenario();
const versions = rules.sets.flatMap((set) => set.versions.map((version) => ({ set, ...version })));

describe.each(versions.map((version) => [version.id, version] as const))('%s', (_, version) => {
  const { set, table, from, cases, supersedes, told } = { told: version.set.told, ...version };

  it('lies in an area, supersedes what begins earlier, and rests on facts that are told', () => {
    expect(areas.some(({ id }) => id === set.area)).toBe(true);
    for (const id of supersedes) {
      const other = versions.find((one) => one.id === id);
      expect(Date.parse(other?.from ?? '')).toBeLessThan(Date.parse(from));
    }
    for (const id of told ?? []) expect(facts.facts.some((fact) => fact.id === id)).toBe(true);
  });

  it('asks only facts of the catalogue, for their purpose', () => {
    for (const { expression } of table.columns) {
      const fact = rules.facts.find(({ name }) => name === expression);
      expect(fact?.purposes, expression).toContain(set.purpose);
    }
  });

  it('has no fault, and every case comes out as it says', () => {
    const columns = table.columns.map(({ expression }) => {
      const fact = rules.facts.find(({ name }) => name === expression);
      const values = fact?.values.map(({ value }) => JSON.stringify(value)).join(', ');
      return { expression, ...(fact && { type: fact.type }), ...(values && { values }) };
    });
    expect(tableFaults({ ...table, columns })).toEqual([]);
    const rulesOf = compile({ ...table, columns });
    for (const { facts: given, expect: expected, name } of cases) {
      const { known, outcome, ask } = rulesOf.decide(given);
      if ('ask' in expected) expect([known, ask], name.en).toEqual([false, expected.ask]);
      else expect([known, outcome], name.en).toEqual([true, expected.outcome]);
    }
  });
});
