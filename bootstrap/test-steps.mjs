import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { run } from './child.mjs';
import { getChromium } from './chromium.mjs';
import { at, root } from './places.mjs';

const programs = {
  types: [
    ['tsc', '-b', 'tsconfig.json'],
    ['tsc', '-b', 'tsconfig.web.json'],
    ['tsc', '-b', 'tsconfig.web-tests.json'],
  ],
  format: [['biome', 'check', '.']],
  lint: [['oxlint', '--type-aware']],
};
const arrowsFile = 'arrows.test.ts';
const vitestRuns = {
  arrows: ['--project', 'unit', arrowsFile],
  unit: ['--project', 'unit', '--exclude', arrowsFile],
};
// Servers, commands and their threads then strip types once, and not each for itself.
const compiled = at('.toolchain/compiled');
// One run for both, so that they share one demonstration and no core waits for the other's last file.
const servers = ['database', 'journeys'];

export const stepNames = [...Object.keys(programs), ...Object.keys(vitestRuns), ...servers];

/** Runs every step, whatever became of those before; true if all passed. */
export async function runSteps(runtime, names) {
  const chosen = (of) => of.filter((name) => names.includes(name));
  const results = [];
  // The compiler takes one core, what else reads the sources another.
  heading(chosen(['types', 'format', 'lint', 'arrows']));
  const reading = await Promise.all([
    inTurn(runtime, chosen(['types'])),
    inTurn(runtime, chosen(['format', 'lint', 'arrows'])),
  ]);
  results.push(...reading.flat());
  heading(chosen(['unit']));
  results.push(...(await inTurn(runtime, chosen(['unit']))));
  heading(chosen(servers));
  results.push(...(await runServers(runtime, chosen(servers))));
  return report(results);
}

function heading(names) {
  if (names.length > 0) process.stdout.write(`\n── ${names.join(', ')} ──\n`);
}

async function inTurn(runtime, names) {
  const results = [];
  for (const name of names) {
    results.push(...(await timed([name], async () => [await runStep(runtime, name)])));
  }
  return results;
}

/** Of what ran together each has the whole time. */
async function timed(names, work) {
  const from = performance.now();
  const counts = await work().catch((error) => {
    process.stderr.write(`✗ ${error.status === undefined ? error.stack : error.message}\n`);
    return names.map(() => ({ passed: 0, failed: 1, skipped: 0 }));
  });
  const seconds = (performance.now() - from) / 1000;
  return names.map((name, index) => ({ name, seconds, ...counts[index] }));
}

function report(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  process.stdout.write('\n');
  for (const { name, seconds, passed, failed, skipped } of results) {
    const mark = failed === 0 ? '✓' : '✗';
    const counts = `${passed} passed, ${failed} failed, ${skipped} skipped`;
    process.stdout.write(
      `${mark} ${name.padEnd(9)} ${seconds.toFixed(1).padStart(7)} s   ${counts}\n`,
    );
  }
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}\n`);
  return sum('failed') === 0;
}

async function runStep(runtime, name) {
  if (vitestRuns[name]) {
    const { status, report } = await runVitest(runtime, vitestRuns[name]);
    return countTests(report?.testResults ?? [], status);
  }
  let failed = 0;
  for (const [program, ...args] of programs[name]) {
    const { status } = await runTool(runtime, program, args);
    if (status !== 0) failed++;
  }
  return { passed: programs[name].length - failed, failed, skipped: 0 };
}

/** What needs a database or a browser. Both wait for processes and clocks about as much as they compute, so there are more workers than cores. */
function runServers(runtime, names) {
  return timed(names, async () => {
    if (names.length === 0) return [];
    const chromium = names.includes('journeys') ? { CHROMIUM: await getChromium() } : {};
    const projects = names.map((name) => `--project=${name}`);
    const { status, report } = await runVitest(runtime, [...projects, '--maxWorkers=4'], chromium);
    const files = report?.testResults ?? [];
    const isJourney = ({ name }) => name.endsWith('.journey.test.ts');
    const parts = names.map((name) =>
      countTests(
        files.filter((file) => isJourney(file) === (name === 'journeys')),
        0,
      ),
    );
    // What went wrong outside of all files has only a status.
    if (status !== 0 && parts.every(({ failed }) => failed === 0)) parts[0].failed = 1;
    return parts;
  });
}

async function runVitest(runtime, args, environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'liangbuwu-report-'));
  const file = join(folder, 'report.json');
  try {
    const { status } = await runTool(
      runtime,
      'vitest',
      ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile=${file}`],
      environment,
    );
    return { status, report: readReport(file) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

// A file that could not be loaded has no tests to count, and an error outside of all tests only a status.
function countTests(files, status) {
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const count = (...states) => tests.filter((test) => states.includes(test.status)).length;
  const broken = files.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = count('failed') + broken.length;
  return {
    passed: count('passed'),
    skipped: count('skipped', 'pending', 'todo', 'disabled'),
    failed: failed === 0 && status !== 0 ? 1 : failed,
  };
}

function runTool(runtime, program, args, environment = {}) {
  const windows = process.platform === 'win32';
  const path = [dirname(runtime), at('node_modules/.bin'), process.env.PATH].join(delimiter);
  return run(at(`node_modules/.bin/${program}${windows ? '.cmd' : ''}`), args, {
    cwd: root,
    shell: windows,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: path, NODE_COMPILE_CACHE: compiled, ...environment },
  });
}
