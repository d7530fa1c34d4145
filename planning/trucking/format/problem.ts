import type { Place, Point, Problem, Source, Tanker, Tier } from '../water-day.ts';
import { FaultList, type FormatFault, type Parsed } from './faults.ts';
import { readJson } from './json-text.ts';
import { problemAgrees } from './problem-agrees.ts';
import {
  interval,
  isRecord,
  list,
  may,
  must,
  number,
  type Reader,
  record,
  span,
  tag,
  text,
  whole,
} from './readers.ts';
import { found } from './show.ts';
import { table } from './travel.ts';

const wholeNumber = whole(0);
const flow = whole(1);
const perPerson = number({ least: 0 });
const windows = list(interval);

const date: Reader = (value, path, faults) => {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const day = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)) return;
  }
  faults.add(path, 'not-a-date', found(value), {
    'zh-CN': '日期，如 "2022-11-10"',
    en: 'a date like "2022-11-10"',
  });
};

const place = record<Place>({
  id: must(text),
  name: must(text),
  lon: must(number({ least: -180, most: 180 })),
  lat: must(number({ least: -90, most: 90 })),
});

const tanker = record<Tanker>(
  {
    id: must(text),
    home: must(text),
    litres: must(wholeNumber),
    from: must(wholeNumber),
    to: must(wholeNumber),
    loaded: may(wholeNumber),
    rest: may(
      record<NonNullable<Tanker['rest']>>({ every: must(wholeNumber), seconds: must(wholeNumber) }),
    ),
    out: may(wholeNumber),
  },
  span,
);

const source = record<Source>({
  id: must(text),
  place: must(text),
  bays: must(wholeNumber),
  litresPerMinute: must(flow),
  setupSeconds: must(wholeNumber),
  open: must(windows),
  litresPerDay: may(wholeNumber),
});

const point = record<Point>({
  id: must(text),
  place: must(text),
  people: must(wholeNumber),
  have: may(wholeNumber),
  weight: may(number({ least: 0, above: true })),
  litresPerPerson: may(list(perPerson)),
  litresPerMinute: must(flow),
  setupSeconds: must(wholeNumber),
  open: may(windows),
  maxTankerLitres: may(wholeNumber),
  storage: may(
    record<NonNullable<Point['storage']>>({ litres: must(wholeNumber), level: must(wholeNumber) }),
  ),
});

const shape = record<Problem>({
  format: must(tag('water-day/1')),
  name: must(text),
  day: must(
    record<Problem['day']>(
      { date: must(date), from: must(wholeNumber), to: must(wholeNumber) },
      span,
    ),
  ),
  places: must(list(place)),
  travel: must(record<Problem['travel']>({ seconds: must(table), metres: must(table) })),
  tiers: must(list(record<Tier>({ name: must(text), litresPerPerson: must(perPerson) }))),
  tankers: must(list(tanker)),
  sources: must(list(source)),
  points: must(list(point)),
});

/**
 * Reads a `water-day/1` problem from a JSON value.
 *
 * Everything that the format demands is looked at, and all that is wrong is told at once (at most 100 faults and a
 * closing line). What the format allows is accepted as it stands: windows that overlap or are out of order, a village
 * tank above its size, a way whose seconds and metres are not both null (it is closed).
 *
 * @param json any value, such as `JSON.parse` gives; it is neither changed nor copied.
 * @returns the same value as a {@link Problem}, or its faults, each with a JSON pointer. Never throws.
 */
export function parseProblem(json: unknown): Parsed<'problem', Problem> {
  const faults = new FaultList();
  shape(json, '', faults);
  if (isRecord(json)) problemAgrees(json, faults);
  return faults.none
    ? { ok: true, problem: json as Problem }
    : { ok: false, faults: faults.close() };
}

/**
 * Reads a `water-day/1` problem from the text of a file; a leading byte order mark is skipped.
 *
 * @returns as {@link parseProblem}; a mistake in the JSON itself is told with line and column.
 */
export function parseProblemText(text: string): Parsed<'problem', Problem> {
  const read = readJson(text);
  return read.ok ? parseProblem(read.json) : read;
}

/** All faults of a problem but those of its travel tables: for a patch that leaves places and travel alone. */
export function faultsBesideTravel(problem: Problem): FormatFault[] {
  const faults = new FaultList();
  shape({ ...problem, travel: { seconds: [], metres: [] } }, '', faults);
  problemAgrees({ ...problem, travel: undefined }, faults);
  return faults.close();
}
