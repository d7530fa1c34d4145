import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanJson } from './json-scan.ts';
import { readJson } from './json-text.ts';

const refused: [text: string, where: string][] = [
  ['', 'line 1, column 1'],
  ['  \n ', 'line 2, column 2'],
  ['{"a": x}', 'line 1, column 7'],
  ['{"a": 1,}', 'line 1, column 9'],
  ['{"a": 1\n"b": 2}', 'line 2, column 1'],
  ["{'a': 1}", 'line 1, column 2'],
  ['{"a" 1}', 'line 1, column 6'],
  ['{,}', 'line 1, column 2'],
  ['[1, 2', 'line 1, column 6'],
  ['[1 2]', 'line 1, column 4'],
  ['[1,]', 'line 1, column 4'],
  ['[,1]', 'line 1, column 2'],
  ['[1]]', 'line 1, column 4'],
  ['[1}', 'line 1, column 3'],
  ['{} {}', 'line 1, column 4'],
  ['01', 'line 1, column 2'],
  ['1.', 'line 1, column 2'],
  ['.5', 'line 1, column 1'],
  ['+1', 'line 1, column 1'],
  ['1e', 'line 1, column 2'],
  ['NaN', 'line 1, column 1'],
  ['[\n"a\nb"]', 'line 2, column 1'],
  ['"\\x"', 'line 1, column 1'],
  ['"\\u12g4"', 'line 1, column 1'],
  ['"open', 'line 1, column 1'],
  ['[1, // no\n2]', 'line 1, column 5'],
];

test.each(refused)('%j is not JSON, and is told where', (text, where) => {
  const read = readJson(text);
  expect(read).toMatchObject({ ok: false, faults: [{ code: 'json-syntax', path: '' }] });
  expect(read.ok || read.faults[0]?.say.en).toContain(where);
});

test.each([
  ['{"a": 1, "a": 1}', '/a', 'line 1, column 10'],
  ['{"x": [0, {"a": 1,\n"\\u0061": 2}]}', '/x/1/a', 'line 2, column 1'],
  ['{"__proto__": 1, "__proto__": 2}', '/__proto__', 'line 1, column 18'],
])('%j has a key twice', (text, path, where) => {
  const read = readJson(text);
  expect(read).toMatchObject({ ok: false, faults: [{ code: 'json-duplicate-key', path }] });
  expect(read.ok || read.faults[0]?.say.en).toContain(where);
});

test('a byte order mark is skipped, a million brackets are walked', () => {
  expect(readJson('\uFEFF{"a": [1e400]}')).toEqual({
    ok: true,
    json: { a: [Number.POSITIVE_INFINITY] },
  });
  const deep = 1_000_000;
  expect(readJson('['.repeat(deep))).toMatchObject({ ok: false });
  expect(readJson('['.repeat(deep) + ']'.repeat(deep))).toMatchObject({ ok: true });
  const nested = '{"a":'.repeat(1000) + '{"a":1,"a":2}' + '}'.repeat(1000);
  expect(JSON.stringify(readJson(nested)).length).toBeLessThan(500);
});

test('what JSON.parse reads is read, what it refuses is refused', () => {
  const spoilt = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', '0', '\\', '\n', '{', '-'))
    .map(([json, at, insert]) => {
      const i = at % (json.length + 1);
      return json.slice(0, i) + insert + json.slice(i + (at % 2));
    });
  fc.assert(
    fc.property(spoilt, (text) => {
      let parses = true;
      try {
        JSON.parse(text);
      } catch {
        parses = false;
      }
      expect(scanJson(text).error === undefined).toBe(parses);
    }),
    { numRuns: 2000 },
  );
});
