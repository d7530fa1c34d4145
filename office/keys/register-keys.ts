import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { id } from '../http/fields.ts';
import { refuse } from '../http/refusal.ts';
import { keyBytes, open, seal } from './envelope.ts';
import { fingerprintOf } from './fingerprint.ts';
import { createOnce, makeKeyFolder } from './key-file.ts';
import { mark, markKeyOf } from './mark.ts';
import { registerKeyMissing, sealBroken } from './refusals.ts';

/** A record of a tenant's lasting register: no response is in its name. */
export interface RegisterRecord {
  tenant: string;
  /** `kind:id`, as of a response's records. */
  record: string;
}

/**
 * One key a tenant, for people who are kept beyond every response. Its file has a name that no response's id can have, so
 * closing a response never reaches it.
 */
export interface RegisterKeys {
  /** Makes the tenant's key where there is none, on the disk when this resolves. */
  create(tenant: string): Promise<{ fingerprint: string }>;
  find(tenant: string): { fingerprint: string } | undefined;
  /** Throws the refusal `register-key-missing`. */
  seal(name: RegisterRecord, plain: object): Buffer;
  /** Throws the refusals `register-key-missing` and `seal-broken`. */
  open(name: RegisterRecord, sealed: Buffer): unknown;
  /** A keyed hash to find a text again by. Throws the refusal `register-key-missing`. */
  mark(name: RegisterRecord, text: string): Buffer;
}

export function createRegisterKeys(folder: string): RegisterKeys {
  const held = new Map<string, { key: Buffer; changed: number; inode: number }>();
  const pathOf = (tenant: string) => join(folder, `register-${id.parse(tenant)}.key`);

  /** Looks at the file each time: a folder that was put back may hold another key. */
  function find(tenant: string): Buffer | undefined {
    const path = pathOf(tenant);
    const stats = statSync(path, { throwIfNoEntry: false });
    const known = held.get(tenant);
    if (known && stats?.ino === known.inode && stats.mtimeMs === known.changed) return known.key;
    held.delete(tenant);
    if (!stats) return undefined;
    const key = readFileSync(path);
    if (key.length !== keyBytes) return undefined;
    held.set(tenant, { key, changed: stats.mtimeMs, inode: stats.ino });
    return key;
  }

  function get(tenant: string): Buffer {
    const key = find(tenant);
    if (!key) throw refuse(registerKeyMissing, undefined);
    return key;
  }

  const named = ({ tenant, record }: RegisterRecord) => ({ tenant, response: 'register', record });

  return {
    async create(tenant) {
      await makeKeyFolder(folder);
      await createOnce(pathOf(tenant), randomBytes(keyBytes), randomUUID());
      return { fingerprint: fingerprintOf(get(tenant)) };
    },
    find(tenant) {
      const key = find(tenant);
      return key && { fingerprint: fingerprintOf(key) };
    },
    seal: (name, plain) => seal(get(name.tenant), named(name), plain),
    open(name, sealed) {
      const plain = open(get(name.tenant), named(name), sealed);
      if (plain === undefined) throw refuse(sealBroken, undefined);
      return plain;
    },
    mark: (name, text) => mark(markKeyOf(get(name.tenant)), named(name), text),
  };
}
