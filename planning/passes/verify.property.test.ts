import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase45, toBase45 } from './base45.ts';
import { InvalidBundle } from './bundle/invalid-bundle.ts';
import { openBundle } from './bundle/open.ts';
import { type Cbor, encodeCbor } from './cbor/strict.ts';
import { writeSign1 } from './cose/sign1.ts';
import { getEd25519 } from './crypto/ed25519.ts';
import { findings } from './findings.ts';
import { CWT, issuePass, PREFIX } from './issue.ts';
import { claimsOf } from './pass/claims.ts';
import { makeStatusList } from './status/status-list.ts';
import { anyPass } from './testing/any-pass.ts';
import { day, makeTown, now, person } from './town.fixture.ts';
import { verify } from './verify.ts';

const ed25519 = await getEd25519();
const town = await makeTown({}, ed25519);
const { issuer, bytes: bundleBytes, root } = town;
const at = { bundle: town.open, at: now };
const genuine = await issuePass(person, issuer);
const genuineBytes = fromBase45(genuine.slice(PREFIX.length)) ?? expect.fail();

/** It answers with a finding that is known, and it is not green. */
async function expectRefused(text: string): Promise<string> {
  const { verdict, code } = await verify(text, { ...at, area: 7, lastFour: '123X' });
  expect(Object.keys(findings)).toContain(code);
  expect(verdict).toBe('red');
  return code;
}

const asPass = (bytes: Uint8Array) => PREFIX + toBase45(bytes);

test('every legal pass is green, and says what it said', async () => {
  const { lists, keys } = town.bundle;
  const key = keys[0] ?? expect.fail();
  await fc.assert(
    fc.asyncProperty(anyPass, async (pass) => {
      const status = makeStatusList(pass.id.index + 1);
      const { open } = await makeTown(
        {
          keys: [{ ...key, issuer: pass.issuer }],
          lists: [...lists, { issuer: pass.issuer, list: pass.id.list, status }].slice(-1),
        },
        ed25519,
      );
      const clock = pass.from ?? now;
      const staleAt = now + day / 2;
      const verification = await verify(await issuePass(pass, issuer), {
        bundle: open,
        at: Math.min(clock, staleAt - 1),
      });
      expect(verification.pass).toEqual(pass);
      expect(verification.code).toBe(clock < staleAt + 300 ? 'valid' : 'not-yet-valid');
    }),
    { numRuns: 200 },
  );
});

test('any bit of a pass changed: refused', async () => {
  const codes = new Set<string>();
  for (let bit = 0; bit < genuineBytes.length * 8; bit++) {
    const byte = genuineBytes[bit >> 3] ?? 0;
    codes.add(await expectRefused(asPass(genuineBytes.with(bit >> 3, byte ^ (1 << (bit & 7))))));
  }
  expect(codes.size).toBeGreaterThan(5);
});

test('any character of its text changed, left out or put in: refused', async () => {
  const character = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:aé９');
  const place = fc.nat(genuine.length - 1);
  await fc.assert(
    fc.asyncProperty(
      place,
      character,
      fc.constantFrom(0, 1),
      fc.constantFrom(0, 1),
      async (i, char, left, put) => {
        const altered = genuine.slice(0, i) + (put ? char : '') + genuine.slice(i + left);
        if (altered !== genuine) await expectRefused(altered);
      },
    ),
    { numRuns: 1500 },
  );
});

test('cut off anywhere, as bytes and as text: refused', async () => {
  for (let i = 0; i < genuine.length; i++) await expectRefused(genuine.slice(0, i));
  for (let i = 0; i < genuineBytes.length; i++)
    await expectRefused(asPass(genuineBytes.slice(0, i)));
});

test('several bytes changed at once, parts of two passes joined: refused', async () => {
  const another = fromBase45(
    (await issuePass({ ...person, id: { list: 3, index: 1 } }, issuer)).slice(PREFIX.length),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(genuineBytes.length - 1), fc.nat(255)), {
        minLength: 1,
        maxLength: 6,
      }),
      fc.integer({ min: 1, max: genuineBytes.length - 1 }),
      async (changes, cut) => {
        const altered = Uint8Array.from(genuineBytes);
        for (const [i, byte] of changes) altered[i] = byte;
        if (Buffer.compare(altered, genuineBytes) !== 0) await expectRefused(asPass(altered));
        const joined = Buffer.concat([genuineBytes.slice(0, cut), (another ?? altered).slice(cut)]);
        const same =
          Buffer.compare(joined, another ?? altered) === 0 ||
          Buffer.compare(joined, genuineBytes) === 0;
        if (!same) await expectRefused(asPass(joined));
      },
    ),
    { numRuns: 1500 },
  );
});

