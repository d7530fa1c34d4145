import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { run } from './child.mjs';
import { Fault } from './fault.mjs';
import { alone } from './lock.mjs';
import { at, root } from './places.mjs';
import { step } from './progress.mjs';

/** What is built for browsers; `pages` is the folder that a desk, or a room of the office, brings for it. */
const apps = [
  { name: 'console', pages: 'console', zh: '控制台', en: 'the console' },
  { name: 'field', pages: 'field', zh: '手机端', en: 'the page for phones' },
];

/** Builds the apps for browsers with the given Node.js, each only when something that went into it has changed. */
export async function ensureWeb(runtime) {
  for (const app of apps) {
    if (isBuilt(app)) continue;
    await alone(async () => {
      if (isBuilt(app)) return;
      await step(`构建${app.zh}`, `building ${app.en}`, () => build(runtime, app));
    });
  }
}

const builders = ['package-lock.json', 'bootstrap/build-web.mjs', 'bootstrap/web.mjs'];

const folderOf = ({ name }) => `apps/${name}`;
const stampFileOf = ({ name }) => at(`.toolchain/${name}.json`);

async function build(runtime, app) {
  rmSync(stampFileOf(app), { force: true });
  const modulesFile = at(`.toolchain/${app.name}-modules.${process.pid}.json`);
  try {
    const { status, said } = await run(
      runtime,
      [at('bootstrap/build-web.mjs'), folderOf(app), modulesFile],
      { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    if (status !== 0) {
      process.stderr.write(said);
      throw new Fault(
        `${app.zh}构建失败，原因见上。若改动过源码，请改正后重试。`,
        `${app.en} could not be built, see above. If you changed its sources, put them right and try again.`,
      );
    }
    const modules = JSON.parse(readFileSync(modulesFile, 'utf8'));
    writeFileSync(stampFileOf(app), JSON.stringify({ modules, print: fingerprint(app, modules) }));
  } finally {
    rmSync(modulesFile, { force: true });
  }
}

function isBuilt(app) {
  if (!existsSync(at(`${folderOf(app)}/dist/index.html`))) return false;
  const stamp = readStamp(app);
  return stamp !== undefined && stamp.print === fingerprint(app, stamp.modules);
}

// One cut short by a kill says nothing.
function readStamp(app) {
  try {
    return JSON.parse(readFileSync(stampFileOf(app), 'utf8'));
  } catch {
    return undefined;
  }
}

// All of the app's own folders, for what a build finds there by itself (styles, public files, new pages), the modules
// that the last build took from elsewhere, such as the desks' contracts, and what builds.
function fingerprint(app, modules) {
  const own = [folderOf(app), 'ui', ...pageFolders(app)].flatMap(filesIn);
  const all = new Set([...own, ...modules, ...builders]);
  const hash = createHash('sha256');
  for (const path of [...all].sort(byName)) {
    const file = at(path);
    hash.update(`${path}\0`).update(existsSync(file) ? readFileSync(file) : 'absent');
  }
  return hash.digest('hex');
}

function pageFolders({ pages }) {
  return readdirSync(at('desks'))
    .map((desk) => `desks/${desk}/${pages}`)
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
