import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  cruise,
  type IConfiguration,
  type ICruiseResult,
  type IForbiddenRuleType,
  type IRuleSetType,
} from 'dependency-cruiser';
import { afterAll, describe, expect, test } from 'vitest';

const { default: config }: { default: IConfiguration & { forbidden: IForbiddenRuleType[] } } =
  await import(`${'./.dependency-cruiser.mjs'}`);

const rooms = ['planning', 'office', 'ui', 'desks', 'apps', 'scenarios'];
const root = fileURLToPath(new URL('.', import.meta.url));
const planted = mkdtempSync(join(tmpdir(), 'arrows-'));
afterAll(() => rmSync(planted, { recursive: true }));

async function violations(folder: string, paths: string[]) {
  const { options, ...rules } = config;
  const { output } = await cruise(paths, {
    ...options,
    ruleSet: rules as IRuleSetType,
    validate: true,
    baseDir: folder,
  });
  return (output as ICruiseResult).summary;
}

test('no room imports against the arrows, and the rooms were read', async () => {
  const summary = await violations(root, rooms);
  expect(summary.violations).toEqual([]);
  expect(summary.totalCruised).toBeGreaterThan(200);
});

/** For each rule, two files of which the first imports the second against it. */
const plants: Record<string, [from: string, to: string]> = {
  'planning-stands-alone': ['planning/trucking/a.ts', 'office/http/say.ts'],
  'ui-knows-no-domain': ['ui/table/a.ts', 'desks/water/water.ts'],
  'office-knows-no-desk': ['office/plans/a.ts', 'desks/water/water.ts'],
  'pages-of-the-office-stand-apart': ['office/tables/a.ts', 'ui/table/column.ts'],
  'no-desk-imports-another': ['desks/gate/a.ts', 'desks/water/water.ts'],
  'desks-know-no-app': ['desks/water/a.ts', 'apps/server/a.ts'],
  'scenarios-are-data': ['scenarios/zhuzhou-2022-11/a.ts', 'office/http/say.ts'],
  'apps-stand-apart': ['apps/console/a.ts', 'apps/server/a.ts'],
  'browser-code-stays-browser-safe': ['desks/water/contract.ts', 'node:fs'],
  'pages-reach-rooms-through-contracts': ['desks/water/console/a.tsx', 'desks/water/store.ts'],
  'sql-only-in-stores': ['desks/water/rules.ts', 'node_modules/kysely/index.js'],
  'no-tests-in-the-product': ['office/plans/a.ts', 'office/plans/rules.test.ts'],
  'no-cycles': ['office/plans/a.ts', 'office/plans/b.ts'],
};

describe('each rule fires where it is broken', () => {
  test('and none is without a plant', () => {
    expect(config.forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(plants).sort());
  });

  test.each(Object.entries(plants))('%s', async (rule, [from, to]) => {
    const folder = join(planted, rule);
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    const up = '../'.repeat(from.split('/').length - 1);
    const target = to.startsWith('node:') ? to : `${up}${to}`;
    write('package.json', '{ "type": "module" }');
    if (!to.startsWith('node:')) {
      const back =
        rule === 'no-cycles'
          ? `import { a } from './a.ts';\nexport const b = () => a;\n`
          : 'export const b = 1;\n';
      write(to, back);
    }
    write(from, `import * as other from '${target}';\nexport const a = other;\n`);
    const { violations: found } = await violations(folder, [from.split('/')[0] as string]);
    expect(found.map((violation) => violation.rule.name)).toContain(rule);
  });
});
