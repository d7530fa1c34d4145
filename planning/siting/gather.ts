import type { Level, Problem, Result } from './problem.ts';
import { levelOf } from './report.ts';
import { type Board, combine } from './search/combine.ts';
import { instanceOf } from './search/instance.ts';
import { mostOf, NOW, type Part, sum, withoutMust } from './search/part.ts';
import { partsOf } from './search/reduce.ts';
import type { News, Task } from './search/solve-parts.ts';
import { type Standing, standingNow } from './search/standing.ts';

/** A problem that is being solved: what there is to do, and what is known of it by now. */
export interface Gathering {
  task: Omit<Task, 'seconds'>;
  hear: (news: News) => void;
  curve: () => Pick<Level, 'most' | 'people' | 'bound'>[];
  /** At any time. */
  result: () => Omit<Result, 'seconds'>;
}

/** @param problem one without faults. */
export function gather(problem: Problem): Gathering {
  const instance = instanceOf(problem);
  const { most, budget } = instance;
  const parts = partsOf(instance);
  const board = parts.map((part) => firstRow(part, most));
  const asItIs = parts.map((part) => standingNow(withoutMust(part)));
  const least = sum(parts.map(({ must }) => must));

  function result(): Omit<Result, 'seconds'> {
    const now = parts.map(({ must }, p) => (must > 0 ? asItIs[p] : board[p]?.[0]) as Standing);
    const servedNow = sum(now.map(({ people }) => people));
    const levels: Level[] = [];
    combine(parts, board, most).forEach((chosen, i) => {
      const before = levels[i - 1]?.people ?? servedNow;
      levels.push(levelOf({ problem, instance, parts, now }, least + i, chosen, before));
    });
    return {
      people: sum(instance.people),
      inReach: sum(instance.people.filter((_, j) => instance.reach[j]?.length)),
      servedNow,
      levels,
      stopped: levels.some(({ proven }) => Object.values(proven).includes(false)),
    };
  }

  return {
    task: { parts, most, budget },
    hear: ({ part, stations, standing }) => {
      if (stations === NOW) asItIs[part] = standing;
      else (board[part] as Board[number])[stations] = standing;
    },
    curve: () =>
      combine(parts, board, most).map(({ people, bound }, i) => ({
        most: least + i,
        people,
        bound,
      })),
    result,
  };
}

/** Of every number of new sites something is known at once: that those do who are open anyway. */
function firstRow(part: Part, most: number): Board[number] {
  const row: Board[number] = [];
  for (let k = part.must; k <= mostOf(part, most); k += 1) row[k] = standingNow(part);
  return row;
}
