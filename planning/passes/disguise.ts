import { decodeFirst } from 'cborg';
import { HCERT } from './pass/claims.ts';
import { inflate } from './status/status-list.ts';

/** What is inside of something that is no pass, for a better word than "broken". */
export type Disguise = 'eu-dcc' | 'jwt' | 'compressed';

/** As text: what another system's scanner would know it by. */
export function disguiseOfText(text: string): 'eu-dcc' | 'jwt' | undefined {
  if (/^HC[0-9A-Z]:/.test(text)) return 'eu-dcc';
  // A JOSE header is a JSON object in base64url: it begins with {" (RFC 7515, section 3).
  if (/^eyJ[\w-]*\.[\w-]*\.[\w-]*/.test(text)) return 'jwt';
  return undefined;
}

/** As bytes below our prefix. */
export function disguiseOfBytes(bytes: Uint8Array): Disguise | undefined {
  if (bytes[0] === 0x65 && bytes[1] === 0x79 && bytes[2] === 0x4a) return 'jwt';
  const inflated = inflate(bytes, 8192);
  if (inflated) return isHealthCertificate(inflated) ? 'eu-dcc' : 'compressed';
  return isHealthCertificate(bytes) ? 'eu-dcc' : undefined;
}

/** Read as leniently as can be: it is refused in any case. */
function isHealthCertificate(bytes: Uint8Array): boolean {
  const parts = read(bytes[0] === 0xd2 ? bytes.subarray(1) : bytes);
  const payload = Array.isArray(parts) ? (parts[2] as unknown) : undefined;
  const claims = payload instanceof Uint8Array ? read(payload) : undefined;
  return claims instanceof Map && claims.has(HCERT);
}

function read(bytes: Uint8Array): unknown {
  try {
    return decodeFirst(bytes, { useMaps: true })[0];
  } catch {
    return undefined;
  }
}
