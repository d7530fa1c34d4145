import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** What a sealed record is bound to: moved to another row, it no longer opens. */
export interface RecordName {
  tenant: string;
  response: string;
  /** `kind:id`, such as `household:2f0c…`. */
  record: string;
}

const version = 2;
const nonceBytes = 12;
const tagBytes = 16;
export const keyBytes = 32;

/** Version 1 had a random key of its own before its content, wrapped by the key that it was sealed with. */
const wrappedVersion = 1;
const wrappedBytes = nonceBytes + tagBytes + keyBytes;

/** What both a seal and a mark are bound to. */
export const boundTo = ({ tenant, response, record }: RecordName) =>
  Buffer.from(`${tenant}|${response}|${record}`.toLowerCase(), 'utf8');

/**
 * Seals a record with AES-256-GCM. A nonce is random: one key is good for 2^32 records (NIST SP 800-38D, 8.3).
 *
 * Layout: version, nonce, tag, content.
 */
export function seal(key: Buffer, name: RecordName, plain: object): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(boundTo(name));
  const content = cipher.update(JSON.stringify(plain), 'utf8');
  cipher.final();
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), content]);
}

/** Opens what {@link seal} sealed; undefined where it was altered, or sealed for another record or by another key. */
export function open(key: Buffer, name: RecordName, sealed: Buffer): unknown {
  const aad = boundTo(name);
  const content =
    sealed[0] === version
      ? decrypt(key, aad, sealed.subarray(1))
      : sealed[0] === wrappedVersion
        ? decryptWrapped(key, aad, sealed.subarray(1))
        : undefined;
  return content && JSON.parse(content.toString('utf8'));
}

function decryptWrapped(key: Buffer, aad: Buffer, bytes: Buffer): Buffer | undefined {
  const own = decrypt(key, aad, bytes.subarray(0, wrappedBytes));
  const content = own && decrypt(own, aad, bytes.subarray(wrappedBytes));
  own?.fill(0);
  return content;
}

function decrypt(key: Buffer, aad: Buffer, bytes: Buffer): Buffer | undefined {
  if (bytes.length < nonceBytes + tagBytes) return undefined;
  const nonce = bytes.subarray(0, nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(aad);
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const content = decipher.update(bytes.subarray(nonceBytes + tagBytes));
    // All of it came with `update`; this only holds the tag against it.
    decipher.final();
    return content;
  } catch {
    return undefined;
  }
}
