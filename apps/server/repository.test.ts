import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const notOurs = new Set([
  'node_modules',
  'dist',
  '.git',
  '.toolchain',
  '.data',
  '.types',
  'coverage',
  '.screenshots',
]);
const isText =
  /\.(ts|tsx|mjs|js|json|geojson|md|css|html|svg|yml|yaml)$|(^|\/)(\.npmrc|\.gitignore|run|LICENSE)$/;

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !notOurs.has(entry.name)) yield* walk(path);
    else if (entry.isFile() && statSync(path).size < 2_000_000)
      yield relative(root, path).replaceAll(sep, '/');
  }
}

const files = [...walk(root)].filter((path) => isText.test(path) && !path.endsWith('.tsbuildinfo'));
const sources = files.filter(
  (path) => /\.(ts|tsx|mjs)$/.test(path) && !/\.(test|fixture)\.tsx?$|\/testing\//.test(path),
);
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** Every line that the pattern finds, as `path:line`. */
const found = (paths: readonly string[], pattern: RegExp) =>
  paths.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, i) =>
        pattern.test(line) ? [`${path}:${i + 1}: ${line.trim().slice(0, 120)}`] : [],
      ),
  );

test('the files of every room are looked at', () => {
  for (const room of [
    'office',
    'planning',
    'ui',
    'desks',
    'apps',
    'scenarios',
    'bootstrap',
    'docs',
    'formats',
  ]) {
    expect(files.filter((path) => path.startsWith(`${room}/`)).length, room).toBeGreaterThan(0);
  }
  expect(sources.length).toBeGreaterThan(300);
});

const outside = /\.\.\/shared\b/;
const machine =
  /(?<![\w.])\/(work|home\/[\w-]+|root|Users\/[\w-]+)\/[\w.]|\b[A-Z]:\\(Users|work)\b/;
const registry = /https?:\/\/[^\s"'`)]*(registry|npmmirror|verdaccio|artifactory|nexus)|:48[7]3\b/i;
const unfinished = /\b(TO[D]O|FIX[M]E|XX[X])\b/;

describe('what no file of the repository holds', () => {
  test('a way out of it', () => {
    expect(
      found(
        files.filter((path) => !path.startsWith('bench/')),
        outside,
      ),
    ).toEqual([]);
  });

  test("a path of somebody's machine", () => {
    expect(found(files, machine)).toEqual([]);
  });

  test("a registry's address", () => {
    expect(found(files, registry)).toEqual([]);
  });

  test('a note of what is still to be done', () => {
    expect(found(files, unfinished)).toEqual([]);
  });

  test.each([
    [outside, ['..', '..', 'shared', 'x.json'].join('/')],
    [machine, `const a = '${['', 'home', 'somebody', 'x.ts'].join('/')}'`],
    [machine, ['', 'work', 'main'].join('/')],
    [machine, ['C:', 'Users'].join('\\')],
    [registry, ['https:', '', 'registry.example.org'].join('/')],
    [unfinished, `// ${'TO'}${'DO'} later`],
  ])('%s finds what is planted', (pattern, line) => {
    expect(pattern.test(line)).toBe(true);
  });
});

describe('the time', () => {
  const wallClock = /\bTemporal\.Now\b|\bDate\.now\b|\bnew Date\(\s*\)|(?<![.\w])Date\(\)/;
  // In SQL; a method of that name is a clock's, or a span's.
  const databaseClock =
    /(?<![.\w])(now|clock_timestamp|statement_timestamp|transaction_timestamp)\(\)(?!\s*[:{=])|\bcurrent_(timestamp|date|time)\b|\blocaltime(stamp)?\b/i;
  const spans = /\bperformance\.(now|timeOrigin)\b|\bprocess\.(hrtime|uptime)\b/;

  const served = sources.filter((path) =>
    /^(office|desks|apps|ui|scenarios|planning)\//.test(path),
  );

  test('is asked of the system in one place, and of a phone in one', () => {
    expect(found(served, wallClock).map((line) => line.split(':')[0])).toEqual([
      'apps/field/src/phone-clock.ts',
      'office/clock/clock.ts',
    ]);
  });

  test('is not asked of the database', () => {
    expect(
      found(
        // Nothing of planning/ reaches a database; the `now()` of decision tables is S-FEEL's, and handed in.
        served.filter((path) => path !== 'office/clock/clock.ts' && !path.startsWith('planning/')),
        databaseClock,
      ),
    ).toEqual([]);
  });

  test('that passes is measured where a search is bounded by it, and where a page counts on', () => {
    const measuring = new Set(found(served, spans).map((line) => line.split(':')[0] ?? ''));
    expect(
      [...measuring].filter(
        (path) => !/^(planning|ui)\/|^desks\/\w+\/console\/|^apps\/cli\/started\.ts$/.test(path),
      ),
    ).toEqual([]);
  });

  test.each([
    [wallClock, 'const at = new Date();'],
    [wallClock, 'Date.now() - began'],
    [wallClock, 'Temporal.Now.instant()'],
    [databaseClock, 'sql`update x set at = now()`'],
    [databaseClock, 'at timestamptz default current_timestamp'],
  ])('%s finds what is planted', (pattern, line) => {
    expect(pattern.test(line)).toBe(true);
  });
});
