import { writeFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { build } from 'vite';
import { at, root } from './places.mjs';

// Runs on the platform's Node.js, after the dependencies are there: builds, and writes down which modules it read.
const [application, modulesFile] = process.argv.slice(2);
const modules = new Set();

function note(id) {
  const path = relative(root, id.replace(/^\0/, '').split('?')[0]).split(sep).join('/');
  if (path && !path.startsWith('..') && !path.includes('node_modules/')) modules.add(path);
}

const noteModules = () => ({
  name: 'note-modules',
  generateBundle() {
    for (const id of this.getModuleIds()) note(id);
  },
});

try {
  await build({
    root: at(application),
    configFile: at(`${application}/vite.config.ts`),
    logLevel: 'warn',
    plugins: [noteModules()],
    worker: { plugins: () => [noteModules()] },
  });
  writeFileSync(modulesFile, JSON.stringify([...modules]));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
