import { type FaultList, say } from './fault.ts';
import {
  type Numeric,
  readId,
  readList,
  readNumber,
  readRecord,
  readReference,
  readText,
} from './values.ts';

const PEOPLE: Numeric = { least: 1, most: 1e5, required: true };
const START: Numeric = { least: 0, most: 10_080, required: true };
const PREFERRED: Numeric = { least: 0, most: 10_080 };
const WEIGHT: Numeric = { least: 0, most: 1000 };
const OFFSET: Numeric = { least: 0, most: 1440 };
const MINUTES: Numeric = { least: 1, most: 1440, required: true };
const AMOUNT: Numeric = { least: 1, most: 1e6 };

export interface Known {
  resources: Set<string>;
  phases: Set<string>;
  /** To which those read are added. */
  activities: Set<string>;
}

export function readActivities(faults: FaultList, value: unknown, known: Known): void {
  readList(faults, value, 'activities').forEach((activity, i) => {
    const at = `activities[${i}]`;
    if (!readRecord(faults, activity, at)) return;
    readId(faults, activity.id, `${at}.id`, known.activities);
    readReference(faults, activity.phase, `${at}.phase`, known.phases);
    readText(faults, activity.kind, `${at}.kind`);
    readNumber(faults, activity.people, `${at}.people`, PEOPLE);
    readNumber(faults, activity.preferred, `${at}.preferred`, PREFERRED);
    readNumber(faults, activity.weight, `${at}.weight`, WEIGHT);
    readStarts(faults, activity.starts, `${at}.starts`);
    const ways = readList(faults, activity.ways, `${at}.ways`);
    if (Array.isArray(activity.ways)) needSome(faults, ways, `${at}.ways`);
    const ids = new Set<string>();
    ways.forEach((way, w) => readWay(faults, way, `${at}.ways[${w}]`, ids, known));
  });
}

function readStarts(faults: FaultList, value: unknown, at: string): void {
  const starts = readList(faults, value, at);
  if (Array.isArray(value)) needSome(faults, starts, at);
  const seen = new Set<unknown>();
  starts.forEach((start, s) => {
    readNumber(faults, start, `${at}[${s}]`, START);
    if (seen.has(start)) {
      const cause = say('同一时刻写了两次', 'is there already');
      faults.add('start-twice', `${at}[${s}]`, cause, say('只写一次', 'give it once'));
    }
    seen.add(start);
  });
}

function readWay(
  faults: FaultList,
  way: unknown,
  at: string,
  ids: Set<string>,
  { resources }: Known,
): void {
  if (!readRecord(faults, way, at)) return;
  readId(faults, way.id, `${at}.id`, ids);
  readList(faults, way.uses, `${at}.uses`).forEach((use, u) => {
    const here = `${at}.uses[${u}]`;
    if (!readRecord(faults, use, here)) return;
    readReference(faults, use.resource, `${here}.resource`, resources);
    readNumber(faults, use.offset, `${here}.offset`, OFFSET);
    readNumber(faults, use.minutes, `${here}.minutes`, MINUTES);
    readNumber(faults, use.amount, `${here}.amount`, AMOUNT);
  });
}

function needSome(faults: FaultList, list: readonly unknown[], at: string): void {
  if (list.length > 0) return;
  faults.add('list-empty', at, say('是空的', 'is empty'), say('至少写一项', 'give at least one'));
}
