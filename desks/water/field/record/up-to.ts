import { readNumber } from '@liangbuwu/ui/phone/number-field.tsx';

/** As the contracts have them (`recording/entry.ts`), which the phone does not bring along. */
export const mostChlorine = 20;
export const mostDose = 100_000;
/** Of one household's request or visit, as `requests/request.ts` has it. */
export const mostLitres = 2000;

/** A figure that may be left out: undefined. Text that is no figure, or too much, is unclear and said so where it stands. */
export function readUpTo(
  most: number,
  text: string,
  decimal = true,
): number | undefined | 'unclear' {
  if (text.trim() === '') return undefined;
  const read = readNumber(text, decimal);
  return read === undefined || read > most ? 'unclear' : read;
}
