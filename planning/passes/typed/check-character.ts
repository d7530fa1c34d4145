/** Told apart when written by hand and when said aloud: no 0 and O, no 1, I and L. Their number is prime. */
export const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Characters of a code, the last of which checks the others. */
export const CODE_LENGTH = 12;

const SIGNS = alphabet.length;

/**
 * The code of a value: eleven characters, and one so chosen that Σ place × value is a multiple of 31.
 *
 * 31 is prime and there are fewer places than that, so one wrong character, or any two that changed places, always show.
 */
export function writeCode(value: bigint): string {
  const digits: number[] = [];
  let rest = value;
  for (let i = 1; i < CODE_LENGTH; i++) {
    digits.push(Number(rest % BigInt(SIGNS)));
    rest /= BigInt(SIGNS);
  }
  const sum = checkSum(digits);
  for (let last = 0; last < SIGNS; last++) {
    if ((sum + CODE_LENGTH * last) % SIGNS === 0) digits.push(last);
  }
  const text = digits.map((digit) => alphabet[digit]).join('');
  return text.replace(/(.{4})(?=.)/g, '$1-');
}

export type CodeRead = { value: bigint } | 'code-characters' | 'code-misread';

/** Spaces, dashes, small letters and full-width forms are as good; they carry nothing. */
export function readCode(text: string): CodeRead {
  const plain = plainCode(text);
  const digits = [...plain].map((char) => alphabet.indexOf(char));
  if (plain.length !== CODE_LENGTH || digits.includes(-1)) return 'code-characters';
  if (checkSum(digits) % SIGNS !== 0) return 'code-misread';
  const value = digits
    .slice(0, -1)
    .reduceRight((sum, digit) => sum * BigInt(SIGNS) + BigInt(digit), 0n);
  return { value };
}

export function plainCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐‑–—−_.·]/g, '');
}

function checkSum(digits: readonly number[]): number {
  return digits.reduce((sum, digit, i) => sum + (i + 1) * digit, 0);
}
