import { existsSync } from 'node:fs';
import { run } from './child.mjs';
import { Fault } from './fault.mjs';
import { step } from './progress.mjs';

const usual = '/usr/bin/chromium';

/** The browser for the journeys: CHROMIUM, or Debian's, which root has installed where it is missing. */
export async function getChromium() {
  const given = process.env.CHROMIUM;
  if (given && existsSync(given)) return given;
  if (!given && existsSync(usual)) return usual;
  if (!given && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    await step('安装 Chromium', 'installing Chromium', install);
    if (existsSync(usual)) return usual;
  }
  throw new Fault(
    `找不到浏览器${given ? ` ${given}` : ''}。请安装 Chromium（Debian：apt-get install chromium fonts-noto-cjk），或用 CHROMIUM 指定其路径。`,
    `No browser was found${given ? ` at ${given}` : ''}. Install Chromium (Debian: apt-get install chromium fonts-noto-cjk) or name its path in CHROMIUM.`,
  );
}

async function install() {
  const apt = (...args) =>
    run('apt-get', ['-q', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  await apt('update');
  const { status, said } = await apt(
    'install',
    '-y',
    '--no-install-recommends',
    'chromium',
    'fonts-noto-cjk',
  );
  if (status !== 0) process.stderr.write(said.slice(-2000));
}
