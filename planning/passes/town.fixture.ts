import type { Bundle } from './bundle/bundle.ts';
import { openBundle } from './bundle/open.ts';
import { signBundle } from './bundle/sign.ts';
import type { Ed25519 } from './crypto/ed25519.ts';
import { plainEd25519 } from './crypto/plain.ts';
import { makeSigner } from './crypto/signer.ts';
import type { PersonPass, VehiclePass } from './pass/pass.ts';
import { makeStatusList } from './status/status-list.ts';

/** 10 November 2022, 06:00 in Zhuzhou. */
export const now = Date.UTC(2022, 10, 9, 22) / 1000;
export const hour = 3600;
export const day = 24 * hour;

export const seedOf = (byte: number) => new Uint8Array(32).fill(byte);

/** A town whose gate 南洲工业园 opens area 7. */
export async function makeTown(change: Partial<Bundle> = {}, ed25519: Ed25519 = plainEd25519) {
  const root = await makeSigner(seedOf(1), ed25519);
  const issuer = await makeSigner(seedOf(2), ed25519);
  const secret = {
    issuer: '430212',
    area: 7,
    from: now - 10 * day,
    until: now + 30 * day,
    secret: seedOf(9),
  };
  const bundle: Bundle = {
    authority: '渌口区卡口组',
    sequence: 12,
    issuedAt: now - hour,
    staleAt: now + 12 * hour,
    expiresAt: now + 36 * hour,
    gates: [{ name: '南洲工业园', area: 7 }],
    areas: [
      { number: 7, name: '南洲工业园' },
      { number: 9, name: '古岳峰镇' },
    ],
    purposes: [{ kind: 'delivery', number: 1, name: '饮用水' }],
    keys: [
      {
        kid: issuer.kid,
        algorithm: -8,
        publicKey: issuer.publicKey,
        issuer: '430212',
        from: now - 20 * day,
        until: now + 20 * day,
      },
    ],
    lists: [{ issuer: '430212', list: 3, status: makeStatusList(1000, 2) }],
    rules: [
      { id: 'entry', version: '4', from: now - day, until: now + day, content: '{"any":"text"}' },
    ],
    codes: [secret],
    ...change,
  };
  const bytes = await signBundle(bundle, root);
  const open = await openBundle(bytes, { roots: [root.publicKey], ed25519 });
  return { root, issuer, secret, bundle, bytes, open };
}

export const person: PersonPass = {
  kind: 'person',
  id: { list: 3, index: 412 },
  issuer: '430212',
  name: '张*',
  lastFour: '123X',
  areas: [7],
  purpose: 2,
  issuedAt: now - hour,
  until: now + 2 * day,
};

export const truck: VehiclePass = {
  kind: 'vehicle',
  id: { list: 3, index: 413 },
  issuer: '430212',
  plate: '湘B12345',
  areas: [7, 9],
  purpose: 0,
  issuedAt: now - hour,
  until: now + 2 * day,
};

export const delivery: VehiclePass = {
  kind: 'delivery',
  id: { list: 3, index: 414 },
  issuer: '430212',
  plate: '陕AD54321',
  areas: [9],
  purpose: 1,
  issuedAt: now - hour,
  from: now,
  until: now + 6 * hour,
};

/** Every field as long as it may be. */
export const longest = {
  person: {
    kind: 'person',
    id: { list: 127, index: 131_071 },
    issuer: '430212',
    name: '𠮷*',
    lastFour: '123X',
    areas: [253, 254, 255],
    purpose: 23,
    issuedAt: 4_000_000_000,
    from: 4_000_000_001,
    until: 4_000_100_000,
  } satisfies PersonPass,
  vehicle: {
    kind: 'vehicle',
    id: { list: 127, index: 131_071 },
    issuer: '430212',
    plate: '湘B临12345',
    areas: [253, 254, 255],
    purpose: 23,
    issuedAt: 4_000_000_000,
    from: 4_000_000_001,
    until: 4_000_100_000,
  } satisfies VehiclePass,
  delivery: {
    kind: 'delivery',
    id: { list: 127, index: 131_071 },
    issuer: '430212',
    plate: '湘B临54321',
    areas: [253, 254, 255],
    purpose: 23,
    issuedAt: 4_000_000_000,
    from: 4_000_000_001,
    until: 4_000_100_000,
  } satisfies VehiclePass,
};
