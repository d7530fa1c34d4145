import type { CheckKind } from './checks.ts';

/** 晨午晚检: told. From when to by when, in minutes of the day: set, no page tells. */
export const windows: Readonly<Record<CheckKind, { from: number; to: number }>> = {
  morning: { from: 6 * 60, to: 8 * 60 + 30 },
  noon: { from: 11 * 60 + 30, to: 14 * 60 + 30 },
  evening: { from: 18 * 60, to: 21 * 60 + 30 },
};

/** °C from which somebody has a fever: the limit of the guidance of that year. */
export const feverFrom = 37.3;

/** Minutes from the check within which a suspected case is reported: 2 hours, by the guidance of that year. */
export const reportWithin = 120;
