import { useCallback, useSyncExternalStore } from 'react';
import { layout } from './tokens.ts';

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}

export const usePhone = () => useMedia(`(max-width: ${layout.phoneBelow - 0.02}px)`);
export const useCalmMotion = () => useMedia('(prefers-reduced-motion: reduce)');
