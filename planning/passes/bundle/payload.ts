import { hex, sameBytes } from '../bytes.ts';
import type { Cbor, CborMap } from '../cbor/strict.ts';
import { EDDSA } from '../cose/sign1.ts';
import { KID_BYTES, keyId } from '../crypto/signer.ts';
import { isWeakKey } from '../crypto/weak-keys.ts';
import { type Kind, LISTS, LONGEST } from '../pass/pass.ts';
import { packStatusList, type StatusBits, unpackStatusList } from '../status/status-list.ts';
import type {
  Area,
  Bundle,
  CarriedRules,
  CodeSecret,
  Gate,
  IssuerKey,
  IssuerList,
  Purpose,
} from './bundle.ts';
import { Fields } from './fields.ts';
import { InvalidBundle } from './invalid-bundle.ts';

/** Labels of a COSE_Key for an octet key pair (RFC 9052, section 7.1; RFC 9053, section 7.2). */
const KTY = 1;
const KEY_ID = 2;
const KEY_ALG = 3;
const CRV = -1;
const X = -2;
const OKP = 1;
const ED25519 = 6;

/** Hours after which the end in a typed code would begin anew. */
export const CODE_HOURS = 1024;

/** All lists together, inflated: what a phone can spare. 256 million passes of one bit. */
const MOST_INFLATED = 32 * 1024 * 1024;

const kinds: readonly Kind[] = ['person', 'vehicle', 'delivery'];
const required = [
  'form',
  'authority',
  'sequence',
  'issuedAt',
  'staleAt',
  'expiresAt',
  'gates',
  'areas',
  'purposes',
  'keys',
  'lists',
  'rules',
  'codes',
];

export function payloadOf(bundle: Bundle): CborMap {
  const { authority, sequence, issuedAt, staleAt, expiresAt } = bundle;
  return map({
    form: 1,
    authority,
    sequence,
    issuedAt,
    staleAt,
    expiresAt,
    gates: bundle.gates.map(({ name, area }) => map({ name, area })),
    areas: bundle.areas.map(({ number, name }) => map({ number, name })),
    purposes: bundle.purposes.map(({ kind, number, name }) =>
      map({ kind: kinds.indexOf(kind) + 1, number, name }),
    ),
    keys: bundle.keys.map((key) => {
      const { issuer, from, until, compromisedAt } = key;
      const since = compromisedAt === undefined ? {} : { compromisedAt };
      return map({ key: coseKey(key), issuer, from, until, ...since });
    }),
    lists: bundle.lists.map(({ issuer, list, status }) => {
      const { bits, lst } = packStatusList(status);
      return map({ issuer, list, status_list: map({ bits, lst }) });
    }),
    rules: bundle.rules.map(({ id, version, from, until, content }) =>
      map({ id, version, from, until, content }),
    ),
    codes: bundle.codes.map(({ issuer, area, from, until, secret }) =>
      map({ issuer, area, from, until, secret }),
    ),
  });
}

/** @throws InvalidBundle, and nothing else. */
export function bundleOf(payload: Cbor): Bundle {
  const fields = new Fields(payload, '', required);
  fields.whole('form', 1, 1);
  const bundle: Bundle = {
    authority: fields.text('authority', 60),
    sequence: fields.whole('sequence'),
    issuedAt: fields.whole('issuedAt'),
    staleAt: fields.whole('staleAt'),
    expiresAt: fields.whole('expiresAt'),
    gates: fields.list('gates', 500, readGate),
    areas: fields.list('areas', 255, readArea),
    purposes: fields.list('purposes', 72, readPurpose),
    keys: fields.list('keys', 500, readKey),
    lists: fields.list('lists', 2000, readList),
    rules: fields.list('rules', 100, readRules),
    codes: fields.list('codes', 1020, readCode),
  };
  if (bundle.gates.length === 0) throw fields.refuse('gates');
  if (bundle.staleAt < bundle.issuedAt) throw fields.refuse('staleAt');
  if (bundle.expiresAt <= bundle.staleAt) throw fields.refuse('expiresAt');
  if (bundle.expiresAt > bundle.issuedAt + LONGEST) throw fields.refuse('expiresAt');
  const inflated = bundle.lists.reduce((sum, { status }) => sum + status.bytes.length, 0);
  if (inflated > MOST_INFLATED) throw fields.refuse('lists');
  refuseTwice('gates', bundle.gates, ({ name }) => name);
  const areas = new Set(bundle.areas.map(({ number }) => number));
  if (bundle.gates.some(({ area }) => !areas.has(area))) throw fields.refuse('gates');
  refuseTwice('areas', bundle.areas, ({ number }) => number);
  refuseTwice('purposes', bundle.purposes, ({ kind, number }) => `${kind} ${number}`);
  refuseTwice('keys', bundle.keys, ({ kid }) => hex(kid));
  refuseTwice('lists', bundle.lists, ({ issuer, list }) => `${issuer} ${list}`);
  refuseTwice('rules', bundle.rules, ({ id, version }) => JSON.stringify([id, version]));
  for (const { area } of bundle.codes) {
    if (bundle.codes.filter((other) => other.area === area).length > 4)
      throw fields.refuse('codes');
  }
  return bundle;
}

