import type { Cbor, CborMap } from '../cbor/strict.ts';
import { InvalidBundle } from './invalid-bundle.ts';

const MOST = 2 ** 32 - 1;

/** Fields have names, those of a COSE_Key numbers. */
type Key = string | number;

/** The fields of one map; what is missing, too much or of another type is refused by its place. */
export class Fields {
  readonly #map: CborMap;
  readonly #at: string;

  constructor(value: Cbor, at: string, required: readonly Key[], optional: readonly Key[] = []) {
    if (!(value instanceof Map)) throw new InvalidBundle('bad-content', at);
    const known: readonly Cbor[] = [...required, ...optional];
    const missing = required.find((key) => !value.has(key));
    if (missing !== undefined) throw new InvalidBundle('bad-content', placeOf(at, missing));
    if ([...value.keys()].some((key) => !known.includes(key))) {
      throw new InvalidBundle('bad-content', at);
    }
    this.#map = value;
    this.#at = at;
  }

  has(key: Key): boolean {
    return this.#map.has(key);
  }

  get(key: Key): Cbor {
    return this.#map.get(key);
  }

  whole(key: Key, least = 0, most = MOST): number {
    const value = this.#map.get(key);
    if (typeof value !== 'number' || !Number.isInteger(value)) throw this.refuse(key);
    if (value < least || value > most) throw this.refuse(key);
    return value;
  }

  text(key: Key, most: number): string {
    const value = this.#map.get(key);
    if (typeof value !== 'string' || value.length < 1 || value.length > most) {
      throw this.refuse(key);
    }
    return value;
  }

  issuer(key: Key): string {
    const value = this.text(key, 6);
    if (!/^[A-Z0-9-]+$/.test(value)) throw this.refuse(key);
    return value;
  }

  bytes(key: Key, least: number, most: number): Uint8Array {
    const value = this.#map.get(key);
    if (!(value instanceof Uint8Array) || value.length < least || value.length > most) {
      throw this.refuse(key);
    }
    return value;
  }

  list<T>(key: Key, most: number, read: (value: Cbor, at: string) => T): T[] {
    const value = this.#map.get(key);
    if (!Array.isArray(value) || value.length > most) throw this.refuse(key);
    return value.map((one, i) => read(one, `${this.place(key)}[${i}]`));
  }

  place(key: Key): string {
    return placeOf(this.#at, key);
  }

  refuse(key: Key): InvalidBundle {
    return new InvalidBundle('bad-content', this.place(key));
  }
}

function placeOf(at: string, key: Key): string {
  return at ? `${at}.${key}` : `${key}`;
}
