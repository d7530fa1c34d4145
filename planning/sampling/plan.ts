import type { Call, Group, Part, Plan, Problem } from './problem.ts';
import { requireProblem } from './refuse.ts';

/** A problem with every default written out. */
export type Settings = Required<Omit<Problem, 'groups'>> & { groups: readonly Required<Group>[] };

export function settingsOf(problem: Problem): Settings {
  const defaults = { start: 0, swab: 20, tube: 45, mostWait: 600, early: 60 };
  const groups = problem.groups.map((group) => ({ walk: 180, ...group }));
  return { ...defaults, ...problem, groups };
}

/**
 * Plans a session: how many tubes, how long, and who is called when.
 *
 * People go to the tables in tubes: a table takes the next `perTube` of the queue, closes its tube and takes the next.
 * A round is one tube at every table. Each call brings as many rounds as its last person can wait for within `mostWait`,
 * counted from when they were told to be there; where one round alone takes longer, a call brings one round and the plan
 * says how long its last one waits. A tube is opened only where those that are open have no room for all who are left,
 * so there are never more tubes than people ÷ `perTube`, rounded up.
 *
 * @param problem groups in the order in which they are called; see `Problem` for units, ranges and defaults.
 * @returns a function of the problem alone.
 * @throws InvalidProblem, whose `faults` name each place with cause and remedy.
 */
export function plan(problem: Problem): Plan {
  requireProblem(problem);
  const settings = settingsOf(problem);
  const { samplers, perTube, start, swab, tube, mostWait, early, groups } = settings;
  const people = groups.reduce((sum, group) => sum + group.people, 0);
  const tubes = Math.ceil(people / perTube);
  const round = perTube * swab + tube;
  // The last of k rounds is the last of a tube: everybody before them is swabbed, and k − 1 tubes are closed.
  const rounds = Math.max(1, Math.floor((mostWait - early - (perTube - 1) * swab) / round) + 1);
  const each = rounds * samplers * perTube;
  const calls: Call[] = [];
  for (let first = 0; first < people; first += each) {
    const count = Math.min(each, people - first);
    const at = start + (calls.length * rounds * round - early);
    const wait = early + longest(count, settings);
    calls.push({ at, people: count, parts: partsOf(groups, first, count, at), wait });
  }
  const last = people - (tubes - 1) * perTube;
  const before = Math.floor((tubes - 1) / samplers) * round;
  // Where the last tube is not full, another table of the same round may take longer.
  const sameRound = (tubes - 1) % samplers > 0 ? round : 0;
  const seconds = before + Math.max(last * swab + tube, sameRound);
  return {
    people,
    tubes,
    seconds,
    ends: start + seconds,
    calls,
    wait: Math.max(...calls.map(({ wait }) => wait)),
  };
}

/** How long the last of so many waits, who come together to tables that are free. */
function longest(count: number, { samplers, perTube, swab, tube }: Settings): number {
  const tubes = Math.ceil(count / perTube);
  const full = Math.floor((tubes - 1) / samplers);
  const inLast = count - (tubes - 1) * perTube;
  const sameRound = (tubes - 1) % samplers > 0 ? perTube : inLast;
  return full * (perTube * swab + tube) + (Math.max(inLast, sameRound) - 1) * swab;
}

function partsOf(
  groups: readonly Required<Group>[],
  first: number,
  count: number,
  at: number,
): Part[] {
  const parts: Part[] = [];
  let before = 0;
  for (const { id, people, walk } of groups) {
    const from = Math.max(first, before);
    const to = Math.min(first + count, before + people);
    if (from < to)
      parts.push({ group: id, from: from - before + 1, to: to - before, leave: at - walk });
    before += people;
  }
  return parts;
}
