import { compile, tableFaults } from '@liangbuwu/eligibility/compile/compile.ts';
import { readDmn } from '@liangbuwu/eligibility/dmn/read-dmn.ts';
import type { DecisionTable } from '@liangbuwu/eligibility/table.ts';
import { describe, expect, it } from 'vitest';
import { readRulesFile } from './rulebook.ts';
import { readScenario } from './scenario.ts';

const { rulebook, areas, facts } = readScenario();
const versions = rulebook.sets.flatMap((set) =>
  set.versions.map((version) => ({ set, ...version })),
);

/** As the rulebook has it: columns hold the catalogue's types and values. */
async function tableOf(version: (typeof versions)[number]): Promise<DecisionTable> {
  if ('dmn' in version) {
    const [table] = await readDmn(readRulesFile(version.dmn));
    if (!table) throw new Error(`${version.dmn} holds no table`);
    return table;
  }
  const columns = version.table.columns.map((column) => {
    const fact = rulebook.facts.find(({ name }) => name === column.expression);
    const values =
      fact?.type === 'string' && fact.values.map(({ value }) => JSON.stringify(value)).join(', ');
    return { ...column, ...(fact && { type: fact.type }), ...(values && { values }) };
  });
  return { ...version.table, columns };
}

describe.each(versions.map((version) => [version.id, version] as const))('%s', (_, version) => {
  const { set, cases, supersedes } = version;

  it('lies in an area, supersedes versions that there are, and rests on facts that are told', () => {
    expect(areas.some(({ id }) => id === set.area)).toBe(true);
    for (const id of supersedes) expect(versions.some((one) => one.id === id)).toBe(true);
    for (const id of set.told ?? []) expect(facts.facts.some((fact) => fact.id === id)).toBe(true);
  });

  it('asks only facts of the catalogue, for their purpose', async () => {
    for (const name of compile(await tableOf(version)).facts) {
      const fact = rulebook.facts.find((one) => one.name === name);
      expect(fact?.purposes, name).toContain(set.purpose);
    }
  });

  it('has no fault, and every case comes out as it says', async () => {
    const table = await tableOf(version);
    expect(tableFaults(table)).toEqual([]);
    const rules = compile(table);
    const at = table.issue?.from && `${table.issue.from}T00:00:00+08:00`;
    for (const { facts: given, expect: expected, name } of cases) {
      const { known, outcome, ask } = rules.decide(given, at ? { at } : {});
      if ('ask' in expected) expect([known, ask], name.en).toEqual([false, expected.ask]);
      else expect([known, outcome], name.en).toEqual([true, expected.outcome]);
    }
  });
});
