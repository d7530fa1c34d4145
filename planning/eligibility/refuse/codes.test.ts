import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

/** The members of a union of string literals, as the source writes them. */
function union(type: string): string[] {
  const body = read('fault.ts').split(`export type ${type} =`)[1]?.split(';')[0] ?? '';
  return [...body.matchAll(/\| '([a-z-]+)'/g)].map(([, code]) => code);
}

function listed(heading: string): string[] {
  const section = read('codes.md')
    .split(/^## /m)
    .find((part) => part.startsWith(heading));
  return [
    ...(section ?? '').matchAll(/^\| `([a-z-]+)` \| [^|]*\p{Script=Han}[^|]* \| [^|]+ \|$/gmu),
  ].map(([, code]) => code);
}

test.each([
  ['In a table', 'TableCode', 24],
  ['In a DMN file', 'DmnCode', 8],
  ['In facts', 'FactCode', 6],
])('codes.md lists every code there is: %s', (heading, type, count) => {
  expect(listed(heading)).toEqual(union(type));
  expect(listed(heading)).toHaveLength(count);
});
