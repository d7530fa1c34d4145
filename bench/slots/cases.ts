import type { GenerateOptions } from '@liangbuwu/slots/generate/generate.ts';

export interface Case {
  name: string;
  seed: number;
  options: GenerateOptions;
}

/** 60 classes, 420 seats, 13 starts: of three seeds as schools divide their grades; then what is harder; then a small school's whole day. */
export const cases: Case[] = [
  { name: 'lunch-1', seed: 1, options: {} },
  { name: 'lunch-2', seed: 2, options: {} },
  { name: 'lunch-3', seed: 3, options: {} },
  { name: 'uneven-1', seed: 1, options: { even: false } },
  { name: 'stairs-1', seed: 1, options: { stairs: true } },
  {
    name: 'day-20',
    seed: 1,
    options: { classes: 20, seats: 172, starts: 11, phases: 'day', siblings: 6 },
  },
];
