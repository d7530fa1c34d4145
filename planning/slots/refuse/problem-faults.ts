import type { Problem } from '../problem.ts';
import { FaultList, type ProblemFault, say } from './fault.ts';
import { readActivities } from './read-activities.ts';
import {
  type Numeric,
  readFlag,
  readId,
  readList,
  readNumber,
  readRecord,
  readReference,
  readText,
} from './values.ts';

const CAPACITY: Numeric = { least: 0, most: 1e6, required: true };
const ROOM: Numeric = { least: 0, most: 1e6 };
const CLOCK: Numeric = { least: 0, most: 20_160, required: true };
const SPREAD: Numeric = { least: 0, most: 1e6 };
const GAP: Numeric = { least: -10_080, most: 10_080 };
const APART: Numeric = { least: 0, most: 10_080 };
const TOGETHER: Numeric = { least: 1, most: 1e5, required: true };
const WEIGHT: Numeric = { least: 0, most: 1000 };
const START: Numeric = { least: 0, most: 10_080, required: true };

/** Sums of people-minutes then stay below 2⁵³. */
const MOST_PEOPLE = 1e6;

/**
 * What is wrong with a problem. It may come from anywhere: nothing about its form is taken for granted.
 *
 * That not everything can have its place is no fault: the result says why. Keys that are not known are accepted, and so is
 * nothing to be placed.
 *
 * @param problem a `Problem`, or anything else.
 * @returns every fault with code (listed in check/codes.md), place, cause and remedy; at most a hundred, then `more-faults`.
 */
export function problemFaults(problem: unknown): ProblemFault[] {
  const faults = new FaultList();
  if (!readRecord(faults, problem, '')) return faults.close();
  const resources = new Set<string>();
  const phases = new Set<string>();
  const activities = new Set<string>();
  readList(faults, problem.resources, 'resources').forEach((resource, i) =>
    readResource(faults, resource, `resources[${i}]`, resources),
  );
  readList(faults, problem.phases, 'phases').forEach((phase, i) => {
    const at = `phases[${i}]`;
    if (!readRecord(faults, phase, at)) return;
    readId(faults, phase.id, `${at}.id`, phases);
    readNumber(faults, phase.spread, `${at}.spread`, SPREAD);
  });
  readActivities(faults, problem.activities, { resources, phases, activities });
  const optional = (value: unknown, at: string): readonly unknown[] =>
    value === undefined ? [] : readList(faults, value, at);
  optional(problem.orders, 'orders').forEach((order, i) =>
    readOrder(faults, order, `orders[${i}]`, activities),
  );
  optional(problem.together, 'together').forEach((together, i) =>
    readTogether(faults, together, `together[${i}]`, activities),
  );
  const before = new Set<string>();
  optional(problem.previous, 'previous').forEach((previous, i) => {
    const at = `previous[${i}]`;
    if (!readRecord(faults, previous, at)) return;
    readId(faults, previous.activity, `${at}.activity`, before);
    readNumber(faults, previous.start, `${at}.start`, START);
    readId(faults, previous.way, `${at}.way`, new Set());
  });
  readNumber(faults, problem.change, 'change', WEIGHT);
  if (faults.none) readSum(faults, problem as unknown as Problem);
  return faults.close();
}

function readResource(faults: FaultList, value: unknown, at: string, known: Set<string>): void {
  if (!readRecord(faults, value, at)) return;
  readId(faults, value.id, `${at}.id`, known);
  readNumber(faults, value.capacity, `${at}.capacity`, CAPACITY);
  readFlag(faults, value.oneKind, `${at}.oneKind`);
  if (value.openings === undefined) return;
  const spans: [from: number, to: number][] = [];
  readList(faults, value.openings, `${at}.openings`).forEach((opening, i) => {
    const here = `${at}.openings[${i}]`;
    if (!readRecord(faults, opening, here)) return;
    readNumber(faults, opening.capacity, `${here}.capacity`, ROOM);
    if (opening.kinds !== undefined) {
      readList(faults, opening.kinds, `${here}.kinds`).forEach((kind, k) =>
        readText(faults, kind, `${here}.kinds[${k}]`),
      );
    }
    const { from, to } = opening;
    const begins = readNumber(faults, from, `${here}.from`, CLOCK);
    if (!readNumber(faults, to, `${here}.to`, CLOCK) || !begins) return;
    if (Number(to) <= Number(from)) {
      const cause = say('不晚于 from', 'is not after `from`');
      faults.add('ends-before', `${here}.to`, cause, say('写更晚的时刻', 'give a later minute'));
    }
    if (spans.some((span) => span[0] < Number(to) && Number(from) < span[1])) {
      const cause = say('与前面的开放时段重叠', 'overlaps one before it');
      const remedy = say('让各时段首尾相接，不要重叠', 'let them follow one another');
      faults.add('openings-overlap', here, cause, remedy);
    }
    spans.push([Number(from), Number(to)]);
  });
}

function readOrder(faults: FaultList, value: unknown, at: string, known: Set<string>): void {
  if (!readRecord(faults, value, at)) return;
  readReference(faults, value.before, `${at}.before`, known);
  readReference(faults, value.after, `${at}.after`, known);
  readApart(faults, value.before, value.after, `${at}.after`);
  const { least = 0, most } = value;
  readNumber(faults, value.least, `${at}.least`, GAP);
  if (!readNumber(faults, most, `${at}.most`, GAP) || Number(most) >= Number(least)) return;
  const cause = say(`${String(most)} 小于 least`, `is ${String(most)}, below \`least\``);
  faults.add('most-below-least', `${at}.most`, cause, say('写大一些', 'give more'));
}

function readTogether(faults: FaultList, value: unknown, at: string, known: Set<string>): void {
  if (!readRecord(faults, value, at)) return;
  const pair = readList(faults, value.activities, `${at}.activities`);
  if (Array.isArray(value.activities)) {
    const [one, other] = pair;
    readReference(faults, one, `${at}.activities[0]`, known);
    readReference(faults, other, `${at}.activities[1]`, known);
    readApart(faults, one, other, `${at}.activities[1]`);
  }
  readNumber(faults, value.people, `${at}.people`, TOGETHER);
  readNumber(faults, value.weight, `${at}.weight`, WEIGHT);
  readNumber(faults, value.most, `${at}.most`, APART);
}

function readApart(faults: FaultList, one: unknown, other: unknown, at: string): void {
  if (typeof one !== 'string' || one !== other) return;
  const cause = say('是同一项活动', 'is the same activity');
  faults.add('with-itself', at, cause, say('写另一项活动', 'give another one'));
}

function readSum(faults: FaultList, { activities }: Problem): void {
  const people = activities.reduce((total, activity) => total + activity.people, 0);
  if (people <= MOST_PEOPLE) return;
  const cause = say(
    `共有 ${people} 人，多于 ${MOST_PEOPLE}`,
    `has ${people} people in all, over ${MOST_PEOPLE}`,
  );
  const remedy = say('分成几个学校，各自求解', 'divide it into schools and solve each for itself');
  faults.add('sum-over', 'activities', cause, remedy);
}
