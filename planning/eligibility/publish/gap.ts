import type { Compiled } from '../compile/compile-table.ts';
import { merged } from '../explain/merged.ts';
import { either, sayRange, sayValue } from '../explain/values.ts';
import { wordsOf } from '../explain/words.ts';
import { type FaultList, say } from '../refuse/fault.ts';
import { rangeOf } from '../search/axis.ts';
import { both, fullMask, isEmpty, keyOf, type Mask } from '../search/mask.ts';

/** So much work is done in search of a gap: a word of a mask for each atom of each state. */
const MOST_WORK = 5_000_000;

/** Finds facts of which no rule speaks, unless the table says what then holds or is a list, which may be empty. */
export function addGap(compiled: Compiled, faults: FaultList): void {
  const { table, outcomes, rowOf, shared } = compiled;
  if (table.hitPolicy === 'COLLECT' || outcomes.isSaid) return;
  const found = findGap(compiled, fullMask(rowOf.length));
  if (found === undefined) return;
  if (found === 'limit' || shared) {
    if (found !== 'limit' && !shared) return;
    faults.doubt(
      'gap-not-ruled-out',
      'rules',
      say('没能证明每种情形都有规则', 'could not be shown to speak of everything that may be'),
      say(
        '在末尾加一条不限的规则，或写默认结果',
        'add a rule at the end that accepts anything, or a default',
      ),
    );
    return;
  }
  const words = wordsOf(compiled);
  const parts = found.flatMap((regions, axis) => {
    if (!regions) return [];
    const { say: name, wording } = words.columns[compiled.axes[axis].columns[0]];
    const ranges = regions.map((region) => rangeOf(compiled.axes[axis], region));
    const value = either(
      merged(ranges, compiled.axes[axis].type).map((range) =>
        range ? sayRange(range, wording) : sayValue(null, wording),
      ),
    );
    return [say(`${name['zh-CN']}：${value['zh-CN']}`, `${name.en}: ${value.en}`)];
  });
  faults.doubt(
    'gap',
    'rules',
    say(
      `没有一条规则说到这种情形：${parts.map((part) => part['zh-CN']).join('，') || '任何情形'}`,
      `say nothing of this: ${parts.map(({ en }) => en).join(', ') || 'anything'}`,
    ),
    say('补一条规则，或写默认结果', 'add a rule for it, or a default'),
  );
}

/** Of each axis regions that no rule accepts together with the others; undefined: any will do. */
function findGap(
  { axes, order }: Compiled,
  all: Mask,
): (readonly number[] | undefined)[] | 'limit' | undefined {
  const seen = new Set<string>();
  const always: Mask[] = [];
  always[order.length] = all;
  for (let depth = order.length - 1; depth >= 0; depth -= 1) {
    always[depth] = both(always[depth + 1], axes[order[depth]].always);
  }
  const path: (readonly number[] | undefined)[] = axes.map(() => undefined);
  let left = MOST_WORK;
  const search = (depth: number, alive: Mask): boolean => {
    if (isEmpty(alive)) return true;
    if (!isEmpty(both(alive, always[depth])) || left < 0) return false;
    const key = `${depth},${keyOf(alive)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    const axis = order[depth];
    left -= axes[axis].atoms.length * alive.length;
    for (const { mask, regions } of axes[axis].atoms) {
      path[axis] = regions;
      if (search(depth + 1, both(alive, mask))) return true;
    }
    path[axis] = undefined;
    return false;
  };
  if (search(0, all)) return path;
  return left < 0 ? 'limit' : undefined;
}
