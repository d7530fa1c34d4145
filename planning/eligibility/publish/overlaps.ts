import type { Compiled } from '../compile/compile-table.ts';
import { type FaultList, say } from '../refuse/fault.ts';
import { rangeOf } from '../search/axis.ts';
import { linkedAxes, linksOf, type OpenAxis } from '../search/links.ts';
import { has } from '../search/mask.ts';
import { DAY } from '../sfeel/value.ts';

/** Finds rules of a `UNIQUE` table that apply together, of an `ANY` table that do and disagree, and of a `FIRST` table those that one before them always forestalls. */
export function addOverlaps(compiled: Compiled, faults: FaultList): void {
  const { table, outcomes } = compiled;
  const { hitPolicy } = table;
  if (hitPolicy === 'COLLECT') return;
  const accepts = table.rules.map((_, rule) => atomsOf(compiled, rule));
  const together = hitPolicy === 'FIRST' ? undefined : jointly(compiled);
  for (let later = 1; later < accepts.length; later += 1) {
    for (let earlier = 0; earlier < later; earlier += 1) {
      if (hitPolicy === 'FIRST') {
        if (!accepts[later].every((own, a) => own.every((is, i) => !is || accepts[earlier][a][i])))
          continue;
        addForestalled(compiled, earlier, later, faults);
        break;
      }
      if (hitPolicy === 'ANY' && outcomes.ofRow[earlier] === outcomes.ofRow[later]) continue;
      const meet = accepts[later].every((own, a) =>
        own.some((is, i) => is && accepts[earlier][a][i]),
      );
      if (meet && together?.(earlier, later)) addTogether(compiled, earlier, later, faults);
    }
  }
}

/** [axis][atom] whether the rule accepts it. */
function atomsOf({ axes }: Compiled, rule: number): boolean[][] {
  return axes.map(({ atoms }) => atoms.map(({ mask }) => has(mask, rule)));
}

/** Whether two rules that meet on each axis can apply together, where axes share facts. */
function jointly({ axes, sources, shared }: Compiled): (a: number, b: number) => boolean {
  if (!shared) return () => true;
  const sides = axes.map((axis, a): OpenAxis => {
    const { minuend, subtrahend } = sources[a];
    return {
      minuend: minuend === 'clock' ? CLOCK : minuend,
      subtrahend: subtrahend === 'clock' ? CLOCK : subtrahend,
      offset: 0,
      scale: subtrahend === undefined && axis.type === 'date' ? DAY : 1,
      ranges: axis.possible.map((_, region) => rangeOf(axis, region)),
    };
  });
  const linked = linkedAxes(
    sides.map((side, a) => ({ ...side, isNullable: axes[a].possible.at(-1) === true })),
  );
  const { choose, undo } = linksOf(sides, linked);
  return (a, b) => {
    const from = (axis: number): boolean => {
      if (axis === axes.length) return true;
      if (!linked[axis]) return from(axis + 1);
      const { masks, possible } = axes[axis];
      return masks.some((mask, region) => {
        if (!possible[region] || !has(mask, a) || !has(mask, b)) return false;
        const can = choose(axis, region) && from(axis + 1);
        undo();
        return can;
      });
    };
    return from(0);
  };
}

/** The clock among the facts: a number that no fact has. */
const CLOCK = 1_000_000;

function addTogether(
  { table, columns, axisOf, axes }: Compiled,
  earlier: number,
  later: number,
  faults: FaultList,
): void {
  const differ = columns.findIndex(({ cells }, c) => {
    const { any } = cells[later];
    return !any && axes[axisOf[c]].atoms.length > 1;
  });
  const at = `rules[${later}].when[${Math.max(0, differ)}]`;
  const [first, second] = [earlier + 1, later + 1];
  const remedy = say(
    `改其中一条，使它们不能同时适用；或改用 FIRST`,
    'change one of them so that they cannot both apply, or use FIRST',
  );
  const cell = table.rules[later].cells?.[Math.max(0, differ)];
  if (table.hitPolicy === 'UNIQUE') {
    faults.add(
      'overlap',
      at,
      say(
        `UNIQUE 表的第 ${first} 条与第 ${second} 条可以同时适用`,
        `rule ${second} can apply together with rule ${first}, which a UNIQUE table does not allow`,
      ),
      remedy,
      cell,
    );
  } else {
    faults.add(
      'disagreement',
      `rules[${later}].gives[0]`,
      say(
        `ANY 表的第 ${first} 条与第 ${second} 条可以同时适用，结果却不同`,
        `rule ${second} can apply together with rule ${first} and says otherwise, which an ANY table does not allow`,
      ),
      remedy,
    );
  }
}

function addForestalled(
  { table }: Compiled,
  earlier: number,
  later: number,
  faults: FaultList,
): void {
  faults.doubt(
    'rule-never',
    `rules[${later}]`,
    say(
      `第 ${later + 1} 条永远轮不到：第 ${earlier + 1} 条总在它前面适用`,
      `rule ${later + 1} is never reached: rule ${earlier + 1} always applies before it`,
    ),
    say('去掉它，或移到前面', 'leave it out, or put it before'),
    table.rules[later].cells?.[0],
  );
}
