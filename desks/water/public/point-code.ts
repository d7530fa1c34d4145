/** Capitals and figures that nobody takes for one another, written or said: no 0 O, 1 I L, 2 Z, 5 S, 8 B, G, U. */
const alphabet = 'ACDEFHJKMNPQRTVWXY34679';
const codeLength = 8;

/** A new code for a point; 23⁸, so that trying them finds nothing within the limits of these pages. */
export const newCode = (randomInt: (below: number) => number): string =>
  Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('');

/** A code as it is stored, however it was typed; undefined where it cannot be one. */
export function readCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return code.length === codeLength && [...code].every((sign) => alphabet.includes(sign))
    ? code
    : undefined;
}

/** As it stands on the poster: in two halves. */
export const writtenCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
