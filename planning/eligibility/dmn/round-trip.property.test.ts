import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomTable } from '../random-table.fixture.ts';
import type { DecisionTable } from '../table.ts';
import { readDmn } from './read-dmn.ts';
import { writeDmn } from './write-dmn.ts';

/** Any text that XML can hold, markup and line breaks among it; of blanks alone its readers make nothing. */
const text = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((own) => own.replace(/(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '<&]]>\n"\''))
  .filter((own) => own.trim() !== '');
const say = fc.record({ 'zh-CN': text, en: text });
const optional = <T>(own: fc.Arbitrary<T>) => fc.option(own, { nil: undefined });
const constant = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
const values = fc.array(fc.record({ value: constant, say }), { minLength: 1, maxLength: 3 });

const outcomes = fc.array(fc.record({ value: constant, say, admits: optional(fc.boolean()) }), {
  minLength: 1,
  maxLength: 3,
});

test('whatever table goes out comes in again the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(1_000_000),
      fc.record({ name: text, say: optional(say), why: text, cell: text, gives: text }),
      fc.record({
        version: optional(text),
        issuer: optional(say),
        document: optional(say),
        appeal: optional(say),
      }),
      fc.record({ say: optional(say), unit: optional(say), values: optional(values) }),
      optional(outcomes),
      async (seed, own, issue, words, said) => {
        const { table } = randomTable(seed);
        const made: DecisionTable = {
          ...table,
          name: own.name,
          ...(own.say && { say: own.say }),
          issue: { ...issue, from: '2022-11-17' },
          facts: [{ name: 'f0', ...words }],
          outputs: table.outputs.map((output) => ({ ...output, words: said })),
          annotations: ['why en', own.why],
          rules: table.rules.map((rule, r) => ({
            ...rule,
            id: `rule-${r}`,
            when: rule.when.map((cell, c) => (c === 0 && r === 0 ? own.cell : cell)),
            gives: [own.gives],
            description: own.why,
            annotations: [own.why, own.name],
          })),
        };
        const plain: unknown = JSON.parse(JSON.stringify(made));
        expect(await readDmn(await writeDmn(made))).toEqual([plain]);
      },
    ),
    { numRuns: 150, seed: 2 },
  );
});
