import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundleFindings } from './bundle/invalid-bundle.ts';
import { findings } from './findings.ts';

const text = readFileSync(new URL('codes.md', import.meta.url), 'utf8');

/** Rows below a heading: code, verdict (of a check), cause in both languages. */
function listed(heading: string): string[] {
  const section = text.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\| `[a-z0-9-]+` \|.*\|$/gm)].map(([row]) => row);
}

test('codes.md lists every way in which a check can end', () => {
  const rows = Object.entries(findings).map(
    ([code, { verdict, cause }]) =>
      `| \`${code}\` | ${verdict} | ${cause['zh-CN']} | ${cause.en} |`,
  );
  expect(listed('Of a check')).toEqual(rows);
});

test('codes.md lists every way in which a bundle is refused', () => {
  const rows = Object.entries(bundleFindings).map(
    ([code, { cause }]) => `| \`${code}\` | ${cause['zh-CN']} | ${cause.en} |`,
  );
  expect(listed('Of a bundle')).toEqual(rows);
});

test('every finding has cause and remedy in both languages', () => {
  for (const { cause, remedy } of [...Object.values(findings), ...Object.values(bundleFindings)]) {
    for (const say of [cause, remedy]) {
      expect(say['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(say.en).toMatch(/^[a-z]/);
      expect(say.en).not.toMatch(/\p{Script=Han}/u);
    }
  }
});
