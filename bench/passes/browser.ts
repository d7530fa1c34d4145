import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { signBundle } from '@liangbuwu/passes/bundle/sign.ts';
import { plainEd25519 } from '@liangbuwu/passes/crypto/plain.ts';
import { makeSigner } from '@liangbuwu/passes/crypto/signer.ts';
import { issuePass } from '@liangbuwu/passes/issue.ts';
import { makeStatusList } from '@liangbuwu/passes/status/status-list.ts';
import {
  bundlePasses,
  launchBrowser,
  openPage,
  type PassesPage,
} from '@liangbuwu/passes/testing/browser.ts';

/**
 * Full verifications a second in Chromium, with WebCrypto and on a page that has none; what the library weighs.
 *
 *   npm run bench -- passes/browser [seconds]     default: 5 for each row
 */

const seconds = Number(process.argv[2] ?? 5);
const now = Date.UTC(2022, 10, 10) / 1000;
const day = 86_400;

const root = await makeSigner(randomBytes(32), plainEd25519);
const office = await makeSigner(randomBytes(32), plainEd25519);
const { kid, publicKey } = office;
const bytes = await signBundle(
  {
    authority: '渌口区卡口组',
    sequence: 1,
    issuedAt: now,
    staleAt: now + day,
    expiresAt: now + 3 * day,
    gates: [{ name: '南洲工业园', area: 7 }],
    areas: [{ number: 7, name: '南洲工业园' }],
    purposes: [],
    keys: [{ kid, algorithm: -8, publicKey, issuer: '430212', from: now - day, until: now + day }],
    lists: [{ issuer: '430212', list: 3, status: makeStatusList(100_000) }],
    rules: [],
    codes: [],
  },
  root,
);
const texts = await Promise.all(
  Array.from({ length: 500 }, (_, index) =>
    issuePass(
      {
        kind: 'person',
        id: { list: 3, index },
        issuer: '430212',
        name: '张*',
        lastFour: '123X',
        areas: [7],
        issuedAt: now,
        until: now + 2 * day,
      },
      office,
    ),
  ),
);

const script = await bundlePasses();
const browser = await launchBrowser();
console.log(
  `Chromium ${browser.version()}; the library ${script.length} bytes, ${gzipSync(script).length} gzip\n`,
);
console.log('| page | Ed25519 | verifications a second |');
console.log('|---|---|---|');
try {
  for (const address of ['https://gate.test/', 'http://gate.test/']) {
    const page = await openPage(browser, address, script);
    const given = { key: [...root.publicKey], signed: [...bytes], texts, now, seconds };
    const found = await page.evaluate(async (work) => {
      const { getEd25519, openBundle, verify } = (globalThis as PassesPage).passes;
      const ed25519 = await getEd25519();
      const roots = [Uint8Array.from(work.key)];
      const bundle = await openBundle(Uint8Array.from(work.signed), { roots, ed25519 });
      const at = { bundle, at: work.now + 3600, area: 7 };
      let done = 0;
      const run = async (milliseconds: number) => {
        const began = performance.now();
        done = 0;
        while (performance.now() - began < milliseconds) {
          for (let i = 0; i < 20; i++) {
            const { code } = await verify(work.texts[done++ % work.texts.length] ?? '', at);
            if (code !== 'valid') throw new Error(code);
          }
        }
        return (1000 * done) / (performance.now() - began);
      };
      await run(500);
      return { name: ed25519.name, rate: await run(1000 * work.seconds) };
    }, given);
    console.log(`| ${address} | ${found.name} | ${Math.round(found.rate)} |`);
  }
} finally {
  await browser.close();
}
