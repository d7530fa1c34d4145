/** Capitals and figures that nobody takes for one another, written or said: no 0 O, 1 I L, 2 Z, 5 S, 8 B, G, U. */
const alphabet = 'ACDEFHJKMNPQRTVWXY34679';

/** What stands on a poster: 23⁸, so that trying them finds nothing within the limits of these pages. */
export const posterLength = 8;
/** What opens somebody's own page: 23¹⁶ (72 bits), and still short enough to be read out. */
export const secretLength = 16;

/** A new code for a poster. */
export const newCode = (randomInt: (below: number) => number): string =>
  Array.from({ length: posterLength }, () => alphabet[randomInt(alphabet.length)]).join('');

/** A secret from bytes that nobody can foresee: the same bytes, the same secret. */
export function secretOf(bytes: Uint8Array): string {
  let rest = bytes.reduce((all, byte) => all * 256n + BigInt(byte), 0n);
  let secret = '';
  for (let i = 0; i < secretLength; i++) {
    secret += alphabet[Number(rest % BigInt(alphabet.length))];
    rest /= BigInt(alphabet.length);
  }
  return secret;
}

/** A code as it is stored, however it was typed; undefined where it cannot be one. */
export function readCode(typed: string, length = posterLength): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return code.length === length && [...code].every((sign) => alphabet.includes(sign))
    ? code
    : undefined;
}

/** As it stands on paper and is read out: in fours. */
export const writtenCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? '';
