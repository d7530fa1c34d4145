import type { Problem } from '../problem.ts';
import { FaultList, type ProblemFault, say } from './fault.ts';
import { addWrongType, type Numeric, readId, readList, readNumber, readRecord } from './values.ts';

const YIELD: Numeric = { least: 0, most: 1e9, decimals: 3, required: true };
const BUILDING: Numeric = { least: 0, most: 1e9, decimals: 2 };
const RUNNING: Numeric = { least: 0, most: 1e6, decimals: 2 };
const PEOPLE: Numeric = { least: 0, most: 1e6, required: true };
const LITRES: Numeric = { least: 0.001, most: 1000, decimals: 3, required: true };
const WALK: Numeric = { least: 0, most: 1e6, required: true, orNull: true };
const LIMIT: Numeric = { least: 0, most: 1e6 };
const MOST: Numeric = { least: 0, most: 1000, required: true };
const BUDGET: Numeric = { least: 0, most: 1e12, decimals: 2, orNull: true };
const MONTHS: Numeric = { least: 0, most: 1200 };
const PRICE: Numeric = { least: 0, most: 1e6, decimals: 2, orNull: true };

/** Sums of litres, metres and money then stay below 2⁵³. */
const MOST_PEOPLE = 1e7;

/**
 * What is wrong with a problem. It may come from anywhere: nothing about its form is taken for granted.
 *
 * A group that nobody can reach is no fault: the result says so. Keys that are not known are accepted, and so are no sites or
 * no groups.
 *
 * @param problem a `Problem`, or anything else.
 * @returns every fault with code (listed in check/codes.md), place, cause and remedy; at most a hundred, then `more-faults`.
 */
export function problemFaults(problem: unknown): ProblemFault[] {
  const faults = new FaultList();
  if (!readRecord(faults, problem, '')) return faults.close();
  const sites = readList(faults, problem.sites, 'sites');
  const groups = readList(faults, problem.groups, 'groups');
  readSites(faults, sites);
  readGroups(faults, groups);
  for (const matrix of ['metres', 'seconds']) {
    readMatrix(faults, problem[matrix], matrix, sites.length, groups.length);
  }
  readNumber(faults, problem.most, 'most', MOST);
  readNumber(faults, problem.budget, 'budget', BUDGET);
  readNumber(faults, problem.months, 'months', MONTHS);
  readNumber(faults, problem.trucking, 'trucking', PRICE);
  const { limits } = problem;
  if (limits !== undefined && readRecord(faults, limits, 'limits')) {
    for (const key of ['metres', 'seconds', 'queue']) {
      readNumber(faults, limits[key], `limits.${key}`, LIMIT);
    }
  }
  if (faults.none) readTogether(faults, problem as unknown as Problem);
  return faults.close();
}

function readSites(faults: FaultList, sites: readonly unknown[]): void {
  const known = new Set<string>();
  sites.forEach((site, i) => {
    const at = `sites[${i}]`;
    if (!readRecord(faults, site, at)) return;
    readId(faults, site.id, `${at}.id`, known);
    readNumber(faults, site.yield, `${at}.yield`, YIELD);
    readNumber(faults, site.building, `${at}.building`, BUILDING);
    readNumber(faults, site.running, `${at}.running`, RUNNING);
    const { existing, choice } = site;
    if (existing !== undefined && typeof existing !== 'boolean') {
      addWrongType(faults, `${at}.existing`, existing, say('真假值', 'true or false'));
    }
    if (choice === undefined) return;
    if (choice !== 'must' && choice !== 'never') {
      const cause = say('不是认识的选择', 'is no choice that is known');
      const remedy = say('写 must 或 never，或省略', 'give must or never, or leave it out');
      faults.add('unknown-choice', `${at}.choice`, cause, remedy);
    } else if (existing === true) {
      const cause = say('已有的站点没有选择可言', 'is of a station that exists already');
      const remedy = say(
        '省略 choice；不再用的站点就从列表中去掉',
        'leave choice out; take the site off the list when it is no longer used',
      );
      faults.add('existing-choice', `${at}.choice`, cause, remedy);
    }
  });
}

function readGroups(faults: FaultList, groups: readonly unknown[]): void {
  const known = new Set<string>();
  groups.forEach((group, i) => {
    const at = `groups[${i}]`;
    if (!readRecord(faults, group, at)) return;
    readId(faults, group.id, `${at}.id`, known);
    readNumber(faults, group.people, `${at}.people`, PEOPLE);
    readNumber(faults, group.litres, `${at}.litres`, LITRES);
  });
}

function readMatrix(
  faults: FaultList,
  value: unknown,
  name: string,
  sites: number,
  groups: number,
): void {
  const rows = readList(faults, value, name);
  if (!Array.isArray(value) || !hasLength(faults, rows, name, sites, 'sites')) return;
  rows.forEach((row, i) => {
    const at = `${name}[${i}]`;
    const entries = readList(faults, row, at);
    if (!Array.isArray(row) || !hasLength(faults, entries, at, groups, 'groups')) return;
    entries.forEach((entry, j) => {
      // There are many, nearly all of them right: their places are not put into words.
      if (entry !== null && !isWalk(entry)) readNumber(faults, entry, `${at}[${j}]`, WALK);
    });
  });
}

function isWalk(entry: unknown): boolean {
  return Number.isInteger(entry) && Number(entry) >= WALK.least && Number(entry) <= WALK.most;
}

function hasLength(
  faults: FaultList,
  list: readonly unknown[],
  at: string,
  length: number,
  of: string,
): boolean {
  if (list.length === length) return true;
  const cause = say(
    `有 ${list.length} 项，而 ${of} 有 ${length} 项`,
    `has ${list.length} entries; ${of} has ${length}`,
  );
  const remedy = say(
    `按 ${of} 的顺序每项写一个，走不通的写 null`,
    `give one for each of ${of} in their order, null where there is no way`,
  );
  faults.add('matrix-size', at, cause, remedy);
  return false;
}

function readTogether(faults: FaultList, { sites, groups, most, budget }: Problem): void {
  const people = groups.reduce((total, group) => total + group.people, 0);
  if (people > MOST_PEOPLE) {
    const cause = say(
      `共有 ${people} 人，多于 ${MOST_PEOPLE}`,
      `has ${people} people in all, over ${MOST_PEOPLE}`,
    );
    const remedy = say('分成几个地方，各自求解', 'divide it into areas and solve each for itself');
    faults.add('sum-over', 'groups', cause, remedy);
  }
  const must = sites.filter(({ choice }) => choice === 'must');
  if (must.length > most) {
    const cause = say(
      `是 ${most}，而必选的有 ${must.length} 处`,
      `is ${most}; ${must.length} sites must be chosen`,
    );
    const remedy = say(
      `写 ${must.length} 以上，或少定几处 must`,
      `give ${must.length} or more, or fewer sites with must`,
    );
    faults.add('must-over-most', 'most', cause, remedy);
  }
  const hundredths = must.reduce((total, one) => total + Math.round((one.building ?? 0) * 100), 0);
  if (budget !== undefined && budget !== null && hundredths > Math.round(budget * 100)) {
    const cost = hundredths / 100;
    const cause = say(
      `是 ${budget}，而必选的要 ${cost}`,
      `is ${budget}; what must be chosen costs ${cost}`,
    );
    const remedy = say(
      `写 ${cost} 以上，或少定几处 must`,
      `give ${cost} or more, or fewer sites with must`,
    );
    faults.add('must-over-budget', 'budget', cause, remedy);
  }
}
