import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { at } from './places.mjs';
import { tell } from './progress.mjs';

const file = at('.toolchain/lock');

/** Runs the work while no other start in this checkout installs or builds; waits for one that does. */
export async function alone(work) {
  mkdirSync(dirname(file), { recursive: true });
  let told = false;
  while (!take()) {
    if (!told)
      tell('另一个启动正在安装，等待它完成…', 'another start is installing here, waiting for it …');
    told = true;
    await pause(300);
  }
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** The lock, if this process has it, is held until that program has ended too, even if this process is killed. */
export function holdFor(pid) {
  if (isMine()) appendFileSync(file, `\n${identityOf(pid)}`);
}

function take() {
  const mine = identityOf(process.pid);
  try {
    writeFileSync(file, mine, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const theirs = read(file);
  if (theirs !== undefined && !holds(theirs)) discard(theirs);
  return false;
}

function release() {
  if (isMine()) rmSync(file, { force: true });
}

// Moved aside first: of two that find it abandoned only one can, and never a lock that was taken meanwhile.
function discard(abandoned) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (read(aside) === abandoned) rmSync(aside);
  else renameSync(aside, file);
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isMine() {
  return read(file)?.split('\n')[0] === identityOf(process.pid);
}

// An empty one is being written this moment, or its writer was killed in that moment.
function holds(identities) {
  if (identities === '') return Date.now() - statSync(file).mtimeMs < 10_000;
  return identities.split('\n').some((line) => line === identityOf(Number(line.split(' ')[0])));
}

// A process id alone may be another program's by now; with its time of start it is not.
function identityOf(pid) {
  const start = startOf(pid);
  return start && `${pid} ${start}`;
}

function startOf(pid) {
  try {
    if (process.platform === 'linux') {
      const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').pop().split(' ');
      return fields[0] === 'Z' ? undefined : fields[19];
    }
    if (process.platform === 'win32') {
      process.kill(pid, 0);
      return 'alive';
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}
