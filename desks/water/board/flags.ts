import type { Commitment } from '@liangbuwu/office/commitments/contract.ts';
import { id } from '@liangbuwu/office/http/fields.ts';
import { Say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';
import type { Entry } from '../recording/entry.ts';
import type { Source } from '../registers.ts';
import type { Tanker } from '../water.ts';

/** Figures that cannot be, or should not be, with the sums that show it. Nobody is accused: a figure is looked at. */
export const Flag = z.strictObject({
  code: z.enum([
    'more-than-it-holds',
    'more-out-than-in',
    'faster-than-it-flows',
    'over-the-daily-limit',
    'two-places-at-once',
    'faster-than-the-road',
    'source-closed',
    'tanker-barred',
    'both-keys-one-hand',
    'chlorine-out-of-range',
    'far-above-promised',
  ]),
  entries: z.array(id).describe('that it rests on'),
  promise: id.nullable(),
  tanker: id.nullable(),
  point: id.nullable(),
  source: id.nullable(),
  say: Say.describe('with the arithmetic'),
});
export type Flag = z.infer<typeof Flag>;

/** What the figures of a day are held against. */
export interface Known {
  /** In the order in which things happened; those put right by a later one are left out. */
  entries: readonly Entry[];
  promises: readonly (Commitment & { point: string })[];
  tankers: ReadonlyMap<string, Pick<Tanker, 'name' | 'litres'> & { barred: Say | null }>;
  sources: ReadonlyMap<
    string,
    Pick<Source, 'name' | 'place' | 'litresPerMinute' | 'litresPerDay'> & {
      /** Since when it is closed; null: open. */
      closedSince: string | null;
    }
  >;
  points: ReadonlyMap<string, { name: string; place: string; tank: number | null }>;
  /** Seconds of drive from one place to another; undefined: not known. */
  drive(from: string, to: string): number | undefined;
  /** 07:30 of an instant, on the day's own clock. */
  clock(at: string): string;
}

/** Gauges, watches and typing are no finer than this. */
export const tolerance = { litres: 1.05, minutes: 3, ofDrive: 0.7 };

export const placeOf = (known: Known, entry: Entry): string | undefined =>
  known.points.get(entry.point ?? '')?.place ?? known.sources.get(entry.source ?? '')?.place;

export const nameOf = (known: Known, entry: Entry): string =>
  known.points.get(entry.point ?? '')?.name ?? known.sources.get(entry.source ?? '')?.name ?? '';

/** An entry that says where a tanker stood. */
export const standsSomewhere = ({ kind }: Entry): boolean =>
  kind === 'filled' || kind === 'arrived' || kind === 'emptied';

export const byTanker = (known: Known): [string, Entry[]][] => [
  ...Map.groupBy(
    known.entries.filter(({ side, tanker }) => side === 'driver' && tanker !== null),
    ({ tanker }) => String(tanker),
  ),
];

export const flagOf = (
  code: Flag['code'],
  entries: readonly Entry[],
  say: Say,
  promise: string | null = null,
): Flag => ({
  code,
  entries: entries.map((entry) => entry.id),
  promise: promise ?? entries.at(-1)?.promise ?? null,
  tanker: entries.at(-1)?.tanker ?? null,
  point: entries.at(-1)?.point ?? null,
  source: entries.at(-1)?.source ?? null,
  say,
});

export const litresIn = (litres: number) => ({
  'zh-CN': `${litres.toLocaleString('en-US')} 升`,
  en: `${litres.toLocaleString('en-US')} L`,
});
