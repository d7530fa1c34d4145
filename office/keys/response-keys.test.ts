import {
  createCipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  randomUUID,
} from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '../clock/clock.ts';
import { Refusal } from '../http/refusal.ts';
import { createKeys, type ResponseKeys } from './response-keys.ts';

const clock = fixedClock('2022-12-20T02:00:00Z');
const contact = { name: '王某', phone: '13800000000' };
let folder: string;
let keys: ResponseKeys;
let response: string;
let name: { tenant: string; response: string; record: string };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), '钥匙 '));
  keys = createKeys(folder, clock);
  response = randomUUID();
  name = { tenant: randomUUID(), response, record: `household:${randomUUID()}` };
  await keys.create(response);
});
afterEach(() => rmSync(folder, { recursive: true }));

const keyPath = () => join(folder, 'keys', `${response}.key`);
const codeOf = (run: () => unknown): string | undefined => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.body.code;
    throw error;
  }
  return undefined;
};

describe('sealing', () => {
  it('opens to what was sealed, and hides it', () => {
    const sealed = keys.seal(name, contact);
    expect(keys.open(name, sealed)).toEqual(contact);
    expect(sealed.includes(Buffer.from(contact.name))).toBe(false);
    expect(sealed.includes(Buffer.from(contact.phone))).toBe(false);
    expect(keys.seal(name, contact).equals(sealed)).toBe(false);
  });

  it('opens in another process that has the same folder', () => {
    const sealed = keys.seal(name, contact);
    expect(createKeys(folder, clock).open(name, sealed)).toEqual(contact);
  });

  it.each(['tenant', 'response', 'record'] as const)('is bound to its %s', async (part) => {
    const sealed = keys.seal(name, contact);
    const other = { ...name, [part]: part === 'record' ? 'household:other' : randomUUID() };
    await keys.create(other.response);
    expect(codeOf(() => keys.open(other, sealed))).toBe('seal-broken');
  });

  it('does not open with any one byte altered, or cut off anywhere', () => {
    const sealed = keys.seal(name, contact);
    for (let i = 0; i < sealed.length; i++) {
      const altered = Buffer.from(sealed);
      altered[i] = (altered[i] as number) ^ 1;
      expect(codeOf(() => keys.open(name, altered))).toBe('seal-broken');
      expect(codeOf(() => keys.open(name, sealed.subarray(0, i)))).toBe('seal-broken');
    }
  });

  it('reads an id in capitals as the same id', () => {
    const capitals = {
      ...name,
      response: response.toUpperCase(),
      record: name.record.toUpperCase(),
    };
    expect(keys.open(capitals, keys.seal(name, contact))).toEqual(contact);
  });

  it('never repeats a nonce', () => {
    const nonce = (sealed: Buffer) => sealed.subarray(1, 13).toString('hex');
    const seen = new Set(Array.from({ length: 200 }, () => nonce(keys.seal(name, contact))));
    expect(seen.size).toBe(200);
  });

  it('opens what was sealed when each record had a key of its own', () => {
    const aad = Buffer.from(`${name.tenant}|${name.response}|${name.record}`);
    const encrypt = (key: Buffer, plain: Buffer) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad);
      const content = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), content]);
    };
    const own = randomBytes(32);
    const sealed = Buffer.concat([
      Buffer.of(1),
      encrypt(readFileSync(keyPath()), own),
      encrypt(own, Buffer.from(JSON.stringify(contact))),
    ]);
    expect(keys.open(name, sealed)).toEqual(contact);
    for (let i = 0; i < sealed.length; i++) {
      const altered = Buffer.from(sealed);
      altered[i] = (altered[i] as number) ^ 1;
      expect(codeOf(() => keys.open(name, altered))).toBe('seal-broken');
      expect(codeOf(() => keys.open(name, sealed.subarray(0, i)))).toBe('seal-broken');
    }
  });

  it('opens many, and none once the key is gone', async () => {
    const sealed = keys.seal(name, contact);
    expect(keys.many(response).open(name, sealed)).toEqual(contact);
    await keys.destroy(response);
    expect(codeOf(() => keys.many(response))).toBe('key-destroyed');
  });
});

describe('a mark', () => {
  const marked = (one = name, text = '13800000000') => keys.mark(one, text).toString('hex');

  it('is the same for the same text, in every process, and says nothing of it', () => {
    expect(marked()).toBe(marked());
    expect(createKeys(folder, clock).mark(name, '13800000000').toString('hex')).toBe(marked());
    expect(marked(name, '13800000001')).not.toBe(marked());
    for (const plain of [createHash('sha256'), createHmac('sha256', readFileSync(keyPath()))])
      expect(plain.update('13800000000').digest('hex')).not.toBe(marked());
  });

  it('stays what it was when it was kept: HMAC under a key drawn for marks, of the register too', async () => {
    const text = '13800000000';
    const kept = (file: string, bound: string) =>
      createHmac(
        'sha256',
        Buffer.from(hkdfSync('sha256', readFileSync(file), '', 'liangbuwu mark', 32)),
      )
        .update(`${bound}\0${text}`)
        .digest('hex');
    const { tenant, record } = name;
    expect(marked()).toBe(kept(keyPath(), `${tenant}|${response}|${record}`));
    await keys.register.create(tenant);
    const file = join(folder, 'keys', `register-${tenant}.key`);
    const ofRegister = keys.register.mark({ tenant, record }, text).toString('hex');
    expect(ofRegister).toBe(kept(file, `${tenant}|register|${record}`));
  });

  it.each(['tenant', 'response', 'record'] as const)('is another for another %s', async (part) => {
    const other = { ...name, [part]: part === 'record' ? 'person-phone' : randomUUID() };
    await keys.create(other.response);
    expect(marked(other)).not.toBe(marked());
  });

  it('cannot be made once the key is gone', async () => {
    await keys.destroy(response);
    expect(codeOf(() => keys.mark(name, '13800000000'))).toBe('key-destroyed');
  });
});

