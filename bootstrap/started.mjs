import { readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** When the program was called, in milliseconds since the epoch: by npm or npx, if one of them ran this process. */
export const started =
  Number(process.env.LIANGBUWU_STARTED) || startOfNpm() || Math.round(performance.timeOrigin);

// Where /proc tells: npm itself takes its time, and a command with a time limit answers for all of it.
function startOfNpm() {
  if (!process.env.npm_execpath || process.platform !== 'linux') return undefined;
  try {
    const parent = readProcess(process.ppid);
    const npm = /^(da|ba)?sh$/.test(parent.name) ? readProcess(parent.parent) : parent;
    if (!npm.name.startsWith('npm')) return undefined;
    const uptime = Number(readFileSync('/proc/uptime', 'latin1').split(' ')[0]);
    return Math.round(Date.now() - (uptime - npm.ticks / ticksPerSecond) * 1000);
  } catch {
    return undefined;
  }
}

function readProcess(pid) {
  const [, name, rest] = /\((.*)\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  const fields = rest.split(' ');
  return { name, parent: Number(fields[1]), ticks: Number(fields[19]) };
}
