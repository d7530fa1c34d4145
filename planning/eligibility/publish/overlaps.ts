import type { Compiled } from '../compile/compile-table.ts';
import { type FaultList, say } from '../refuse/fault.ts';
import { rangeOf } from '../search/axis.ts';
import { linkedAxes, linksOf, type OpenAxis } from '../search/links.ts';
import { addTo, emptyMask, has, isEmpty, join, keep, type Mask, rulesOf } from '../search/mask.ts';
import { DAY } from '../sfeel/value.ts';

/** Finds rules of a `UNIQUE` table that apply together, of an `ANY` table that do and disagree, and of a `FIRST` table those that one before them always forestalls. */
export function addOverlaps(compiled: Compiled, faults: FaultList): void {
  const { table, outcomes } = compiled;
  const { hitPolicy } = table;
  if (hitPolicy === 'COLLECT') return;
  const together = hitPolicy === 'FIRST' ? undefined : jointly(compiled);
  for (let later = 1; later < table.rules.length; later += 1) {
    if (hitPolicy === 'FIRST') {
      const [earlier] = rulesOf(everywhere(compiled, later, 'all'));
      if (earlier !== undefined) addForestalled(compiled, earlier, later, faults);
      continue;
    }
    for (const earlier of rulesOf(everywhere(compiled, later, 'some'))) {
      if (hitPolicy === 'ANY' && outcomes.ofRow[earlier] === outcomes.ofRow[later]) continue;
      if (together?.(earlier, later)) addTogether(compiled, earlier, later, faults);
      if (faults.isFull) return;
    }
  }
}

/** The rules before one that on each axis accept all, or something, of what it accepts. */
function everywhere({ axes, order, rowOf }: Compiled, rule: number, how: 'all' | 'some'): Mask {
  const rules = emptyMask(rowOf.length);
  for (let earlier = 0; earlier < rule; earlier += 1) addTo(rules, earlier);
  for (const axis of order) {
    if (isEmpty(rules)) break;
    const { atoms, always, ever } = axes[axis];
    if (has(always, rule)) keep(rules, how === 'all' ? always : ever);
    else {
      const own = new Uint32Array(rules.length).fill(how === 'all' ? 0xffffffff : 0);
      for (const { mask } of atoms) {
        if (!has(mask, rule)) continue;
        if (how === 'all') keep(own, mask);
        else join(own, mask);
      }
      keep(rules, own);
    }
  }
  return rules;
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
