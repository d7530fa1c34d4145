import type { GenerateOptions } from '@liangbuwu/siting/generate/generate.ts';

export interface Case {
  name: string;
  seed: number;
  options: GenerateOptions;
}

const large = { sites: 200, groups: 2000 };

/** 200 candidates, 2,000 groups: one town in which all is connected, a county of villages apart, and people who need different amounts. */
export const cases: Case[] = [
  { name: 'town', seed: 1, options: { ...large, most: 20 } },
  { name: 'county', seed: 1, options: { ...large, most: 20, reach: 3, kind: 'county' } },
  { name: 'town-mixed', seed: 1, options: { ...large, most: 10, litres: [15, 12, 8, 7.5] } },
];
