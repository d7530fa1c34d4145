import type { PatchOperation, Say } from '../../water-day.ts';
import type { Changed } from './because.ts';
import type { Study } from './study.ts';

export interface Change {
  patch: PatchOperation[];
  say: Say;
}

/** One thing that might be otherwise. */
export interface Relaxation {
  because: Changed;
  /** Lets it be as wide as imaginable; false when there is nothing to widen. */
  loosen: (study: Study, p: number) => boolean;
  /** Narrows it to what the additions use; undefined when that is no single change. */
  tighten: (study: Study, p: number) => Change | undefined;
  /** As it was. */
  restore: (study: Study, p: number) => void;
}

/** Times in remedies are whole quarters of an hour. */
export const QUARTER = 900;
export const up = (value: number, step: number) => Math.ceil(value / step) * step;
export const down = (value: number, step: number) => Math.max(0, Math.floor(value / step) * step);

/** Changes packed figures and remembers what they were. */
export function keeper() {
  const undo: (() => void)[] = [];
  return {
    set(list: Int32Array | Float64Array | Uint8Array, i: number, value: number) {
      const before = list[i] as number;
      undo.push(() => {
        list[i] = before;
      });
      list[i] = value;
    },
    back() {
      for (const step of undo.splice(0).reverse()) step();
    },
  };
}
