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
  // They wait for processes and clocks more than they compute.
  database: ['--project', 'database', '--maxWorkers=3'],
  journeys: ['--project', 'journeys'],
};

export const stepNames = [...Object.keys(programs), ...Object.keys(vitestRuns)];

// Each leaves the processor idle about half of its time.
const besideEachOther = new Set(['database', 'journeys']);

/** Runs every step, whatever became of those before; true if all passed. */
export async function runSteps(runtime, names) {
  const results = [];
  for (const name of names.filter((one) => !besideEachOther.has(one))) {
    process.stdout.write(`\n── ${name} ──\n`);
    results.push(await timeStep(runtime, name));
  }
  const waiting = names.filter((name) => besideEachOther.has(name));
  if (waiting.length > 0) process.stdout.write(`\n── ${waiting.join(', ')} ──\n`);
  results.push(...(await Promise.all(waiting.map((name) => timeStep(runtime, name)))));
  return report(results);
}

async function timeStep(runtime, name) {
  const from = performance.now();
  const counts = await runStep(runtime, name).catch((error) => {
    process.stderr.write(`✗ ${error.status === undefined ? error.stack : error.message}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  return { name, seconds: (performance.now() - from) / 1000, ...counts };
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
  if (vitestRuns[name]) return runVitest(runtime, name);
  let failed = 0;
  for (const [program, ...args] of programs[name]) {
    const { status } = await runTool(runtime, program, args);
    if (status !== 0) failed++;
  }
  return { passed: programs[name].length - failed, failed, skipped: 0 };
}

async function runVitest(runtime, name) {
  const chromium = name === 'journeys' ? { CHROMIUM: await getChromium() } : {};
  const folder = mkdtempSync(join(tmpdir(), 'liangbuwu-report-'));
  const file = join(folder, 'report.json');
  try {
    const { status } = await runTool(
      runtime,
      'vitest',
      ['run', ...vitestRuns[name], '--reporter=default', '--reporter=json', `--outputFile=${file}`],
      chromium,
    );
    return countTests(readReport(file), status);
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
function countTests(report, status) {
  const passed = report?.numPassedTests ?? 0;
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const broken = (report?.testResults ?? []).filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = (report?.numFailedTests ?? 0) + broken.length;
  return { passed, skipped, failed: failed === 0 && status !== 0 ? 1 : failed };
}

function runTool(runtime, program, args, environment = {}) {
  const windows = process.platform === 'win32';
  const path = [dirname(runtime), at('node_modules/.bin'), process.env.PATH].join(delimiter);
  return run(at(`node_modules/.bin/${program}${windows ? '.cmd' : ''}`), args, {
    cwd: root,
    shell: windows,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: path, ...environment },
  });
}
