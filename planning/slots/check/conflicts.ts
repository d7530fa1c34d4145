import type { Conflict, Problem, Result, Short } from '../problem.ts';
import { type CheckFault, fault } from './fault.ts';
import { isOpenFor } from './open.ts';

/** Whether what is said to stand in the way does. That a capacity does only the search can know: its figures are worked out anew. */
export function conflictFaults(problem: Problem, result: Result): CheckFault[] {
  const faults = result.conflicts.flatMap((conflict, i): CheckFault[] =>
    holds(problem, result, conflict)
      ? []
      : [
          fault(
            'wrong-conflicts',
            `/conflicts/${i}`,
            '与问题不符',
            'does not follow from the problem',
          ),
        ],
  );
  const closed = closedIn(problem);
  if (closed.length > 0 && !result.conflicts.some(({ because }) => because === 'closed')) {
    const zh = `没有说明 ${closed[0]} 无处可排`;
    const en = `does not tell that ${closed[0]} has no place`;
    faults.push(fault('wrong-conflicts', '/conflicts', zh, en));
  }
  return faults;
}

function holds(problem: Problem, { overloadBound }: Result, conflict: Conflict): boolean {
  if (conflict.because === 'closed')
    return conflict.activities.join('\n') === closedIn(problem).join('\n');
  if (conflict.because === 'capacity') {
    const right = conflict.resources.map(({ resource }) => shortIn(problem, resource));
    return (
      overloadBound > 0 &&
      right.length > 0 &&
      conflict.resources.every((one, i) => isSame(one, right[i]))
    );
  }
  const links = linksIn(problem, conflict);
  const named = new Set(links.flatMap(({ a, b }) => [a, b]));
  return (
    contradicts(problem, links) &&
    links.every((_, i) => !contradicts(problem, links.toSpliced(i, 1))) &&
    conflict.activities.length === named.size &&
    conflict.activities.every((id) => named.has(id))
  );
}

function closedIn(problem: Problem): string[] {
  return problem.activities
    .filter((activity) =>
      activity.starts.every((start) =>
        activity.ways.every((way) => !isOpenFor(problem, activity, start, way)),
      ),
    )
    .map(({ id }) => id);
}

function shortIn({ resources, activities }: Problem, id: string): Short | undefined {
  const resource = resources.find((one) => one.id === id);
  if (!resource) return undefined;
  const own = activities.filter(({ ways }) =>
    ways.every(({ uses }) => uses.some((use) => use.resource === id)),
  );
  let amount = 0;
  for (const { ways, people } of own) {
    const most = ways.map(({ uses }) =>
      Math.max(...uses.map((use) => (use.resource === id ? (use.amount ?? people) : 0))),
    );
    amount += Math.min(...most);
  }
  const rooms = resource.openings?.map(({ capacity }) => capacity ?? resource.capacity);
  return {
    resource: id,
    capacity: rooms ? Math.max(0, ...rooms) : resource.capacity,
    activities: own.length,
    amount,
    starts: new Set(own.flatMap(({ starts }) => starts)).size,
  };
}

function isSame(a: Short, b: Short | undefined): boolean {
  return (
    a.resource === b?.resource &&
    a.capacity === b.capacity &&
    a.activities === b.activities &&
    a.amount === b.amount &&
    a.starts === b.starts
  );
}

/** b starts at least so long after a. */
interface Gap {
  a: string;
  b: string;
  least: number;
  most: number;
}

function linksIn(
  { orders = [], together = [] }: Problem,
  told: Extract<Conflict, { because: 'times' }>,
): Gap[] {
  return [
    ...told.orders.flatMap((i) => {
      const order = orders[i];
      if (!order) return [];
      const { before: a, after: b, least = 0, most = Infinity } = order;
      return [{ a, b, least, most }];
    }),
    ...told.together.flatMap((i) => {
      const pair = together[i];
      if (!pair) return [];
      const [a, b] = pair.activities;
      const most = pair.most ?? Infinity;
      return [{ a, b, least: -most, most }];
    }),
  ];
}

/** Each starts as early as the others let it; nothing fits where one has no start that late. */
function contradicts(problem: Problem, links: readonly Gap[]): boolean {
  const open = new Map(
    problem.activities.map((activity) => [
      activity.id,
      activity.starts
        .filter((start) => activity.ways.some((way) => isOpenFor(problem, activity, start, way)))
        .sort((a, b) => a - b),
    ]),
  );
  const at = new Map([...open].map(([id, starts]) => [id, starts[0] ?? Infinity]));
  const raised = (id: string, least: number): boolean => {
    const now = at.get(id) ?? 0;
    if (now >= least) return false;
    at.set(id, open.get(id)?.find((start) => start >= least) ?? Infinity);
    return true;
  };
  for (let again = true; again; ) {
    again = false;
    for (const { a, b, least, most } of links) {
      const early = at.get(a) ?? 0;
      if (early < Infinity && raised(b, early + least)) again = true;
      const late = at.get(b) ?? 0;
      if (late < Infinity && raised(a, late - most)) again = true;
      if (at.get(a) === Infinity || at.get(b) === Infinity) return true;
    }
  }
  return false;
}
