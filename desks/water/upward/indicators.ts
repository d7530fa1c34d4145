import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';
import { isChlorineRight } from '../chlorine-range.ts';
import type { GapSheet } from '../gap.ts';
import { floorsFor } from '../kinds.ts';
import type { Entry } from '../recording/entry.ts';
import { round, total } from '../sums.ts';
import type { Floors, Point } from '../water.ts';

export const Indicator = z.strictObject({
  id: z.enum(['litres', 'reached', 'tap', 'chlorine', 'queue', 'distance']),
  value: z.number().nullable().describe('null: it is not known'),
  of: z.int().nullable().describe('how many people or samples it is of'),
});
export type Indicator = z.infer<typeof Indicator>;

export interface Target {
  by: 'Sphere Handbook 2018' | 'UNHCR 2018';
  text: Say;
  least?: number;
  most?: number;
}
export interface IndicatorLine {
  id: Indicator['id'];
  shows: 'litres' | 'number' | 'share';
  label: Say;
  means: Say;
  targets: readonly Target[];
}

const [sphere, unhcr] = ['Sphere Handbook 2018', 'UNHCR 2018'] as const;

/** What the international standards ask, each in the edition that is meant. */
export const indicatorLines: readonly IndicatorLine[] = [
  {
    id: 'litres',
    shows: 'litres',
    label: say('人均每天用水', 'Litres a person a day'),
    means: say(
      '自有水量加到人手里的水，没人登记的先按承诺；与缺口表同一个数',
      'Own water and what reached people, as promised where nobody recorded it; as on the gap sheet',
    ),
    targets: [
      {
        by: sphere,
        text: say('≥ 15 升（求生 7.5–15 升）', '≥ 15 L (survival 7.5–15 L)'),
        least: 15,
      },
      {
        by: unhcr,
        text: say('应急 ≥ 15 升，之后 ≥ 20 升', '≥ 15 L in emergency, ≥ 20 L after'),
        least: 15,
      },
    ],
  },
  {
    id: 'reached',
    shows: 'share',
    label: say('今天水送到的人', 'People reached today'),
    means: say(
      '要送水的供水点中，今天登记到水的，按人数',
      'Of people at points that need tankers, those where water was recorded today',
    ),
    targets: [],
  },
  {
    id: 'tap',
    shows: 'number',
    label: say('每个水龙头的人数', 'People to a tap'),
    means: say('村民供水点的人数 ÷ 水龙头数', 'People of village points ÷ their taps'),
    targets: [
      { by: sphere, text: say('≤ 250 人', '≤ 250 people'), most: 250 },
      {
        by: unhcr,
        text: say('应急 ≤ 250 人，之后 ≤ 100 人', '≤ 250 in emergency, ≤ 100 after'),
        most: 250,
      },
    ],
  },
  {
    id: 'chlorine',
    shows: 'share',
    label: say('余氯在 0.2–2 mg/L 的水样', 'Samples with 0.2–2 mg/L free chlorine'),
    means: say('今天现场登记的余氯读数', 'Readings that were recorded in the field today'),
    targets: [
      { by: unhcr, text: say('0.2–2 mg/L，每个水样', '0.2–2 mg/L, every sample'), least: 1 },
    ],
  },
  {
    id: 'queue',
    shows: 'number',
    label: say('排队时间', 'Time in the queue'),
    means: say('系统没有登记排队时间', 'No entry of this system tells it'),
    targets: [{ by: sphere, text: say('≤ 30 分钟', '≤ 30 minutes'), most: 30 }],
  },
  {
    id: 'distance',
    shows: 'number',
    label: say('到供水点的距离', 'Distance to the point'),
    means: say('系统不知道每户住在哪里', 'It is not known where each household lives'),
    targets: [
      { by: sphere, text: say('≤ 500 米', '≤ 500 m'), most: 500 },
      {
        by: unhcr,
        text: say('应急 ≤ 500 米，之后 ≤ 200 米', '≤ 500 m in emergency, ≤ 200 m after'),
        most: 500,
      },
    ],
  },
];

export interface IndicatorFacts {
  gap: GapSheet;
  floors: Floors;
  /** Taps are null on a day that was published before they were written down. */
  points: readonly (Pick<Point, 'id' | 'kind' | 'people' | 'have'> & { taps: number | null })[];
  /** Litres that were recorded at each point. */
  came: ReadonlyMap<string, number>;
  entries: readonly Entry[];
}

export function indicatorsOf({ gap, floors, points, came, entries }: IndicatorFacts): Indicator[] {
  const villagers = points.filter(({ kind }) => kind === 'village');
  const needing = villagers.filter(
    (point) =>
      point.people * (floorsFor(point.kind, floors).tiers.at(-1)?.litresPerPerson ?? 0) >
      point.have,
  );
  const withTaps = villagers.filter(({ taps }) => (taps ?? 0) > 0);
  const heads = (rows: readonly { people: number }[]) => total(rows, ({ people }) => people);
  const taps = total(withTaps, (point) => point.taps ?? 0);
  const samples = entries.flatMap(({ chlorine, corrected }) =>
    chlorine === null || corrected ? [] : [chlorine],
  );
  const right = samples.filter(isChlorineRight).length;
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  const ofVillagers = gap.total.kind === 'village' && gap.total.people > 0;
  return [
    {
      id: 'litres',
      value: ofVillagers ? gap.total.perPerson : null,
      of: ofVillagers ? gap.total.people : null,
    },
    {
      id: 'reached',
      value: share(heads(needing.filter(({ id }) => (came.get(id) ?? 0) > 0)), heads(needing)),
      of: heads(needing),
    },
    {
      id: 'tap',
      value: taps === 0 ? null : round(heads(withTaps) / taps, 1),
      of: heads(withTaps),
    },
    { id: 'chlorine', value: share(right, samples.length), of: samples.length },
    { id: 'queue', value: null, of: null },
    { id: 'distance', value: null, of: null },
  ];
}

/** Whether a value keeps to a target; undefined where it is not known. */
export function keeps(value: number | null, { least, most }: Target): boolean | undefined {
  if (value === null) return undefined;
  return (least === undefined || value >= least) && (most === undefined || value <= most);
}
