import type { Level, Problem, Result } from '../problem.ts';
import { type CheckFault, fault } from './fault.ts';
import { moneyFaults } from './money.ts';
import { openFaults } from './open.ts';
import { canWalk } from './reach.ts';
import { stationFaults } from './stations.ts';
import { unservedFaults } from './unserved.ts';
import { walkFaults } from './walks.ts';

export interface CheckResult {
  /** No fault was found. */
  ok: boolean;
  faults: CheckFault[];
}

/**
 * Checks a result against every rule of its problem, and works every figure out anew from the walks. It shares no code with
 * the search. That nothing better exists it cannot see: it looks whether what is called proven agrees with the bound, and the
 * levels with each other.
 *
 * @param problem one without faults, see `problemFaults`.
 * @param result of that problem.
 * @returns every fault with code (listed in codes.md), place in the result and words.
 */
export function check(problem: Problem, result: Result): CheckResult {
  const faults = [...totalFaults(problem, result)];
  result.levels.forEach((level, i) => {
    const at = `/levels/${i}`;
    const broken = [...openFaults(problem, level, at), ...walkFaults(problem, level, at)];
    faults.push(...broken, ...levelFaults(result, level, i));
    // What is worked out from walks makes no sense where these do not.
    if (broken.length > 0) return;
    faults.push(
      ...moneyFaults(problem, result, level, at),
      ...stationFaults(problem, level, at),
      ...unservedFaults(problem, level, at),
    );
  });
  return { ok: faults.length === 0, faults };
}

function totalFaults(
  problem: Problem,
  { people, inReach, servedNow, levels, stopped }: Result,
): CheckFault[] {
  const faults: CheckFault[] = [];
  const count = (which: (group: number) => boolean): number =>
    problem.groups.reduce((sum, group, j) => sum + (which(j) ? group.people : 0), 0);
  const reachable = count((j) =>
    problem.sites.some((site, i) => site.choice !== 'never' && canWalk(problem, i, j)),
  );
  const wrong = (at: string, own: number): void => {
    faults.push(fault('wrong-total', at, `应为 ${own}`, `should be ${own}`));
  };
  const all = count(() => true);
  if (people !== all) wrong('/people', all);
  if (inReach !== reachable) wrong('/inReach', reachable);
  if (servedNow < 0 || servedNow > reachable) wrong('/servedNow', reachable);
  const must = problem.sites.filter(({ choice }) => choice === 'must').length;
  const free = problem.sites.filter(
    ({ existing, choice }) => !existing && choice !== 'never',
  ).length;
  const last = Math.min(problem.most, free);
  const wanted = Array.from({ length: last - must + 1 }, (_, i) => must + i);
  if (levels.map(({ most }) => most).join() !== wanted.join()) {
    const words = wanted.join('、');
    faults.push(
      fault('wrong-levels', '/levels', `应为 ${words}`, `should be ${wanted.join(', ')}`),
    );
  }
  const unproven = levels.some(({ proven }) => Object.values(proven).includes(false));
  if (stopped !== unproven) {
    faults.push(
      fault(
        'wrong-stopped',
        '/stopped',
        '与各级是否证明不符',
        'does not agree with what the levels prove',
      ),
    );
  }
  return faults;
}

function levelFaults({ levels, servedNow }: Result, level: Level, i: number): CheckFault[] {
  const faults: CheckFault[] = [];
  const at = `/levels/${i}`;
  const { people, gain, bound, proven, walks } = level;
  const served = walks.reduce((sum, walk) => sum + walk.people, 0);
  const before = levels[i - 1];
  const gained = people - (before?.people ?? servedNow);
  if (people !== served) {
    faults.push(
      fault('wrong-people', `${at}/people`, `取水的共 ${served} 人`, `${served} people fetch`),
    );
  }
  if (gain !== gained) {
    faults.push(fault('wrong-gain', `${at}/gain`, `应为 ${gained}`, `should be ${gained}`));
  }
  if (before && people < before.people) {
    faults.push(
      fault(
        'fewer-people',
        `${at}/people`,
        '站点更多，人反而更少',
        'more stations serve fewer people',
      ),
    );
  }
  if (bound < people) {
    faults.push(
      fault(
        'bound-below',
        `${at}/bound`,
        '上限低于已服务的人数',
        'is below the people who are served',
      ),
    );
  }
  const agree = proven.people === (bound === people);
  const inTurn = (proven.people || !proven.cost) && (proven.cost || !proven.walking);
  if (!agree || !inTurn) {
    const zh = '与上限不符，或前一项未证明而后一项称已证明';
    const en = 'does not agree with the bound, or a later one is proven without the one before it';
    faults.push(fault('wrong-proven', `${at}/proven`, zh, en));
  }
  return faults;
}
