/** Integers that threads can share, where the platform lets them: matrices made so need not be copied for a search. */
export function sharedInts(length: number): Int32Array {
  const bytes = length * Int32Array.BYTES_PER_ELEMENT;
  return typeof SharedArrayBuffer === 'undefined'
    ? new Int32Array(length)
    : new Int32Array(new SharedArrayBuffer(bytes));
}