function refuseTwice<T>(
  at: string,
  items: readonly T[],
  keyOf: (item: T) => string | number,
): void {
  if (new Set(items.map(keyOf)).size < items.length) throw new InvalidBundle('twice', at);
}

function readGate(value: Cbor, at: string): Gate {
  const fields = new Fields(value, at, ['name', 'area']);
  return { name: fields.text('name', 60), area: fields.whole('area', 1, 255) };
}

function readArea(value: Cbor, at: string): Area {
  const fields = new Fields(value, at, ['number', 'name']);
  return { number: fields.whole('number', 1, 255), name: fields.text('name', 60) };
}

function readPurpose(value: Cbor, at: string): Purpose {
  const fields = new Fields(value, at, ['kind', 'number', 'name']);
  const kind = kinds[fields.whole('kind', 1, 3) - 1] ?? 'person';
  return { kind, number: fields.whole('number', 0, 23), name: fields.text('name', 60) };
}

function coseKey({ kid, algorithm, publicKey }: IssuerKey): CborMap {
  const entries: [Cbor, Cbor][] = [
    [KTY, OKP],
    [KEY_ID, kid],
    [KEY_ALG, algorithm],
    [CRV, ED25519],
    [X, publicKey],
  ];
  return new Map(entries);
}

function readKey(value: Cbor, at: string): IssuerKey {
  const fields = new Fields(value, at, ['key', 'issuer', 'from', 'until'], ['compromisedAt']);
  const key = new Fields(fields.get('key'), `${at}.key`, [KTY, KEY_ID, KEY_ALG, CRV, X]);
  const algorithm = key.whole(KEY_ALG, -65_536, 65_535);
  const kid = key.bytes(KEY_ID, KID_BYTES, KID_BYTES);
  const publicKey = key.bytes(X, 1, 4096);
  if (algorithm === EDDSA) {
    if (key.get(KTY) !== OKP || key.get(CRV) !== ED25519) throw key.refuse(CRV);
    if (publicKey.length !== 32) throw key.refuse(X);
    if (!sameBytes(kid, keyId(publicKey))) throw key.refuse(KEY_ID);
    if (isWeakKey(publicKey)) throw new InvalidBundle('weak-key', at);
  }
  const from = fields.whole('from');
  const compromised = fields.has('compromisedAt')
    ? { compromisedAt: fields.whole('compromisedAt') }
    : {};
  const until = fields.whole('until', from + 1);
  return {
    kid,
    algorithm,
    publicKey,
    issuer: fields.issuer('issuer'),
    from,
    until,
    ...compromised,
  };
}

function readList(value: Cbor, at: string): IssuerList {
  const fields = new Fields(value, at, ['issuer', 'list', 'status_list']);
  const packed = new Fields(fields.get('status_list'), `${at}.status_list`, ['bits', 'lst']);
  const bits = packed.whole('bits', 1, 8);
  if (![1, 2, 4, 8].includes(bits)) throw packed.refuse('bits');
  const lst = packed.bytes('lst', 1, 200_000);
  const status = unpackStatusList({ bits: bits as StatusBits, lst });
  if (!status) throw packed.refuse('lst');
  return { issuer: fields.issuer('issuer'), list: fields.whole('list', 0, LISTS - 1), status };
}

function readRules(value: Cbor, at: string): CarriedRules {
  const fields = new Fields(value, at, ['id', 'version', 'from', 'until', 'content']);
  const from = fields.whole('from');
  return {
    id: fields.text('id', 200),
    version: fields.text('version', 60),
    from,
    until: fields.whole('until', from + 1),
    content: fields.text('content', 1_000_000),
  };
}

function readCode(value: Cbor, at: string): CodeSecret {
  const fields = new Fields(value, at, ['issuer', 'area', 'from', 'until', 'secret']);
  const from = fields.whole('from');
  return {
    issuer: fields.issuer('issuer'),
    area: fields.whole('area', 1, 255),
    from,
    until: fields.whole('until', from + 1, from + CODE_HOURS * 3600),
    secret: fields.bytes('secret', 32, 32),
  };
}

function map(object: Record<string, Cbor>): CborMap {
  return new Map(Object.entries(object));
}
