import { useSyncExternalStore } from 'react';

function listen(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** The page of the phone that is asked for, from behind the # of its address. */
export const useAddress = (): string =>
  useSyncExternalStore(listen, () => window.location.hash.replace(/^#\/?/, ''));
