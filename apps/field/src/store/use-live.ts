import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';

/**
 * What the database holds, again whenever this tab or another changes it; undefined until it was read. `of` says whose:
 * what was read for another is never shown.
 */
export function useLive<Value>(of: string, read: () => Promise<Value>): Value | undefined {
  const [kept, setKept] = useState<{ of: string; value: Value }>();
  useEffect(() => {
    const reading = liveQuery(read).subscribe({
      next: (value) => setKept({ of, value }),
      error: () => setKept(undefined),
    });
    return () => reading.unsubscribe();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `read` is another function each time
  }, [of]);
  return kept?.of === of ? kept.value : undefined;
}