describe('a response’s key', () => {
  it('is a file of 32 bytes that only its owner may read', () => {
    expect(readFileSync(keyPath()).length).toBe(32);
    expect(statSync(keyPath()).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, 'keys'))).toEqual([`${response}.key`]);
  });

  it('stays the same when it is made again, also by ten at once', async () => {
    const sealed = keys.seal(name, contact);
    const first = await keys.create(response);
    const again = await Promise.all(
      Array.from({ length: 10 }, () => createKeys(folder, clock).create(response)),
    );
    expect(again).toEqual(Array.from({ length: 10 }, () => first));
    expect(keys.open(name, sealed)).toEqual(contact);
    const other = await keys.create(randomUUID());
    expect(other.fingerprint).not.toBe(first.fingerprint);
  });

  it('that is not there is said to be missing, not destroyed', () => {
    const stranger = { ...name, response: randomUUID() };
    expect(codeOf(() => keys.seal(stranger, contact))).toBe('key-missing');
    const sealed = keys.seal(name, contact);
    rmSync(keyPath());
    expect(codeOf(() => keys.open(name, sealed))).toBe('key-missing');
  });

  it('is not looked for outside of its folder', () => {
    writeFileSync(join(folder, 'outside.key'), Buffer.alloc(32));
    expect(() => keys.seal({ ...name, response: '../outside' }, contact)).toThrow(/uuid/i);
  });
});

describe('destruction', () => {
  it('takes all that was sealed with it, here and in every other process', async () => {
    const elsewhere = createKeys(folder, clock);
    const sealed = keys.seal(name, contact);
    expect(elsewhere.open(name, sealed)).toEqual(contact);
    const { fingerprint } = await keys.create(response);
    expect(await keys.destroy(response)).toEqual({
      response,
      fingerprint,
      destroyed: '2022-12-20T02:00:00Z',
      method: 'overwritten-and-removed',
    });
    expect(existsSync(keyPath())).toBe(false);
    for (const one of [keys, elsewhere, createKeys(folder, clock)]) {
      expect(codeOf(() => one.open(name, sealed))).toBe('key-destroyed');
      expect(codeOf(() => one.seal(name, contact))).toBe('key-destroyed');
    }
  });

  it('leaves other responses alone', async () => {
    const other = { ...name, response: randomUUID() };
    await keys.create(other.response);
    const sealed = keys.seal(other, contact);
    await keys.destroy(response);
    expect(keys.open(other, sealed)).toEqual(contact);
  });

  it('says the same when it is asked for again, later', async () => {
    const certificate = await keys.destroy(response);
    const later = createKeys(folder, fixedClock('2023-01-01T00:00:00Z'));
    expect(await later.destroy(response)).toEqual(certificate);
  });

  it('does not let the id be used again', async () => {
    await keys.destroy(response);
    await expect(keys.create(response)).rejects.toMatchObject({
      body: { code: 'key-already-destroyed' },
    });
  });

  it('that was broken off half-way counts as begun, and is finished by the next call', async () => {
    const sealed = keys.seal(name, contact);
    const key = readFileSync(keyPath());
    const certificate = await keys.destroy(response);
    const ended = join(folder, 'keys', `${response}.destroyed`);
    writeFileSync(keyPath(), key);
    rmSync(ended);
    expect(codeOf(() => createKeys(folder, clock).open(name, sealed))).toBe('key-destroyed');
    const later = createKeys(folder, fixedClock('2023-01-01T00:00:00Z'));
    expect(await later.destroy(response)).toEqual(certificate);
    expect(existsSync(keyPath())).toBe(false);
    expect(existsSync(ended)).toBe(true);
  });

  it('of a key that was never there says so', async () => {
    const stranger = randomUUID();
    expect(await keys.destroy(stranger)).toMatchObject({
      fingerprint: null,
      method: 'was-not-there',
    });
    expect(codeOf(() => keys.seal({ ...name, response: stranger }, contact))).toBe('key-destroyed');
  });

  it('also of a key that a copy put back later', async () => {
    const key = readFileSync(keyPath());
    const sealed = keys.seal(name, contact);
    await keys.destroy(response);
    writeFileSync(keyPath(), key);
    expect(codeOf(() => keys.open(name, sealed))).toBe('key-destroyed');
    await keys.destroy(response);
    expect(existsSync(keyPath())).toBe(false);
  });
});

it('seals and opens a county’s households', () => {
  const count = 50_000;
  const sealed = Array.from({ length: count }, (_, i) =>
    keys.seal({ ...name, record: `household:${i}` }, { ...contact, i }),
  );
  for (const i of [0, 24_999, count - 1]) {
    const opened = keys.open({ ...name, record: `household:${i}` }, sealed[i] as Buffer);
    expect(opened).toEqual({ ...contact, i });
  }
});
