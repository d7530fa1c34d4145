import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { type Say, say } from '../../http/say.ts';
import { Certificate, type Statement } from './certificate.contract.ts';

/**
 * The one way to write a value: keys in the order of their UTF-16 units, no space, texts as JSON.stringify writes them
 * (RFC 8785 for texts, truth values, null and whole numbers; it throws for any other).
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new RangeError(`${value} is not a whole number`);
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value))
    return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`${typeof value} has no place in JSON`);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${canonicalJson(one)}`).join(',')}}`;
}

const bytesOf = (statement: Statement) => Buffer.from(canonicalJson(statement), 'utf8');
const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Signs what was destroyed. The same statement and key give the same certificate. */
export function certify(statement: Statement, key: KeyObject): Certificate {
  const bytes = bytesOf(statement);
  return {
    statement,
    digest: digestOf(bytes),
    publicKey: publicKeyOf(key),
    signature: sign(null, bytes, key).toString('base64url'),
  };
}

/** The 32 bytes of the public key, as a certificate names it. */
export const publicKeyOf = (key: KeyObject): string =>
  (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' }).x as string;

const keyFrom = (publicKey: string): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });

export interface CertificateFault {
  code:
    | 'not-a-certificate'
    | 'not-as-written'
    | 'digest-differs'
    | 'signature-broken'
    | 'other-key'
    | 'one-person';
  says: Say;
}

const faults = {
  'not-a-certificate': say('这不是一份销毁证明。', 'This is no certificate of destruction.'),
  'not-as-written': say(
    '文件的写法与出具时不同，例如有重复的字段。',
    'The file is not written as it was issued; a field may stand in it twice.',
  ),
  'digest-differs': say(
    '内容与摘要不符：它被改动过。',
    'The content does not fit its digest: it was altered.',
  ),
  'signature-broken': say('签名与内容不符。', 'The signature does not fit the content.'),
  'other-key': say(
    '它不是用所给的公钥对应的密钥签的。',
    'It was not signed with the key that was given.',
  ),
  'one-person': say('提议和确认的是同一个人。', 'One person proposed and confirmed it.'),
} satisfies Record<CertificateFault['code'], Say>;

const fault = (code: CertificateFault['code']): CertificateFault => ({ code, says: faults[code] });

/** What is wrong with a certificate; nothing where it is as it was issued. Without `publicKey` it is held against the key that it names itself. */
export function certificateFaults(
  certificate: Certificate,
  publicKey?: string,
): CertificateFault[] {
  const { statement, digest, signature } = certificate;
  const bytes = bytesOf(statement);
  const found: CertificateFault[] = [];
  if (digest !== digestOf(bytes)) found.push(fault('digest-differs'));
  if (!isSigned(bytes, certificate.publicKey, signature)) found.push(fault('signature-broken'));
  if (publicKey !== undefined && publicKey !== certificate.publicKey)
    found.push(fault('other-key'));
  const { proposed, confirmed } = statement.closing;
  if (proposed.by.account === confirmed.by.account) found.push(fault('one-person'));
  return found;
}

function isSigned(bytes: Buffer, publicKey: string, signature: string): boolean {
  // The last character has bits to spare: only one way to write it counts.
  if (![publicKey, signature].every((text) => decode(text).toString('base64url') === text))
    return false;
  try {
    return verify(null, bytes, keyFrom(publicKey), decode(signature));
  } catch {
    return false;
  }
}

const decode = (text: string) => Buffer.from(text, 'base64url');

/** Reads a certificate's file; a field that stands twice, of which a reader might see the other, is a fault. */
export function readCertificateText(
  text: string,
): { certificate: Certificate } | { faults: CertificateFault[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { faults: [fault('not-a-certificate')] };
  }
  const parsed = Certificate.safeParse(json);
  if (!parsed.success) return { faults: [fault('not-a-certificate')] };
  const bare = text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');
  if (bare !== JSON.stringify(json)) return { faults: [fault('not-as-written')] };
  return { certificate: parsed.data };
}
