import { plainEd25519 } from '@liangbuwu/passes/crypto/plain.ts';
import { makeSigner, signBundle } from '@liangbuwu/passes/index.ts';
import { makeTown, seedOf } from '@liangbuwu/passes/town.fixture.ts';
import { expect, test } from 'vitest';
import { openGate } from './open-gate.ts';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const gate = '南洲工业园';
const town = await makeTown();
const root = base64(town.root.publicKey);
const fetched = { bundle: base64(town.bytes), roots: [root], gate };

test('the first bundle is trusted by the roots that came along, and pinned', async () => {
  const opened = await openGate(fetched, undefined);
  expect(opened).toMatchObject({ is: 'open', pin: { roots: [root], mark: { sequence: 12 } } });
});

test('later ones have to be signed by those that the phone trusted then', async () => {
  const thief = await makeSigner(seedOf(7), plainEd25519);
  const forged = await signBundle({ ...town.bundle, sequence: 13 }, thief);
  const pin = { roots: [root], mark: null };
  expect(
    await openGate({ bundle: base64(forged), roots: [base64(thief.publicKey)], gate }, pin),
  ).toMatchObject({ is: 'refused', code: 'unknown-root' });
});

test('the next root is taken over from a bundle that the present one signed', async () => {
  const next = base64((await makeSigner(seedOf(7), plainEd25519)).publicKey);
  const opened = await openGate({ ...fetched, roots: [root, next] }, { roots: [root], mark: null });
  expect(opened).toMatchObject({ is: 'open', pin: { roots: [root, next] } });
});

test('an older bundle is refused, and another gate’s', async () => {
  const opened = await openGate(fetched, undefined);
  if (opened.is !== 'open') throw new Error('it is genuine');
  const older = base64(await signBundle({ ...town.bundle, sequence: 11 }, town.root));
  expect(await openGate({ ...fetched, bundle: older }, opened.pin)).toMatchObject({
    code: 'older',
  });
  expect(await openGate({ ...fetched, gate: '别的卡口' }, undefined)).toMatchObject({
    code: 'other-gate',
  });
  expect(await openGate(fetched, opened.pin)).toMatchObject({ is: 'open' });
});
