import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issuePass } from './issue.ts';
import { bundlePasses, launchBrowser, openPage, type PassesPage } from './testing/browser.ts';
import { makeTown, now, person } from './town.fixture.ts';
import { typedCode } from './typed/code.ts';
import { verify } from './verify.ts';

let browser: Browser;
let script: string;

beforeAll(async () => {
  [browser, script] = await Promise.all([launchBrowser(), bundlePasses()]);
});
afterAll(() => browser?.close());

test.each([
  ['https://gate.test/', 'WebCrypto'],
  // No secure context: there is no crypto.subtle.
  ['http://gate.test/', '@noble/curves'],
])('at %s passes are verified by %s', async (address, name) => {
  const { root, issuer, secret, bytes, open } = await makeTown();
  const page = await openPage(browser, address, script);
  const genuine = await issuePass(person, issuer);
  const given = {
    root: [...root.publicKey],
    bytes: [...bytes],
    now,
    texts: [
      genuine,
      genuine.replace(/(...)(...)(.{60})$/, '$2$1$3'),
      typedCode(person, secret),
      'HC1:6BF',
    ],
  };
  const found = await page.evaluate(async ({ root: key, bytes: signed, now: at, texts }) => {
    const { getEd25519, openBundle, verify } = (globalThis as PassesPage).passes;
    const ed25519 = await getEd25519();
    const bundle = await openBundle(Uint8Array.from(signed), {
      roots: [Uint8Array.from(key)],
      ed25519,
    });
    const codes = [];
    for (const text of texts) {
      codes.push((await verify(text, { bundle, at, area: 7, lastFour: '123X' })).code);
    }
    return { name: ed25519.name, secure: globalThis.isSecureContext, codes };
  }, given);
  const here = { bundle: open, at: now, area: 7, lastFour: '123X' };
  const codes: string[] = [];
  for (const text of given.texts) codes.push((await verify(text, here)).code);
  expect(codes).toEqual(['valid', 'bad-signature', 'typed-code', 'eu-dcc']);
  expect(found).toEqual({ name, secure: address.startsWith('https'), codes });
});
