import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Certificate,
  readCertificate,
} from '@liangbuwu/office/responses/closing/certificate.contract.ts';
import { certify, publicKeyOf } from '@liangbuwu/office/responses/closing/certificate.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from './run-cli.fixture.ts';

const key = generateKeyPairSync('ed25519').privateKey;
const { statement } = readCertificate.example.output.certificate as Certificate;
const certificate = certify(statement, key);

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), '证明 certificate-'));
  const put = (name: string, content: unknown) =>
    writeFileSync(
      join(cwd, name),
      typeof content === 'string' ? content : `${JSON.stringify(content, undefined, 2)}\n`,
    );
  put('证明.json', certificate);
  const [households] = statement.destroyed;
  put('altered.json', {
    ...certificate,
    statement: { ...statement, destroyed: [{ ...households, records: 1239 }] },
  });
  put('none.json', '{"statement":');
  put('key.pem', createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString());
  put('key.txt', `${publicKeyOf(key)}\n`);
  const other = generateKeyPairSync('ed25519').publicKey;
  put('other.pem', other.export({ type: 'spki', format: 'pem' }).toString());
});
afterAll(() => rmSync(cwd, { recursive: true }));

const verify = async (...args: string[]) => {
  const ran = await runCli(['certificate', 'verify', ...args], { cwd });
  return { ...ran, said: ran.out === '' ? undefined : JSON.parse(ran.out) };
};

test('one that is as it was issued: status 0, and one line that says what it is about', async () => {
  const { status, out, said, lines } = await verify('证明.json');
  expect(status).toBe(0);
  expect(out.trimEnd()).not.toContain('\n');
  expect(said).toMatchObject({
    valid: true,
    key: 'its own',
    response: statement.response.id,
    proposedBy: '区应急值班员',
    confirmedBy: '市应急值班长',
    records: 1240,
    faults: [],
  });
  expect(lines.join()).toContain('--key');
});

test('held against a key from elsewhere, as text, as PEM or as a file of either', async () => {
  for (const given of [publicKeyOf(key), 'key.pem', 'key.txt'])
    expect(await verify('证明.json', '--key', given)).toMatchObject({
      status: 0,
      said: { valid: true, key: 'given' },
      lines: [],
    });
  expect(await verify('证明.json', '--key', 'other.pem')).toMatchObject({
    status: 1,
    said: { valid: false, faults: ['other-key'] },
  });
});

test('an altered one, and what is none: status 1, with the reason in both languages', async () => {
  const altered = await verify('altered.json');
  expect(altered).toMatchObject({
    status: 1,
    said: { valid: false, faults: ['digest-differs', 'signature-broken'] },
  });
  expect(altered.lines[0]).toMatch(/内容与摘要不符.*was altered/);
  expect(await verify('none.json')).toMatchObject({
    status: 1,
    said: { valid: false, faults: ['not-a-certificate'] },
  });
});

test('what cannot be read, and a key that is none, are said: status 2', async () => {
  expect(await verify('nowhere.json')).toMatchObject({ status: 2, out: '' });
  expect(await verify('证明.json', '--key', 'nonsense')).toMatchObject({ status: 2, out: '' });
  expect(await verify()).toMatchObject({ status: 2 });
});
