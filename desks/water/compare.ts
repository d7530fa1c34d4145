import { type Say, say } from '@liangbuwu/office/http/say.ts';
import type { Plan, Problem } from '@liangbuwu/trucking/water-day.ts';
import type { Comparison } from './comparison.ts';
import type { GapSheet } from './gap.ts';
import { isOfPeople } from './kinds.ts';
import { scoreOfPeople } from './people-short.ts';
import { timetable } from './timetable.ts';

/** A solved plan with what is needed to put it into words. */
export interface Side {
  problem: Problem;
  plan: Plan;
  sheet: GapSheet;
}

/** Two plans of one day side by side, in figures and in words. */
export function compare(
  before: Side,
  after: Side,
  names: { tankerOf(shift: string): string; tanker(id: string): string },
): Comparison {
  const villages = pairUp(
    before.sheet.villages,
    after.sheet.villages,
    (village) => village.area,
  ).map(([area, one, other]) => ({
    area,
    name: (other ?? one)?.name ?? '',
    expected: { before: one?.expected ?? 0, after: other?.expected ?? 0 },
    perPerson: { before: one?.perPerson ?? 0, after: other?.perPerson ?? 0 },
  }));
  const tankers = pairUp(
    work(before, names.tankerOf),
    work(after, names.tankerOf),
    (row) => row.tanker,
  ).map(([tanker, one, other]) => ({
    tanker,
    name: names.tanker(tanker),
    litres: { before: one?.litres ?? 0, after: other?.litres ?? 0 },
    metres: { before: one?.metres ?? 0, after: other?.metres ?? 0 },
  }));
  const [was, is] = [scoreOf(before), scoreOf(after)];
  const tiers = was.tiers.map((tier, i) => ({
    name: tier.name,
    hardship: { before: tier.hardship, after: is.tiers[i]?.hardship ?? 0 },
    people: { before: tier.people, after: is.tiers[i]?.people ?? 0 },
  }));
  return {
    tiers,
    metres: { before: before.plan.score.metres, after: after.plan.score.metres },
    changed: after.plan.score.changed,
    villages,
    tankers,
    words: [...inWords(villages, villageWords), ...inWords(tankers, tankerWords)],
  };
}

/** Animals that are short are no people. */
function scoreOf({ problem, plan, sheet }: Side) {
  const animals = new Set(
    sheet.villages
      .flatMap(({ points }) => points)
      .filter(({ kind }) => !isOfPeople(kind))
      .map(({ id }) => id),
  );
  return scoreOfPeople(problem, plan, (point) => !animals.has(point));
}

/** What a tanker does in the day, its shifts together. */
function work(side: Side, tankerOf: (shift: string) => string) {
  const days = Map.groupBy(timetable(side.problem, side.plan, tankerOf), (day) => day.tanker);
  return [...days].map(([tanker, shifts]) => ({
    tanker,
    litres: shifts.reduce((sum, shift) => sum + shift.litres, 0),
    metres: shifts.reduce((sum, shift) => sum + shift.metres, 0),
  }));
}

function pairUp<T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string) {
  const [left, right] = [before, after].map(
    (list) => new Map(list.map((one) => [keyOf(one), one])),
  );
  return [...new Set([...before, ...after].map(keyOf))].map(
    (key): [string, T | undefined, T | undefined] => [key, left?.get(key), right?.get(key)],
  );
}

/** The rows that differ, the heaviest first, each as a sentence. */
function inWords<T>(
  rows: readonly T[],
  words: (row: T) => { weight: number; says: Say } | undefined,
): Say[] {
  return rows
    .map(words)
    .filter((sentence) => sentence !== undefined)
    .sort((a, b) => b.weight - a.weight)
    .map(({ says }) => says);
}

const villageWords = ({ name, expected, perPerson }: Comparison['villages'][number]) => {
  const litres = expected.after - expected.before;
  if (Math.abs(litres) < 1) return undefined;
  const many = Math.abs(litres).toLocaleString('en-US');
  const each = `${perPerson.before} → ${perPerson.after}`;
  return {
    weight: Math.abs(litres),
    says:
      litres < 0
        ? say(
            `${name}少 ${many} 升（人均 ${each} 升）`,
            `${name} loses ${many} L (${each} L a person)`,
          )
        : say(
            `${name}多 ${many} 升（人均 ${each} 升）`,
            `${name} gains ${many} L (${each} L a person)`,
          ),
  };
};

const tankerWords = ({ name, metres, litres }: Comparison['tankers'][number]) => {
  const kilometres = Math.round((metres.after - metres.before) / 100) / 10;
  if (kilometres === 0) return undefined;
  const idle = litres.after === 0 && litres.before > 0;
  const far = Math.abs(kilometres);
  if (idle) return { weight: far, says: say(`${name}不再出车`, `${name} no longer goes out`) };
  return {
    weight: far,
    says:
      kilometres < 0
        ? say(`${name}少跑 ${far} 公里`, `${name} drives ${far} km less`)
        : say(`${name}多跑 ${far} 公里`, `${name} drives ${far} km more`),
  };
};
