import type { WayWhy } from '../../recording/entry.ts';

/** Why a way is closed, as drivers and keepers may say it. */
export const wayWhys: readonly WayWhy[] = [
  'checkpoint',
  'roadworks',
  'blocked',
  'too-narrow',
  'other',
];
