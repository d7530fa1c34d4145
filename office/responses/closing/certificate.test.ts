import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Certificate, readCertificate } from './certificate.contract.ts';
import {
  canonicalJson,
  certificateFaults,
  certify,
  publicKeyOf,
  readCertificateText,
} from './certificate.ts';
import { certificateFiles } from './certificate-files.ts';

const key = generateKeyPairSync('ed25519').privateKey;
const { statement } = readCertificate.example.output.certificate as Certificate;
const certificate = certify(statement, key);
const codes = (one: Certificate, publicKey?: string) =>
  certificateFaults(one, publicKey).map(({ code }) => code);

describe('canonical JSON', () => {
  test('is the same however the fields came, and reads back as it was', () => {
    const value = fc
      .jsonValue()
      .map(
        (any) =>
          JSON.parse(JSON.stringify(any), (_, one) =>
            typeof one === 'number' ? Math.trunc(one % 1e9) + 0 : one,
          ) as unknown,
      );
    const turned = (any: unknown): unknown =>
      Array.isArray(any)
        ? any.map(turned)
        : any !== null && typeof any === 'object'
          ? Object.fromEntries(
              Object.entries(any)
                .reverse()
                .map(([name, one]) => [name, turned(one)]),
            )
          : any;
    fc.assert(
      fc.property(value, (any) => {
        expect(canonicalJson(turned(any))).toBe(canonicalJson(any));
        expect(JSON.parse(canonicalJson(any))).toEqual(any);
      }),
    );
  });

  test('writes this so, and no other number', () => {
    expect(canonicalJson({ b: [1, null, true], a: '“引号”\n', é: 0 })).toBe(
      '{"a":"“引号”\\n","b":[1,null,true],"é":0}',
    );
    for (const bad of [0.5, Number.NaN, 2 ** 60, undefined, () => 0])
      expect(() => canonicalJson({ bad })).toThrow();
  });
});

/** Every figure and text of the certificate, changed a little, one at a time. */
function* altered(value: unknown): Generator<unknown> {
  if (typeof value === 'string') yield `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}`;
  else if (typeof value === 'number') yield value + 1;
  else if (Array.isArray(value)) {
    yield value.slice(1);
    for (const [i, one] of value.entries())
      for (const other of altered(one)) yield value.map((kept, at) => (at === i ? other : kept));
  } else if (value !== null && typeof value === 'object')
    for (const [name, one] of Object.entries(value))
      for (const other of altered(one)) yield { ...value, [name]: other };
}

describe('a certificate', () => {
  test('is the same for the same statement and key, and has no fault', () => {
    expect(certify(structuredClone(statement), key)).toEqual(certificate);
    expect(codes(certificate)).toEqual([]);
    expect(codes(certificate, publicKeyOf(key))).toEqual([]);
  });

  test('with any one thing altered has one', () => {
    let count = 0;
    for (const one of altered(certificate)) {
      count += 1;
      const read = readCertificateText(JSON.stringify(one));
      if ('faults' in read) continue;
      expect(certificateFaults(read.certificate), JSON.stringify(one)).not.toEqual([]);
    }
    expect(count).toBeGreaterThan(40);
  });

  test('has one signature and one key, in one spelling', () => {
    const next = (text: string) =>
      text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + 1);
    for (const name of ['signature', 'publicKey'] as const)
      expect(codes({ ...certificate, [name]: next(certificate[name]) })).toEqual([
        'signature-broken',
      ]);
  });

  test('made anew by somebody else fits the key that it brings, not the one that is known', () => {
    const other = generateKeyPairSync('ed25519').privateKey;
    const forged = certify({ ...statement, destroyed: [] }, other);
    expect(codes(forged)).toEqual([]);
    expect(codes(forged, publicKeyOf(key))).toEqual(['other-key']);
  });

  test('that one person alone brought about is none, however it is signed', () => {
    const { closing } = statement;
    const alone = { ...closing, confirmed: { ...closing.confirmed, by: closing.proposed.by } };
    expect(codes(certify({ ...statement, closing: alone }, key))).toEqual(['one-person']);
  });

  test('is read from its file in any spacing, but not with a field that stands twice', () => {
    const text = JSON.stringify(certificate, undefined, 2);
    expect(readCertificateText(text)).toEqual({ certificate });
    expect(readCertificateText(JSON.stringify(certificate))).toEqual({ certificate });
    const twice = text.replace('"digest":', '"digest": "x",\n  "digest":');
    for (const [bad, code] of [
      [twice, 'not-as-written'],
      ['', 'not-a-certificate'],
      ['{}', 'not-a-certificate'],
      [text.slice(1), 'not-a-certificate'],
    ])
      expect(readCertificateText(bad as string)).toMatchObject({ faults: [{ code }] });
  });
});

describe('its files', () => {
  test('the key is made once, for its owner only; a copy of each certificate stays', async () => {
    const folder = mkdtempSync(join(tmpdir(), '证明 '));
    try {
      const files = certificateFiles(folder);
      expect(files.findPublicKey()).toBeUndefined();
      const both = await Promise.all([files.openKey(), certificateFiles(folder).openKey()]);
      expect(new Set(both.map(publicKeyOf))).toEqual(new Set([files.findPublicKey()]));
      expect(statSync(join(folder, 'keys', 'certificates.pem')).mode & 0o777).toBe(0o600);
      const issued = certify(statement, both[0] as (typeof both)[number]);
      await files.keep(issued);
      await files.keep(issued);
      expect(files.find(statement.response.id)).toEqual(issued);
      expect(readdirSync(join(folder, 'keys'))).toHaveLength(2);
      const text = readFileSync(
        join(folder, 'keys', `${statement.response.id}.certificate.json`),
        'utf8',
      );
      expect(readCertificateText(text)).toEqual({ certificate: issued });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
