import { describe, expect, test } from 'vitest';
import { concat } from '../bytes.ts';
import { type Cbor, type CborMap, encodeCbor } from '../cbor/strict.ts';
import { writeSign1 } from '../cose/sign1.ts';
import { plainEd25519 } from '../crypto/plain.ts';
import { makeSigner } from '../crypto/signer.ts';
import { issuePass } from '../issue.ts';
import { makeStatusList } from '../status/status-list.ts';
import { day, hour, makeTown, now, person, seedOf } from '../town.fixture.ts';
import { typedCode } from '../typed/code.ts';
import { verify } from '../verify.ts';
import { type Bundle, rulesInForce } from './bundle.ts';
import { type BundleCode, bundleFindings, InvalidBundle } from './invalid-bundle.ts';
import { compareBundles } from './newer.ts';
import { openBundle } from './open.ts';
import { payloadOf } from './payload.ts';
import { BUNDLE_TYPE, signBundle } from './sign.ts';

const town = await makeTown();
const { root, issuer, bundle, bytes, secret } = town;
const options = { roots: [root.publicKey], ed25519: plainEd25519 };
const key = bundle.keys[0] ?? expect.fail();
const payload = () => payloadOf(bundle);

async function sign(content: Cbor, header: [Cbor, Cbor][] = [], by = root): Promise<Uint8Array> {
  const headers = new Map<Cbor, Cbor>([[1, -8], [3, BUNDLE_TYPE], [4, by.kid], ...header]);
  const written = content instanceof Uint8Array ? content : encodeCbor(content);
  return writeSign1(headers, written, by.sign);
}

const withField = (name: string, value: Cbor): CborMap => payload().set(name, value);

async function refusal(work: Promise<unknown>): Promise<InvalidBundle> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof InvalidBundle) return error;
  throw error ?? new Error('it was taken');
}

