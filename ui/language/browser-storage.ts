/** The browser's lasting storage; undefined where it is forbidden, when merely asking for it throws. */
export function findBrowserStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
