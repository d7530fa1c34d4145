import type { Code } from '../findings.ts';
import { bundleCode, SKEW, statusCode, type VerifyOptions } from '../judge.ts';
import { idOfNumber, type PassId } from '../pass/pass.ts';
import { readCode } from './check-character.ts';
import { codeMac, codeParts, endOfCode } from './code.ts';

/** All that a genuine code says: which pass, and until when. */
export interface TypedPass {
  id: PassId;
  issuer: string;
  area: number;
  until: number;
}

/** Checks a typed code against the bundle's secrets of the gate's area. */
export function checkTyped(
  text: string,
  options: VerifyOptions,
): { code: Code; typed?: TypedPass } {
  const read = readCode(text);
  if (typeof read === 'string') return { code: read };
  const { bundle, at, area = bundle.area, lastFour, skew = SKEW } = options;
  const dated = bundleCode(options);
  if (dated) return { code: dated === 'stale-bundle' ? 'code-while-stale' : dated };
  const shown = shownOf(lastFour ?? '');
  if (area === undefined || shown === undefined) return { code: 'code-needs-more' };
  const secrets = bundle.bundle.codes.filter((one) => one.area === area);
  if (secrets.length === 0) return { code: 'code-without-secret' };
  const parts = codeParts(read.value);
  if (!parts) return { code: 'code-unknown' };

  for (const secret of secrets) {
    const ends = endOfCode(secret, parts.hour);
    if (ends === undefined) continue;
    if ((codeMac(secret, parts.id, ends, shown) ^ parts.mac) !== 0) continue;
    const { issuer } = secret;
    const typed = { id: idOfNumber(parts.id), issuer, area, until: ends * 3600 };
    if (at - skew >= typed.until) return { code: 'expired', typed };
    return { code: statusCode(bundle, issuer, typed.id) ?? 'typed-code', typed };
  }
  return { code: 'code-unknown' };
}

/** The whole number or plate may be typed; only its last four are looked at. */
function shownOf(text: string): string | undefined {
  const plain = [
    ...text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s·-]/g, ''),
  ];
  return plain.length < 4 ? undefined : plain.slice(-4).join('');
}
