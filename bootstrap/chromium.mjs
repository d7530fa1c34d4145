import { existsSync } from 'node:fs';
import { run } from './child.mjs';
import { Fault } from './fault.mjs';
import { step } from './progress.mjs';

/** The same engine without a desktop's windows loads a page for about two thirds of the processor's time. */
const usual = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** The browser for the journeys: CHROMIUM, or Debian's, which root has installed where it is missing. */
export async function getChromium() {
  const given = process.env.CHROMIUM;
  if (given && existsSync(given)) return given;
  const isThere = () => usual.find((path) => existsSync(path));
  if (!given && isThere()) return isThere();
  if (!given && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    await step('安装 Chromium', 'installing Chromium', install);
    if (isThere()) return isThere();
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
  const packages = (browser) => [
    'install',
    '-y',
    '--no-install-recommends',
    browser,
    'fonts-noto-cjk',
  ];
  // Older releases of Debian have the whole browser only.
  for (const browser of ['chromium-headless-shell', 'chromium']) {
    const { status, said } = await apt(...packages(browser));
    if (status === 0) return;
    process.stderr.write(said.slice(-2000));
  }
}
