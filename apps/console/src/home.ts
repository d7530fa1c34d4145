import { accountsPath, factsPath } from './office-routes.ts';

/**
 * Where one begins: the first page of one's own, or where accounts are made as long as there was never a response.
 * What a response rests on is open to everybody, so it is nobody's own.
 */
export function findHome(
  hrefs: readonly string[],
  installation: { isNew: boolean },
): string | undefined {
  if (installation.isNew && hrefs.includes(accountsPath)) return accountsPath;
  return hrefs.find((href) => href !== factsPath);
}
