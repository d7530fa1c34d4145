import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

/** The members of a union of string literals, as the source writes them. */
function union(file: string, type: string): string[] {
  const body = read(file).split(`export type ${type} =`)[1]?.split(';')[0] ?? '';
  return [...body.matchAll(/\| '([a-z-]+)'/g)].map(([, code]) => code ?? '');
}

function listed(heading: string): string[] {
  const section = read('codes.md')
    .split(/^## /m)
    .find((part) => part.startsWith(heading));
  return [
    ...(section ?? '').matchAll(/^\| `([a-z-]+)` \| [^|]*\p{Script=Han}[^|]* \| [^|]+ \|$/gmu),
  ].map(([, code]) => code ?? '');
}

test.each([
  ['In a problem', '../refuse/fault.ts', 'ProblemCode', 15],
  ['In a result', 'fault.ts', 'CheckCode', 15],
])('codes.md lists every code there is: %s', (heading, file, type, count) => {
  expect(listed(heading)).toEqual(union(file, type));
  expect(listed(heading)).toHaveLength(count);
});
