import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../clock/clock.ts';
import { id, instant } from '../http/fields.ts';
import { refuse } from '../http/refusal.ts';
import { keyBytes, open, type RecordName, seal } from './envelope.ts';
import { fingerprintOf } from './fingerprint.ts';
import { createOnce, makeKeyFolder, replace, shred } from './key-file.ts';
import { mark, markKeyOf } from './mark.ts';
import { keyAlreadyDestroyed, keyDestroyed, keyMissing, sealBroken } from './refusals.ts';
import { createRegisterKeys, type RegisterKeys } from './register-keys.ts';

/** What a certificate of destruction says of the key. */
export const DestroyedKey = z.strictObject({
  response: id,
  fingerprint: z.string().nullable().describe('as `create` gave it; null where no key was found'),
  destroyed: instant,
  method: z.enum(['overwritten-and-removed', 'was-not-there']),
});
export type DestroyedKey = z.infer<typeof DestroyedKey>;

/**
 * The keys that responses' personal data is sealed with. They lie in the data folder, one file a response, outside of
 * the database and its backups: a destroyed key takes with it every copy of what it sealed.
 */
export interface ResponseKeys {
  /** Makes the response's key, on the disk when this resolves; again, it is the same key. */
  create(response: string): Promise<{ fingerprint: string }>;
  /** Throws the refusals `key-destroyed` and `key-missing`. */
  seal(name: RecordName, plain: object): Buffer;
  /** Throws the refusals `key-destroyed`, `key-missing` and `seal-broken`. */
  open(name: RecordName, sealed: Buffer): unknown;
  /** For many records at once: the key is looked at now, not at each. Throws as `open` does. */
  many(response: string): Pick<ResponseKeys, 'open' | 'mark'>;
  /** A keyed hash to find a text again by. Throws the refusals `key-destroyed` and `key-missing`. */
  mark(name: RecordName, text: string): Buffer;
  /** Destroys the key for good; again, or after a crash half-way, it ends the same and says when it was destroyed. */
  destroy(response: string): Promise<DestroyedKey>;
  /** Whether its destruction has at least begun: nothing is sealed or opened with it any more. */
  isDestroyed(response: string): boolean;
  /** The tenants' own keys, of what belongs to no response. */
  register: RegisterKeys;
}

interface Held {
  key: Buffer;
  markKey: Buffer;
  stats: Stats;
}

export function createKeys(dataFolder: string, clock: Clock): ResponseKeys {
  const folder = join(dataFolder, 'keys');
  const held = new Map<string, Held>();

  // An id from a request never becomes a path unless it is one.
  const pathOf = (response: string, ending: string) =>
    join(folder, `${id.parse(response).toLowerCase()}${ending}`);
  const isThere = (path: string) => statSync(path, { throwIfNoEntry: false }) !== undefined;
  const isEnded = (response: string) =>
    isThere(pathOf(response, '.destroying')) || isThere(pathOf(response, '.destroyed'));

  function drop(response: string): void {
    const known = held.get(response);
    known?.key.fill(0);
    known?.markKey.fill(0);
    held.delete(response);
  }

  /** Looks at the file each time: another process may have destroyed the key. */
  function find(response: string): Held | undefined {
    const path = pathOf(response, '.key');
    const stats = statSync(path, { throwIfNoEntry: false });
    const known = held.get(response);
    if (known && stats?.ino === known.stats.ino && stats.mtimeMs === known.stats.mtimeMs) {
      return known;
    }
    drop(response);
    if (!stats) return undefined;
    const key = readFileSync(path);
    // Destroying is announced before the first byte is written over: what was read before that is the key.
    if (isEnded(response) || key.length !== keyBytes) return undefined;
    const found = { key, markKey: markKeyOf(key), stats };
    held.set(response, found);
    return found;
  }

  function get(response: string): Held {
    const found = find(response);
    if (!found) throw refuse(isEnded(response) ? keyDestroyed : keyMissing, undefined);
    return found;
  }

  return {
    async create(response) {
      await makeKeyFolder(folder);
      if (isEnded(response)) throw refuse(keyAlreadyDestroyed, undefined);
      await createOnce(pathOf(response, '.key'), randomBytes(keyBytes), randomUUID());
      return { fingerprint: fingerprintOf(get(response).key) };
    },

    seal: (name, plain) => seal(get(name.response).key, name, plain),

    open: (name, sealed) => openWith(get(name.response).key, name, sealed),

    many(response) {
      const all = get(response);
      const of = (name: RecordName) => (name.response === response ? all : get(name.response));
      return {
        open: (name, sealed) => openWith(of(name).key, name, sealed),
        mark: (name, text) => mark(of(name).markKey, name, text),
      };
    },

    mark: (name, text) => mark(get(name.response).markKey, name, text),

    async destroy(response) {
      await makeKeyFolder(folder);
      const [keyPath, begunPath] = [pathOf(response, '.key'), pathOf(response, '.destroying')];
      const endedPath = pathOf(response, '.destroyed');
      if (isThere(endedPath) && !isThere(keyPath)) return read(endedPath);
      if (!isThere(begunPath)) {
        const key = find(response)?.key;
        const certificate: DestroyedKey = {
          response,
          fingerprint: key ? fingerprintOf(key) : null,
          destroyed: clock.now().toString(),
          method: isThere(keyPath) ? 'overwritten-and-removed' : 'was-not-there',
        };
        await replace(begunPath, Buffer.from(JSON.stringify(certificate)), randomUUID());
      }
      drop(response);
      if (isThere(keyPath)) await shred(keyPath, randomBytes(keyBytes));
      const certificate = read(begunPath);
      await replace(endedPath, Buffer.from(JSON.stringify(certificate)), randomUUID());
      return certificate;
    },

    isDestroyed: isEnded,

    register: createRegisterKeys(folder),
  };
}

function openWith(key: Buffer, name: RecordName, sealed: Buffer): unknown {
  const plain = open(key, name, sealed);
  if (plain === undefined) throw refuse(sealBroken, undefined);
  return plain;
}

const read = (path: string): DestroyedKey =>
  DestroyedKey.parse(JSON.parse(readFileSync(path, 'utf8')));
