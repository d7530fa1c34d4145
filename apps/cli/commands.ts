import type { Say } from '@liangbuwu/trucking/water-day.ts';

export interface Command {
  /** The words that call it, in order. */
  words: readonly [string, ...string[]];
  /** What follows the words. */
  usage: string;
  say: Say;
  /** Loaded only when called: other commands stay out of its way. */
  load(): Promise<{ run(args: string[]): Promise<number> }>;
}

export const commands: readonly Command[] = [
  {
    words: ['plan', 'water'],
    usage:
      '<problem> --out <plan> [--seconds 10] [--workers 2] [--seed 1] [--iterations N] [--previous <plan> --now <s>]',
    say: { 'zh-CN': '编制一天的送水方案', en: "make a day's plan of water trucking" },
    load: () => import('./plan-water.ts'),
  },
  {
    words: ['check', 'water'],
    usage: '<problem> <plan> [--previous <plan> --now <s>]',
    say: { 'zh-CN': '核对一份送水方案', en: 'check a plan of water trucking' },
    load: () => import('./check-water.ts'),
  },
];
