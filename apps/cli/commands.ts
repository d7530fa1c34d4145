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
  {
    words: ['route'],
    usage: '<file.vrp> [--out <file.sol>] [--seconds 10] [--workers 2] [--seed 1] [--iterations N]',
    say: {
      'zh-CN': '求解一个 VRPLIB 车辆路径问题',
      en: 'solve a vehicle routing problem in VRPLIB form',
    },
    load: () => import('./route.ts'),
  },
  {
    words: ['pass', 'verify'],
    usage:
      '--bundle <gate file> <text> [--at <ISO time>] [--area N] [--last4 <last four>] [--gate <name>] [--root <key>]',
    say: {
      'zh-CN': '离线核验通行证或短码：0 绿，3 黄，1 红',
      en: 'verify a pass or a typed code offline: 0 green, 3 amber, 1 red',
    },
    load: () => import('./pass-verify.ts'),
  },
  {
    words: ['pass', 'demo'],
    usage: '--out <gate file> [--at <ISO time>]',
    say: {
      'zh-CN': '生成试用的卡口文件和通行证',
      en: 'make a gate file, and passes to try it with',
    },
    load: () => import('./pass-demo.ts'),
  },
  {
    words: ['decide'],
    usage: '<table.dmn> <facts.json> [--at <ISO time>] [--decision <id or name>]',
    say: {
      'zh-CN': '按一张决策表作判断，并说明理由',
      en: 'decide by a decision table, with reasons',
    },
    load: () => import('./decide.ts'),
  },
  {
    words: ['backup'],
    usage: '<folder> [--data <data folder>]',
    say: { 'zh-CN': '备份数据，不必停机', en: 'back up the data, while running or not' },
    load: () => import('./backup.ts'),
  },
  {
    words: ['restore'],
    usage: '<folder> [--data <data folder>]',
    say: { 'zh-CN': '把备份恢复到空的数据目录', en: 'lay a backup in an empty data folder' },
    load: () => import('./restore.ts'),
  },
  {
    words: ['ledger', 'verify'],
    usage: '',
    say: { 'zh-CN': '核对台账是否被改动', en: 'check that the ledger has not been tampered with' },
    load: () => import('./verify-ledger.ts'),
  },
  {
    words: ['roads', 'import'],
    usage: '<file.osm.pbf> [--name <name>] [--tenant <id or name>]',
    say: { 'zh-CN': '导入道路，用于计算行车时间', en: 'import roads, for drive times' },
    load: () => import('./import-roads.ts'),
  },
];
