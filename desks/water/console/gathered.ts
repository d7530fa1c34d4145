type Key = readonly string[];

export interface Gathered {
  add(keys: readonly Key[]): void;
  /** Lets go of what is gathered; nothing is told any more. */
  stop(): void;
}

/** Gathers keys from the first one on for so many milliseconds, then tells of each once. */
export function gathered(milliseconds: number, tell: (keys: readonly Key[]) => void): Gathered {
  const kept = new Map<string, Key>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    add(keys) {
      for (const key of keys) kept.set(key.join('\n'), key);
      if (kept.size === 0 || timer !== undefined) return;
      timer = setTimeout(() => {
        timer = undefined;
        const all = [...kept.values()];
        kept.clear();
        tell(all);
      }, milliseconds);
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      kept.clear();
    },
  };
}
