/**
 * A name as a pass may carry it: its first character, and one asterisk however long the rest is.
 *
 * @param name not empty; spaces before it are passed over.
 * @throws RangeError for an empty name.
 */
export function maskName(name: string): string {
  const [first] = name.normalize('NFC').trimStart();
  if (first === undefined) throw new RangeError('a name has at least one character');
  return `${first}*`;
}

/**
 * The last four of an identity document's number, as a pass may carry them.
 *
 * @param number of a document: its last four are digits, the last may be X.
 * @returns `undefined` where they are something else.
 */
export function lastFourOf(number: string): string | undefined {
  const four = number.trim().toUpperCase().slice(-4);
  return isLastFour(four) ? four : undefined;
}

/** One letter, so not even an initial can hide a number. */
export function isMaskedName(name: string): boolean {
  return /^\p{L}\*$/u.test(name) && name === name.normalize('NFC');
}

export function isLastFour(text: string): boolean {
  return /^[0-9]{3}[0-9X]$/.test(text);
}

/** What a plate may hold of Han characters: the province, 临 after the letter, and what kind of vehicle it is at the end. */
const province = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新';
const chinese = new RegExp(`^(?:WJ)?[${province}][A-Z]?临?[A-Z0-9]{4,6}[挂学警港澳使领]?$`);
const elsewhere = /^(?=.*[A-Z])[A-Z0-9]{4,8}$/;

/** By its form, so that neither a name nor a telephone number can stand in its place. */
export function isPlate(text: string): boolean {
  return (
    (chinese.test(text) || elsewhere.test(text)) &&
    /[0-9]/.test(text) &&
    new TextEncoder().encode(text).length <= 12
  );
}
