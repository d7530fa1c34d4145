import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** What a sealed record is bound to: moved to another row, it no longer opens. */
export interface RecordName {
  tenant: string;
  response: string;
  /** `kind:id`, such as `household:2f0c…`. */
  record: string;
}

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;
export const keyBytes = 32;
const wrappedAt = 1 + nonceBytes + tagBytes;
const contentNonceAt = wrappedAt + keyBytes;
const contentAt = contentNonceAt + nonceBytes + tagBytes;

/** What both a seal and a mark are bound to. */
export const boundTo = ({ tenant, response, record }: RecordName) =>
  Buffer.from(`${tenant}|${response}|${record}`.toLowerCase(), 'utf8');

/**
 * Seals a record under a data key of its own, itself wrapped by the response's key; both AES-256-GCM.
 *
 * Layout: version, then nonce, tag and 32 bytes of the wrapped data key, then nonce, tag and content.
 */
export function seal(responseKey: Buffer, name: RecordName, plain: object): Buffer {
  const aad = boundTo(name);
  const dataKey = randomBytes(keyBytes);
  const wrapped = encrypt(responseKey, aad, dataKey);
  const content = encrypt(dataKey, aad, Buffer.from(JSON.stringify(plain), 'utf8'));
  dataKey.fill(0);
  return Buffer.concat([Buffer.of(version), ...wrapped, ...content]);
}

/** Opens what {@link seal} sealed; undefined where it was altered, or sealed for another record or by another key. */
export function open(responseKey: Buffer, name: RecordName, sealed: Buffer): unknown {
  if (sealed.length < contentAt || sealed[0] !== version) return undefined;
  const aad = boundTo(name);
  const dataKey = decrypt(responseKey, aad, sealed.subarray(1, contentNonceAt));
  const content = dataKey && decrypt(dataKey, aad, sealed.subarray(contentNonceAt));
  dataKey?.fill(0);
  return content && JSON.parse(content.toString('utf8'));
}

function encrypt(key: Buffer, aad: Buffer, plain: Buffer): [Buffer, Buffer, Buffer] {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(aad);
  const content = Buffer.concat([cipher.update(plain), cipher.final()]);
  return [nonce, cipher.getAuthTag(), content];
}

function decrypt(key: Buffer, aad: Buffer, bytes: Buffer): Buffer | undefined {
  const nonce = bytes.subarray(0, nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(aad);
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    return Buffer.concat([
      decipher.update(bytes.subarray(nonceBytes + tagBytes)),
      decipher.final(),
    ]);
  } catch {
    return undefined;
  }
}
