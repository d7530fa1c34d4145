import { describe, expect, test } from 'vitest';
import { runCases, versionFaults } from './check-version.ts';
import { exampleFact, exampleFields } from './contract.examples.ts';
import { differences } from './differences.ts';
import type { VersionFields } from './rulebook.ts';

const changed = (change: (fields: VersionFields) => void): VersionFields => {
  const fields = structuredClone(exampleFields);
  change(fields);
  return fields;
};
const faults = (fields: VersionFields, catalogue = [exampleFact]) =>
  versionFaults(fields, 'return-to-school', catalogue).map(({ code, at }) => `${at} ${code}`);

describe('what keeps a version from being proposed', () => {
  test('nothing, of the example', () => expect(faults(exampleFields)).toEqual([]));

  test('a fact that is not in the catalogue, with its column', () => {
    expect(faults(exampleFields, [])).toContain('columns[0] fact-unknown');
  });

  test('a fact outside of its purpose, with its column and both words', () => {
    const fact = { ...exampleFact, purposes: ['enter-village' as const] };
    const [fault] = versionFaults(exampleFields, 'return-to-school', [fact]);
    expect(fault).toMatchObject({ code: 'fact-outside-purpose', at: 'columns[0]' });
    expect(fault?.cause['zh-CN']).toBe('“核酸阴性证明距采样”不得用于“返校”');
  });

  test('a cell that cannot be read, at that cell', () => {
    const broken = changed(({ table }) => {
      if (table.rules[0]) table.rules[0].when = ['<= many'];
    });
    expect(faults(broken).some((fault) => fault.startsWith('rules[0].when[0] '))).toBe(true);
  });

  test('a gap between two cells', () => {
    const gap = changed(({ table }) => {
      if (table.rules[1]) table.rules[1].when = ['> 72'];
    });
    expect(faults(gap).some((fault) => fault.endsWith(' gap'))).toBe(true);
  });

  test('a case that fails, and a rule without one', () => {
    const late = changed(({ table }) => {
      if (table.rules[0]) table.rules[0].when = ['<= 12'];
      if (table.rules[1]) table.rules[1].when = ['> 12'];
    });
    expect(faults(late)).toEqual(['cases[0] case-fails', 'rules[0] rule-untested']);
  });

  test('who issued it, the document and where to appeal', () => {
    const bare = changed((fields) =>
      Object.assign(fields, { issuer: null, document: null, appeal: null }),
    );
    expect(faults(bare)).toEqual(['issuer missing', 'document missing', 'appeal missing']);
  });
});

test('a case may expect that a fact is asked for', () => {
  const asking = changed(({ cases }) => {
    const [first] = cases;
    if (first) Object.assign(first, { facts: {}, expect: { ask: ['proof hours'] } });
  });
  expect(runCases(asking).map(({ passed }) => passed)).toEqual([true, true]);
});

test('differences are told cell by cell in both languages', () => {
  const later = changed((fields) => {
    const { rules, columns, outputs } = fields.table;
    for (const one of outputs[0]?.words ?? []) one.admits = true;
    columns.push({ expression: 'code' });
    for (const rule of rules) rule.when.push('-');
    if (rules[0]) rules[0].when = ['<= 24', '"green"'];
    rules.push({ id: 'r3', when: ['-', '"red"'], gives: ['"test"'] });
    fields.table.facts = [
      {
        name: 'proof hours',
        type: 'integer',
        say: exampleFact.say,
        unit: { 'zh-CN': ' 小时', en: ' hours' },
      },
    ];
  });
  const earlier = { ...exampleFields, table: { ...exampleFields.table, facts: later.table.facts } };
  const told = differences(earlier, later, 'return-to-school').map(
    ({ where, before, after }) =>
      `${where['zh-CN']}：${before?.['zh-CN'] ?? '无'} → ${after?.['zh-CN'] ?? '无'}`,
  );
  expect(told).toEqual([
    '所问的事实：无 → code',
    '结果“先做核酸”：不放行 → 放行，可发通行证',
    '第 1 条 · 核酸阴性证明距采样：≤ 48 小时 → ≤ 24 小时',
    '第 1 条 · code：不限 → green',
    '第 3 条：无 → code：red → 先做核酸',
  ]);
  expect(differences(later, later, 'return-to-school')).toEqual([]);
});
