import { fileURLToPath } from 'node:url';

/** The checkout: where package.json is. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} path relative to the checkout */
export function at(path) {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