/** Any item of CBOR, within reason. */
const cbor: fc.Arbitrary<Cbor> = fc.letrec<{ item: Cbor }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.integer({ min: -70_000, max: 2 ** 32 }),
    fc.constantFrom(1, 2, 3, 4, 5, 6, 7, -8, 61, -65_537, -260),
    fc.string({ maxLength: 12 }),
    fc.uint8Array({ maxLength: 12 }),
    fc.constantFrom<Cbor>(null, true, false, undefined, 2n ** 63n),
    fc.array(tie('item'), { maxLength: 5 }),
    fc
      .array(fc.tuple(tie('item'), tie('item')), { maxLength: 7 })
      .map((entries) => new Map(entries)),
  ),
})).item;

test('whatever is scanned: an answer, never green', async () => {
  const texts = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.stringMatching(/^LBW1:[0-9A-Z $%*+\-./:]{0,216}$/),
    fc.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/),
    fc.uint8Array({ maxLength: 200 }).map(asPass),
    fc.uint8Array({ maxLength: 140 }).map((bytes) => asPass(Uint8Array.of(0xd2, 0x84, ...bytes))),
    fc.uint8Array({ maxLength: 140 }).map((bytes) => asPass(Uint8Array.of(0x78, 0xda, ...bytes))),
    cbor.map((item) => asPass(Uint8Array.of(0xd2, ...encodable(item)))),
    fc
      .tuple(cbor, cbor, cbor)
      .map(([header, open, payload]) =>
        asPass(
          Uint8Array.of(
            0xd2,
            ...encodeCbor([encodable(header), asMap(open), encodable(payload), new Uint8Array(64)]),
          ),
        ),
      ),
  );
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      await expectRefused(text);
    }),
    { numRuns: 2000 },
  );
});

test('whatever a genuine key has signed: green only as a legal pass', async () => {
  const codes = new Map<string, number>();
  const label = fc.constantFrom<Cbor>(1, 2, 4, 5, 6, 7, -65_537, 3, 'x');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(label, cbor), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      async (changes, whole) => {
        const claims = whole ? new Map([...claimsOf(person), ...changes]) : new Map(changes);
        const header = new Map<Cbor, Cbor>([
          [1, -8],
          [3, CWT],
          [4, issuer.kid],
        ]);
        const text = asPass(await writeSign1(header, encodable(claims), issuer.sign));
        const { verdict, code, pass } = await verify(text, at);
        codes.set(code, (codes.get(code) ?? 0) + 1);
        if (verdict === 'red') return;
        // Then the changes were none that matter: it is written as that very pass is.
        expect(await issuePass(pass ?? expect.fail(), issuer)).toBe(text);
      },
    ),
    { numRuns: 1500 },
  );
  expect(codes.size).toBeGreaterThan(3);
});

test('any byte of a bundle changed, or the bundle cut off: refused', async () => {
  const options = { roots: [root.publicKey], ed25519 };
  const refused = (bytes: Uint8Array) =>
    expect(openBundle(bytes, options)).rejects.toThrow(InvalidBundle);
  for (let i = 0; i < bundleBytes.length; i++) {
    await refused(bundleBytes.with(i, (bundleBytes[i] ?? 0) ^ (1 << (i & 7))));
    await refused(bundleBytes.slice(0, i));
  }
});

test('whatever the root has signed: a bundle, or refused as none', async () => {
  const options = { roots: [root.publicKey], ed25519 };
  await fc.assert(
    fc.asyncProperty(cbor, async (item) => {
      const header = new Map<Cbor, Cbor>([
        [1, -8],
        [3, 'application/x.liangbuwu.gate-bundle+cbor'],
        [4, root.kid],
      ]);
      const signed = await writeSign1(header, encodable(item), root.sign);
      await expect(openBundle(signed, options)).rejects.toThrow(InvalidBundle);
    }),
    { numRuns: 500 },
  );
});

/** Bytes of an item; of what the encoder itself refuses, those of another. */
function encodable(item: Cbor): Uint8Array {
  try {
    return encodeCbor(item);
  } catch {
    return encodeCbor('not to be encoded');
  }
}

function asMap(item: Cbor): Cbor {
  return item instanceof Map && encodable(item)[0] !== 0x71 ? item : new Map();
}
