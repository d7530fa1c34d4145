import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { run } from './child.mjs';
import { Fault } from './fault.mjs';
import { alone } from './lock.mjs';
import { at, root } from './places.mjs';
import { step } from './progress.mjs';

const application = 'apps/console';
const stampFile = at('.toolchain/console.json');

/** Builds the console with the given Node.js, only when something that went into it has changed. */
export async function ensureConsole(runtime) {
  if (isBuilt()) return;
  await alone(async () => {
    if (isBuilt()) return;
    await step('构建控制台', 'building the console', () => build(runtime));
  });
}

async function build(runtime) {
  rmSync(stampFile, { force: true });
  const modulesFile = at(`.toolchain/console-modules.${process.pid}.json`);
  try {
    const { status, said } = await run(
      runtime,
      [at('bootstrap/build-console.mjs'), application, modulesFile],
      { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    if (status !== 0) {
      process.stderr.write(said);
      throw new Fault(
        '控制台构建失败，原因见上。若改动过源码，请改正后重试。',
        'The console could not be built, see above. If you changed its sources, put them right and try again.',
      );
    }
    const modules = JSON.parse(readFileSync(modulesFile, 'utf8'));
    writeFileSync(stampFile, JSON.stringify({ modules, print: fingerprint(modules) }));
  } finally {
    rmSync(modulesFile, { force: true });
  }
}

function isBuilt() {
  if (!existsSync(at(`${application}/dist/index.html`))) return false;
  const stamp = readStamp();
  return stamp !== undefined && stamp.print === fingerprint(stamp.modules);
}

// One cut short by a kill says nothing.
function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return undefined;
  }
}

// All of the console's own folders, for what a build finds there by itself (styles, public files, new pages), and the
// modules that the last build took from elsewhere, such as the desks' contracts.
function fingerprint(modules) {
  const own = [application, 'ui', ...consoleFolders()].flatMap(filesIn);
  const all = new Set([...own, ...modules, 'package-lock.json']);
  const hash = createHash('sha256');
  for (const path of [...all].sort(byName)) {
    const file = at(path);
    hash.update(`${path}\0`).update(existsSync(file) ? readFileSync(file) : 'absent');
  }
  return hash.digest('hex');
}

function consoleFolders() {
  return readdirSync(at('desks'))
    .map((desk) => `desks/${desk}/console`)
    .filter((folder) => existsSync(at(folder)));
}

function filesIn(folder) {
  return readdirSync(at(folder), { withFileTypes: true })
    .filter(({ name }) => !['node_modules', 'dist'].includes(name) && !/\.test\.tsx?$/.test(name))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesIn(path) : [path];
    });
}

const byName = (one, other) => (one < other ? -1 : 1);
