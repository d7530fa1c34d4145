import { zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { toBase45 } from './base45.ts';
import type { Bundle } from './bundle/bundle.ts';
import { concat } from './bytes.ts';
import { type Cbor, encodeCbor } from './cbor/strict.ts';
import { plainEd25519 } from './crypto/plain.ts';
import { makeSigner } from './crypto/signer.ts';
import { type Code, findings } from './findings.ts';
import { claims, hcert, jwt, rebuilt, sign, tagged, without } from './forged.fixture.ts';
import { issuePass, PREFIX } from './issue.ts';
import { makeStatusList, setStatus } from './status/status-list.ts';
import { day, delivery, hour, makeTown, now, person, seedOf, truck } from './town.fixture.ts';
import { typedCode } from './typed/code.ts';
import { verify } from './verify.ts';

const town = await makeTown();
const { issuer } = town;
const at = { bundle: town.open, at: now, area: 7 };
const key = town.bundle.keys[0] ?? expect.fail();

/** In a town whose bundle is another one. */
async function elsewhere(change: Partial<Bundle>, text: string | Promise<string>, options = {}) {
  const { open } = await makeTown(change);
  return verify(await text, { ...at, bundle: open, ...options });
}

const listed = (status: number) => {
  const list = makeStatusList(1000, 2);
  setStatus(list, person.id.index, status);
  return { lists: [{ issuer: '430212', list: 3, status: list }] };
};

const other = await makeSigner(seedOf(5), plainEd25519);
const genuine = issuePass(person, issuer);
const code = typedCode(person, town.secret);
const shown = { ...at, lastFour: '123X' };

/** For every code at least one thing that a guard can be shown. */
const cases: [Code, string, () => Promise<{ code: Code }>][] = [
  ['valid', 'a person', async () => verify(await genuine, at)],
  ['valid', 'a vehicle', async () => verify(await issuePass(truck, issuer), at)],
  [
    'valid',
    'a delivery, in its area',
    async () => verify(await issuePass(delivery, issuer), { ...at, area: 9 }),
  ],
  [
    'valid',
    'a pass without the last four',
    async () => verify(await issuePass({ ...person, lastFour: undefined }, issuer), at),
  ],
  ['valid', 'a line break after it', async () => verify(`${await genuine}\r\n`, at)],
  [
    'valid',
    'begins within the skew',
    async () => verify(await issuePass({ ...person, from: now + 300 }, issuer), at),
  ],
  [
    'valid',
    'ended within the skew',
    async () => verify(await issuePass({ ...person, until: now - 299 }, issuer), at),
  ],
  [
    'valid',
    'in the last second of fresh',
    async () => verify(await genuine, { ...at, at: now + 12 * hour - 1 }),
  ],
  [
    'stale-bundle',
    'from the first second of stale',
    async () => verify(await genuine, { ...at, at: now + 12 * hour }),
  ],
  [
    'stale-bundle',
    'to the last before it expires',
    async () => verify(await genuine, { ...at, at: now + 36 * hour - 1 }),
  ],
  [
    'bundle-expired',
    'from the first second on',
    async () => verify(await genuine, { ...at, at: now + 36 * hour }),
  ],
  ['bundle-expired', 'a code', () => verify(code, { ...shown, at: now + 36 * hour })],
  [
    'clock-behind',
    'a clock turned back',
    async () => verify(await genuine, { ...at, at: now - hour - 301 }),
  ],

  ['not-a-pass', 'nothing', () => verify('', at)],
  ['not-a-pass', 'an address', () => verify('https://example.org/p/1', at)],
  ['not-a-pass', 'a long number', () => verify('43021119900307123X', at)],
  [
    'not-a-pass',
    'the prefix in small letters',
    async () => verify((await genuine).replace('LBW1:', 'lbw1-'), at),
  ],
  [
    'other-version',
    'a later one',
    async () => verify((await genuine).replace('LBW1:', 'LBW2:'), at),
  ],
  ['eu-dcc', 'as it is', () => verify(`HC1:${toBase45(zlibSync(hcert))}`, at)],
  ['eu-dcc', 'under our prefix', () => verify(PREFIX + toBase45(zlibSync(hcert)), at)],
  ['eu-dcc', 'under our prefix, not deflated', () => verify(PREFIX + toBase45(hcert), at)],
  [
    'eu-dcc',
    'too long, under our prefix',
    () => verify(PREFIX + toBase45(concat(hcert, new Uint8Array(200))), at),
  ],
  [
    'eu-dcc',
    'signed by our own issuer',
    async () => verify(await sign(claims([[-260, new Map()]])), at),
  ],
  ['jwt', 'as it is', () => verify(jwt, at)],
  ['jwt', 'with disclosures', () => verify(`${jwt}~WyJhIiwibiIsInYiXQ~`, at)],
  ['jwt', 'under our prefix', () => verify(PREFIX + toBase45(new TextEncoder().encode(jwt)), at)],
  [
    'compressed',
    'a pass deflated',
    async () => verify(PREFIX + toBase45(zlibSync(new Uint8Array(90))), at),
  ],
  ['too-long', 'a pass and more', async () => verify(`${await genuine}${'0'.repeat(99)}`, at)],
  ['too-long', 'without end', () => verify(PREFIX + '0'.repeat(100_000), at)],
  ['bad-base45', 'a small letter', async () => verify(`${(await genuine).slice(0, -1)}a`, at)],
  ['broken-cbor', 'the prefix alone', () => verify(PREFIX, at)],
  [
    'broken-cbor',
    'the first half',
    async () => verify((await genuine).slice(0, PREFIX.length + 90), at),
  ],
  [
    'trailing-bytes',
    'a byte more',
    () =>
      rebuilt(({ header, payload, signature }) =>
        concat(tagged([header, new Map(), payload, signature]), Uint8Array.of(0)),
      ).then((text) => verify(text, at)),
  ],
  [
    'trailing-bytes',
    'behind the claims',
    async () => verify(await sign(concat(encodeCbor(claims()), Uint8Array.of(0))), at),
  ],
  [
    'duplicate-key',
    'two ends',
    async () => verify(await sign(Uint8Array.of(0xa2, 4, 1, 4, 2)), at),
  ],
  [
    'not-deterministic',
    'claims out of order',
    async () => verify(await sign(Uint8Array.of(0xa2, 6, 1, 4, 2)), at),
  ],
  [
    'not-sign1',
    'without the tag',
    () =>
      rebuilt(({ header, payload, signature }) =>
        encodeCbor([header, new Map(), payload, signature]),
      ).then((text) => verify(text, at)),
  ],
  [
    'not-sign1',
    'the tag of CWT around it',
    () =>
      rebuilt(({ header, payload, signature }) =>
        concat(Uint8Array.of(0xd8, 61), tagged([header, new Map(), payload, signature])),
      ).then((text) => verify(text, at)),
  ],
  [
    'unprotected-header',
    'beside the signature',
    () =>
      rebuilt(({ header, payload, signature }) =>
        tagged([header, new Map<Cbor, Cbor>([[5, 1]]), payload, signature]),
      ).then((text) => verify(text, at)),
  ],
  [
    'critical-header',
    'signed',
    async () =>
      verify(
        await sign(claims(), [
          [2, [77]],
          [77, 1],
        ]),
        at,
      ),
  ],
  ['unknown-header', 'signed', async () => verify(await sign(claims(), [[77, 1]]), at)],
  ['wrong-content-type', 'signed', async () => verify(await sign(claims(), [[3, 0]]), at)],
  ['wrong-algorithm', 'in the header', async () => verify(await sign(claims(), [[1, -7]]), at)],
  [
    'wrong-algorithm',
    'of the key',
    async () => elsewhere({ keys: [{ ...key, algorithm: -7 }] }, genuine),
  ],
  [
    'bad-signature',
    'of another key under the name of ours',
    async () => verify(await sign(claims(), [[4, issuer.kid]], other), at),
  ],
  [
    'bad-signature',
    'a signature of none',
    () =>
      rebuilt(({ header, payload }) =>
        tagged([header, new Map(), payload, new Uint8Array(64)]),
      ).then((text) => verify(text, at)),
  ],
  [
    'bad-signature',
    'a short one',
    () =>
      rebuilt(({ header, payload, signature }) =>
        tagged([header, new Map(), payload, signature.slice(1)]),
      ).then((text) => verify(text, at)),
  ],
  ['bad-claims', 'no map', async () => verify(await sign([1]), at)],
  ['bad-claims', 'one claim more', async () => verify(await sign(claims([[3, 'gate']])), at)],
  ['bad-claims', 'no end', async () => verify(await sign(without(4)), at)],
  ['bad-claims', 'no id', async () => verify(await sign(without(7)), at)],
  [
    'bad-claims',
    'an end that is a text',
    async () => verify(await sign(claims([[4, 'late']])), at),
  ],
  [
    'bad-claims',
    'a number beyond all dates',
    async () => verify(await sign(claims([[4, 2n ** 60n]])), at),
  ],
  [
    'bad-claims',
    'a kind of its own',
    async () => verify(await sign(claims([[-65537, [4, 0, 7]]])), at),
  ],
  [
    'bad-claims',
    'four areas',
    async () => verify(await sign(claims([[-65537, [1, 0, 1, 2, 3, 7]]])), at),
  ],
  [
    'bad-claims',
    'the same start twice over',
    async () => verify(await sign(claims([[5, person.issuedAt]])), at),
  ],
  [
    'bad-claims',
    'an end before the start',
    async () => verify(await sign(claims([[5, person.until]])), at),
  ],
  ['unmasked', 'a full name', async () => verify(await sign(claims([[2, '张三丰123X']])), at)],
  [
    'unmasked',
    'a telephone number',
    async () => verify(await sign(claims([[2, '张*13800001234']])), at),
  ],
  ['unmasked', 'a number for a name', async () => verify(await sign(claims([[2, '1*123X']])), at)],
  ['lifetime', 'half a year', async () => verify(await sign(claims([[4, now + 180 * day]])), at)],

  ['unknown-key', 'of somebody else', async () => verify(await sign(claims(), [], other), at)],
  [
    'wrong-issuer',
    'in the name of another county',
    async () => verify(await sign(claims([[1, '430224']])), at),
  ],
  [
    'key-compromised',
    'signed after',
    async () => elsewhere({ keys: [{ ...key, compromisedAt: now - 2 * hour }] }, genuine),
  ],
  [
    'key-compromised',
    'signed before, as it says',
    async () => elsewhere({ keys: [{ ...key, compromisedAt: now - 60 }] }, genuine),
  ],
  [
    'key-not-yet-valid',
    'signed before',
    async () => elsewhere({ keys: [{ ...key, from: now }] }, genuine),
  ],
  [
    'key-retired',
    'signed after',
    async () => elsewhere({ keys: [{ ...key, until: now - hour }] }, genuine),
  ],
  [
    'valid',
    'signed before its key was retired',
    async () => elsewhere({ keys: [{ ...key, until: now - hour + 1 }] }, genuine),
  ],
  [
    'issued-in-future',
    'beyond the skew',
    async () => verify(await issuePass({ ...person, issuedAt: now + 301 }, issuer), at),
  ],
  [
    'not-yet-valid',
    'tomorrow',
    async () => verify(await issuePass({ ...person, from: now + day }, issuer), at),
  ],
  [
    'expired',
    'beyond the skew',
    async () => verify(await issuePass({ ...person, until: now - 300 }, issuer), at),
  ],
  [
    'expired',
    'at once, where no skew is allowed',
    async () => verify(await issuePass({ ...person, until: now }, issuer), { ...at, skew: 0 }),
  ],
  ['other-area', 'next village', async () => verify(await genuine, { ...at, area: 9 })],
  ['revoked', 'by its place', () => elsewhere(listed(1), genuine)],
  ['suspended', 'by its place', () => elsewhere(listed(2), genuine)],
  ['unknown-status', 'by its place', () => elsewhere(listed(3), genuine)],
  [
    'revoked',
    'even where the bundle is stale',
    () => elsewhere(listed(1), genuine, { at: now + 13 * hour }),
  ],
  ['unknown-list', 'no such list', () => elsewhere({ lists: [] }, genuine)],
  [
    'unknown-list',
    'beyond its end',
    async () => verify(await issuePass({ ...person, id: { list: 3, index: 1000 } }, issuer), at),
  ],
  [
    'unknown-list',
    'of another issuer',
    () =>
      elsewhere({ lists: [{ issuer: '430224', list: 3, status: makeStatusList(1000) }] }, genuine),
  ],

  ['typed-code', 'with the last four', () => verify(code, shown)],
  [
    'typed-code',
    'in small letters, with spaces',
    () =>
      verify(code.toLowerCase().replaceAll('-', ' '), {
        ...shown,
        lastFour: '430211 19900307 123x',
      }),
  ],
  [
    'typed-code',
    'of a truck, with its plate',
    () => verify(typedCode(truck, town.secret), { ...at, lastFour: '湘b·12345' }),
  ],
  ['code-characters', 'a 0 in it', () => verify(code.replace(/^./, '0'), shown)],
  ['code-characters', 'one short', () => verify(code.slice(1), shown)],
  [
    'code-misread',
    'one wrong',
    () =>
      verify(
        code.replace(/^./, (char) => (char === 'A' ? 'B' : 'A')),
        shown,
      ),
  ],
  ['code-needs-more', 'no last four', () => verify(code, at)],
  ['code-needs-more', 'no area', () => verify(code, { ...shown, area: undefined })],
  ['code-unknown', "somebody else's", () => verify(code, { ...shown, lastFour: '1234' })],
  [
    'code-unknown',
    'under another secret',
    () => verify(typedCode(person, { ...town.secret, secret: seedOf(8) }), shown),
  ],
  [
    'code-unknown',
    'of another area',
    () => verify(typedCode(truck, { ...town.secret, area: 9 }), { ...at, lastFour: '2345' }),
  ],
  ['code-without-secret', 'another gate', () => verify(code, { ...shown, area: 9 })],
  ['code-while-stale', 'no newer bundle', () => verify(code, { ...shown, at: now + 13 * hour })],
  [
    'expired',
    'a code',
    () =>
      verify(typedCode({ ...person, issuedAt: now - day, until: now - hour }, town.secret), shown),
  ],
  ['revoked', 'a code', () => elsewhere(listed(1), code, { lastFour: '123X' })],
];

test.each(cases)('%s: %s', async (expected, _, check) => {
  const verification = await check();
  expect(verification).toMatchObject({ ...findings[expected], code: expected });
});

test('every finding is reached', () => {
  expect([...new Set(cases.map(([reached]) => reached))].sort()).toEqual(
    Object.keys(findings).sort(),
  );
});

test('a signature has 64 bytes, whatever the Ed25519 that was passed in says', async () => {
  const { open } = await makeTown({}, { ...plainEd25519, verifier: async () => async () => true });
  const short = await rebuilt(({ header, payload, signature }) =>
    tagged([header, new Map(), payload, signature.slice(1)]),
  );
  expect((await verify(short, { ...at, bundle: open })).code).toBe('bad-signature');
});

describe('what a guard is shown of the pass', () => {
  test('all of it where it is genuine, also where it is refused', async () => {
    const { pass } = await verify(await genuine, at);
    expect(pass).toEqual(person);
    expect((await verify(await genuine, { ...at, area: 9 })).pass).toEqual(person);
    expect((await verify(await issuePass(delivery, issuer), { ...at, area: 9 })).pass).toEqual(
      delivery,
    );
  });

  test('nothing where it may be forged, nor what should not be on it', async () => {
    expect(await verify(await sign(claims([[2, '张三丰123X']])), at)).not.toHaveProperty('pass');
    expect(await verify(await sign(claims(), [], other), at)).not.toHaveProperty('pass');
    const stolen = await elsewhere({ keys: [{ ...key, compromisedAt: now }] }, genuine);
    expect(stolen).not.toHaveProperty('pass');
  });

  test('of a code: which pass, and until when', async () => {
    const { typed } = await verify(code, shown);
    expect(typed).toEqual({ id: person.id, issuer: '430212', area: 7, until: person.until });
  });
});

test.each([[{ at: Number.NaN }], [{ skew: -1 }], [{ skew: 3601 }]])(
  'a clock that is none is a mistake of the caller: %j',
  async (wrong) => {
    await expect(verify('', { ...at, ...wrong })).rejects.toThrow(RangeError);
  },
);