test('a bundle comes out as it went in', async () => {
  const { bundle: opened, mark } = await openBundle(bytes, { ...options, gate: '南洲工业园' });
  expect(opened).toEqual(bundle);
  expect(mark).toEqual({
    authority: '渌口区卡口组',
    sequence: 12,
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test('the gate that opens it is in its area, and lets no others in', async () => {
  const at = { at: now };
  const elsewhere = await issuePass({ ...person, areas: [9] }, issuer);
  const named = await openBundle(bytes, { ...options, gate: '南洲工业园' });
  expect(named.area).toBe(7);
  expect((await verify(elsewhere, { ...at, bundle: named })).code).toBe('other-area');
  expect((await verify(elsewhere, { ...at, bundle: named, area: 9 })).code).toBe('valid');
  expect(
    (await verify(typedCode(person, secret), { ...at, bundle: named, lastFour: '123X' })).code,
  ).toBe('typed-code');
  expect((await verify(elsewhere, { ...at, bundle: town.open })).code).toBe('valid');
});

test('the next root may be known already', async () => {
  const next = await makeSigner(seedOf(6), plainEd25519);
  const signed = await signBundle(bundle, next);
  const roots = [root.publicKey, next.publicKey];
  expect((await openBundle(signed, { ...options, roots })).bundle).toEqual(bundle);
});

const weak = { ...key, publicKey: new Uint8Array(32), kid: Uint8Array.of(0x66, 0x68, 0x7a, 0xad) };
const text = 'x'.repeat(61);

const cases: [BundleCode, string, () => Promise<Uint8Array>, object?][] = [
  ['broken-cbor', 'nothing', async () => new Uint8Array()],
  ['broken-cbor', 'half of it', async () => bytes.slice(0, bytes.length / 2)],
  ['trailing-bytes', 'a byte more', async () => concat(bytes, Uint8Array.of(0))],
  ['duplicate-key', 'in what is signed', () => sign(Uint8Array.of(0xa2, 1, 1, 1, 2))],
  ['not-deterministic', 'in what is signed', () => sign(Uint8Array.of(0x18, 1))],
  ['not-sign1', 'a page', async () => new TextEncoder().encode('<html></html>')],
  [
    'unprotected-header',
    'beside the signature',
    async () =>
      concat(
        Uint8Array.of(0xd2),
        encodeCbor([
          encodeCbor(new Map()),
          new Map([[1, 1]]),
          new Uint8Array(),
          new Uint8Array(64),
        ]),
      ),
  ],
  ['critical-header', 'signed', () => sign(payload(), [[2, [9]]])],
  ['unknown-header', 'signed', () => sign(payload(), [[9, 9]])],
  ['wrong-algorithm', 'signed', () => sign(payload(), [[1, -7]])],
  ['wrong-content-type', 'a pass signed by the root', () => sign(payload(), [[3, 61]])],
  ['too-large', 'four megabytes and more', async () => new Uint8Array(4 * 1024 * 1024 + 1)],
  ['unknown-root', 'signed by an issuer', () => sign(payload(), [], issuer)],
  [
    'bad-signature',
    'signed by an issuer under the name of the root',
    () => sign(payload(), [[4, root.kid]], issuer),
  ],
  ['bad-content', 'no map', () => sign([1])],
  ['bad-content', 'a field more', () => sign(withField('more', 1))],
  ['bad-content', 'another form', () => sign(withField('form', 2))],
  ['bad-content', 'no gate', () => sign(withField('gates', []))],
  ['bad-content', 'a gate without a name', () => changed({ gates: [{ name: '', area: 7 }] })],
  ['bad-content', 'a gate of no area', () => changed({ gates: [{ name: '高速东', area: 8 }] })],
  ['twice', 'a gate', () => changed({ gates: [...bundle.gates, ...bundle.gates] })],
  ['bad-content', 'lists beyond what a phone can spare', () => changed({ lists: manyLists() })],
  ['bad-content', 'a long name', () => sign(withField('authority', text))],
  ['bad-content', 'a number that is none', () => sign(withField('sequence', 1.5))],
  ['bad-content', 'stale before it is signed', () => sign(withField('staleAt', now - day))],
  ['bad-content', 'expired before it is stale', () => sign(withField('expiresAt', now))],
  ['bad-content', 'good for half a year', () => sign(withField('expiresAt', now + 180 * day))],
  [
    'bad-content',
    'rules without end',
    () => sign(withField('rules', [new Map([['id', 'entry']])])),
  ],
  [
    'bad-content',
    'a list that cannot be inflated',
    () => sign(withField('lists', [listOf(1, new Uint8Array(9))])),
  ],
  [
    'bad-content',
    'a list of three bits',
    () => sign(withField('lists', [listOf(3, new Uint8Array(9))])),
  ],
  [
    'bad-content',
    'a key under another name',
    () => changed({ keys: [{ ...key, kid: new Uint8Array(4) }] }),
  ],
  [
    'bad-content',
    'a short key',
    () => changed({ keys: [{ ...key, publicKey: new Uint8Array(31) }] }),
  ],
  [
    'bad-content',
    'a secret for longer than codes can say',
    () => changed({ codes: [{ ...secret, until: secret.from + 1024 * hour + 1 }] }),
  ],
  [
    'bad-content',
    'five secrets for one area',
    () => changed({ codes: [1, 2, 3, 4, 5].map((byte) => ({ ...secret, secret: seedOf(byte) })) }),
  ],
  ['weak-key', 'of small order', () => changed({ keys: [weak] })],
  ['twice', 'a key', () => changed({ keys: [key, key] })],
  [
    'twice',
    'an area',
    () =>
      changed({
        areas: [
          { number: 7, name: 'a' },
          { number: 7, name: 'b' },
        ],
      }),
  ],
  ['twice', 'a list', () => changed({ lists: [...bundle.lists, ...bundle.lists] })],
  [
    'root-as-issuer',
    'one key for both',
    () => changed({ keys: [{ ...key, kid: root.kid, publicKey: root.publicKey }] }),
  ],
  ['other-gate', 'the next one', async () => bytes, { gate: '高速东' }],
  ['older', 'the one before', async () => bytes, { held: { ...town.open.mark, sequence: 13 } }],
  ['conflict', 'the same number', async () => bytes, { held: { ...town.open.mark, digest: '' } }],
  [
    'other-authority',
    'of the next county',
    async () => bytes,
    { held: { ...town.open.mark, authority: '攸县' } },
  ],
];

function listOf(bits: number, lst: Uint8Array): CborMap {
  return new Map<Cbor, Cbor>([
    ['issuer', '430212'],
    ['list', 3],
    [
      'status_list',
      new Map<Cbor, Cbor>([
        ['bits', bits],
        ['lst', lst],
      ]),
    ],
  ]);
}

/** Some 100 bytes each, inflated 128 kB. */
function manyLists() {
  const status = makeStatusList(131_072, 8);
  return Array.from({ length: 257 }, (_, i) => ({ issuer: `X${i >> 7}`, list: i % 128, status }));
}

/** Signed by hand: `signBundle` would not. */
function changed(change: Partial<Bundle>): Promise<Uint8Array> {
  return sign(payloadOf({ ...bundle, ...change }));
}

test.each(cases)('%s: %s', async (code, _, make, more) => {
  const error = await refusal(openBundle(await make(), { ...options, ...more }));
  expect(error).toMatchObject({ code, ...bundleFindings[code] });
});

test('every way to be refused is reached', () => {
  expect([...new Set(cases.map(([code]) => code))].sort()).toEqual(
    Object.keys(bundleFindings).sort(),
  );
});

test('a fault is told with its place', async () => {
  const rules = [...bundle.rules, { ...bundle.rules[0], id: 'b', until: 0 }] as Bundle['rules'];
  expect(await refusal(changed({ rules }).then((made) => openBundle(made, options)))).toMatchObject(
    { at: 'rules[1].until' },
  );
});

test('what a gate would refuse is not signed', async () => {
  await expect(signBundle({ ...bundle, keys: [key, key] }, root)).rejects.toThrow(InvalidBundle);
  await expect(signBundle({ ...bundle, expiresAt: bundle.staleAt }, root)).rejects.toThrow(
    InvalidBundle,
  );
});

test('a pass is no bundle, even one that the root has signed', async () => {
  const pass = await issuePass(person, root);
  expect(pass).toMatch(/^LBW1:/);
  const error = await refusal(openBundle(new TextEncoder().encode(pass), options));
  expect(error.code).toBe('not-sign1');
});

describe('no way back', () => {
  const held = town.open.mark;

  test('the same again is the same', async () => {
    expect((await openBundle(bytes, { ...options, held })).mark).toEqual(held);
  });

  test('a newer one is taken, and then the old one no more', async () => {
    const next = await makeTown({
      sequence: 13,
      lists: [{ issuer: '430212', list: 3, status: makeStatusList(8) }],
    });
    const opened = await openBundle(next.bytes, { ...options, held });
    expect(compareBundles(held, opened.mark)).toBe('newer');
    expect((await refusal(openBundle(bytes, { ...options, held: opened.mark }))).code).toBe(
      'older',
    );
  });
});

test('rules are carried as they are, and those in force are found', async () => {
  const content = '{"b": 1,\n "a": [1.0, "中"]}';
  const rules = [
    { id: 'entry', version: '4', from: now - day, until: now, content: 'past' },
    { id: 'entry', version: '5', from: now, until: now + day, content },
    { id: 'entry', version: '6', from: now + day, until: now + 2 * day, content: 'to come' },
  ];
  const { open } = await makeTown({ rules });
  expect(rulesInForce(open.bundle, now)).toEqual([rules[1]]);
});
