// What is longer is a title or a note.
const longest = 100;

/** A header as it is compared: of one width, without spaces, line breaks and marks. What stands in brackets stays. */
export const wholeHeader = (text: string): string =>
  text
    .slice(0, longest)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[【〔［[{〖]/g, '(')
    .replace(/[】〕］\]}〗]/g, ')')
    .replace(/[\s\u200b*※★●▲#:：;；,，.。、"“”'‘’_]+/g, '')
    .replace(/\((必填|选填|可选|required|optional)\)/g, '');

/** The same without what stands in brackets: 载水量（升） is 载水量. */
export function bareHeader(text: string): string {
  const whole = wholeHeader(text);
  const bare = whole.replace(/\([^()]*\)/g, '').replace(/\/(升|吨|立方米?|l|t|m3|人|户|辆)$/, '');
  return bare === '' ? whole : bare;
}

/** What a header says its numbers are in: （吨）, /吨. Only a guess at what could be a unit. */
export function headerUnit(text: string): string | undefined {
  const whole = wholeHeader(text);
  return /\(([^()]*)\)$/.exec(whole)?.[1] ?? /\/([^/]+)$/.exec(whole)?.[1];
}

/** 0 to 1: how much of both texts is the same, by the longest stretch that they share. */
export function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  return (2 * longestCommon([...a], [...b])) / ([...a].length + [...b].length);
}

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let longest = 0;
  let before: number[] = [];
  for (const letter of a) {
    const current = [0];
    b.forEach((other, i) => {
      const length = letter === other ? (before[i] ?? 0) + 1 : 0;
      current.push(length);
      longest = Math.max(longest, length);
    });
    before = current;
  }
  return longest;
}
