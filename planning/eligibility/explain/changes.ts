import type { Change, Outcome, Wanted } from '../answer.ts';
import type { Compiled } from '../compile/compile-table.ts';
import type { Side } from '../compile/facts.ts';
import type { Resolution, Resolver } from '../decide/resolve.ts';
import { numberOf, regionIn, regionsWith, type Standing, UNKNOWN } from '../decide/standing.ts';
import { say } from '../refuse/fault.ts';
import { closed } from '../sfeel/closed.ts';
import type { Range } from '../sfeel/read-cell.ts';
import { hasBetween, hasValue, isDiscrete, type Value } from '../sfeel/value.ts';
import type { Say, ValueType } from '../table.ts';
import { merged } from './merged.ts';
import { either, jsonOf, sayRange, sayValue } from './values.ts';
import type { Words } from './words.ts';

/** So many changes are told at most. */
export const MOST_CHANGES = 12;

/** Changes are looked for while no more work than this has been done on one answer, in words of masks. */
const MOST_WORK = 500_000;

/** A stretch of one fact's values that the table does not tell apart. */
export interface Stretch {
  /** Some value in it. */
  sample: Standing;
  /** Undefined: null. */
  range: Range | undefined;
}

/** Stretches of a fact that lead to one outcome, all else being as it is. */
interface Lead {
  fact: number;
  stretches: readonly Stretch[];
}

interface Around {
  compiled: Compiled;
  resolver: Resolver;
  words: Words;
  standings: readonly Standing[];
  regions: readonly number[];
  now: Resolution;
  /** How facts are divided, as far as that is always the same. */
  kept: (readonly Stretch[] | undefined)[];
}

/**
 * What would change an answer: of each single fact that alone leads to a known other outcome, all of its values that do. Where a known answer is changed by no single fact, pairs.
 *
 * Of large tables only as far as the work allowed goes: what is told is so, but there may be more.
 *
 * @returns at most `MOST_CHANGES`, facts in the order of the columns.
 */
export function changesOf(around: Around): Change[] {
  const { compiled, resolver, standings, regions } = around;
  const until = resolver.spent + MOST_WORK;
  const changes: Change[] = [];
  const stretches: (readonly Stretch[])[] = [];
  for (let fact = 0; fact < compiled.facts.length; fact += 1) {
    stretches[fact] = stretchesOf(around, fact);
    const leads = leadsOf(around, fact, stretches[fact], standings, regions, until);
    if (!leads) return changes;
    for (const [outcome, lead] of leads) {
      changes.push(changeOf(around, outcome, [{ fact, stretches: lead }]));
      if (changes.length >= MOST_CHANGES) return changes;
    }
  }
  const isAlone = changes.length > 0 || !around.now.known;
  return isAlone ? changes : pairsOf(around, stretches, until);
}

/** Of one fact: for each known outcome that is not the answer's, what of it leads there. Undefined where the work ran out. */
function leadsOf(
  { compiled, resolver, now }: Around,
  fact: number,
  stretches: readonly Stretch[],
  standings: readonly Standing[],
  regions: readonly number[],
  until: number,
): Map<Outcome, Stretch[]> | undefined {
  const byKey = new Map<string, [Outcome, Stretch[]]>();
  const tried = [...standings];
  for (const stretch of stretches) {
    if (resolver.spent > until) return undefined;
    tried[fact] = stretch.sample;
    const there = resolver.resolve(regionsWith(compiled, regions, tried, fact), tried);
    if (!there.known || (now.known && there.key === now.key)) continue;
    const found = byKey.get(there.key);
    if (found) found[1].push(stretch);
    else byKey.set(there.key, [there.outcome, [stretch]]);
  }
  return new Map(byKey.values());
}

function pairsOf(
  around: Around,
  stretches: readonly (readonly Stretch[])[],
  until: number,
): Change[] {
  const { compiled, standings, regions } = around;
  const changes: Change[] = [];
  for (let a = 0; a < stretches.length; a += 1) {
    for (let b = a + 1; b < stretches.length; b += 1) {
      const alike = new Map<string, [Outcome, Stretch[], Stretch[]]>();
      for (const stretch of stretches[a]) {
        const tried = [...standings];
        tried[a] = stretch.sample;
        const there = regionsWith(compiled, regions, tried, a);
        const leads = leadsOf(around, b, stretches[b], tried, there, until);
        if (!leads) return changes;
        for (const [outcome, own] of leads) {
          const places = own.map((one) => stretches[b].indexOf(one)).join();
          const key = `${JSON.stringify(outcome)} ${places}`;
          const found = alike.get(key);
          if (found) found[1].push(stretch);
          else alike.set(key, [outcome, [stretch], own]);
        }
      }
      for (const [outcome, first, second] of alike.values()) {
        const leads = [
          { fact: a, stretches: first },
          { fact: b, stretches: second },
        ];
        changes.push(changeOf(around, outcome, leads));
        if (changes.length >= MOST_CHANGES) return changes;
      }
    }
  }
  return changes;
}

/** A fact's values divided where any of its axes tells them apart, what else is known being as it is. */
function stretchesOf(around: Around, fact: number): readonly Stretch[] {
  const { sources, facts } = around.compiled;
  const [only, ...more] = facts[fact].axes;
  if (more.length > 0 || sources[only].subtrahend !== undefined) return stretchesNow(around, fact);
  // One question about the fact alone: it is divided the same whatever else is known.
  around.kept[fact] ??= stretchesNow(around, fact);
  return around.kept[fact];
}

function stretchesNow(around: Around, fact: number): Stretch[] {
  const { compiled, standings } = around;
  const { axes, sources, facts } = compiled;
  const { type, axes: own } = facts[fact];
  const points = new Set<Value>();
  let isNullable = false;
  for (const a of own) {
    const { minuend, subtrahend, scale } = sources[a];
    isNullable ||= axes[a].possible.at(-1) === true;
    if (subtrahend === undefined) {
      for (const point of axes[a].points) points.add(point);
      continue;
    }
    const isFirst = minuend === fact;
    const other = standings[numberOf(isFirst ? subtrahend : minuend, facts.length)];
    if (other === undefined && isAskedElsewhere(around.compiled, isFirst ? subtrahend : minuend)) {
      return [];
    }
    if (other === null || other === undefined || minuend === subtrahend) continue;
    const known = Number(other) * scale[isFirst ? 1 : 0];
    for (const point of axes[a].points) {
      const sum = isFirst ? Number(point) + known : known - Number(point);
      points.add(sum / scale[isFirst ? 0 : 1]);
    }
  }
  const sorted = [...points].sort((a, b) => (a < b ? -1 : 1));
  const stretches = sorted.flatMap((point, i) => [
    ...between(type, sorted[i - 1], point),
    ...(type === undefined || hasValue(type, point)
      ? [{ sample: point, range: { lo: point, hi: point, loOpen: false, hiOpen: false } }]
      : []),
  ]);
  stretches.push(...between(type, sorted.at(-1), undefined));
  if (isNullable) stretches.push({ sample: null, range: undefined });
  return stretches.filter(({ sample }) => isAllowed(compiled, standings, fact, sample));
}

/** What is known of a fact then narrows a missing one, value by value: nothing can be told of stretches. */
function isAskedElsewhere({ facts }: Compiled, side: Side): boolean {
  return typeof side === 'number' && facts[side].axes.length > 1;
}

function between(
  type: ValueType | undefined,
  lo: Value | undefined,
  hi: Value | undefined,
): Stretch[] {
  if (type !== undefined && !hasBetween(type, lo, hi)) return [];
  const range: Range = {
    ...(lo !== undefined && { lo }),
    loOpen: true,
    ...(hi !== undefined && { hi }),
    hiOpen: true,
  };
  if (type === 'string' || typeof lo === 'string' || typeof hi === 'string') {
    return [{ sample: lo === undefined ? '' : `${lo}\0`, range }];
  }
  const least = type === 'boolean' || type === 'time' ? 0 : undefined;
  let sample: number;
  if (lo === undefined) sample = hi === undefined ? (least ?? 0) : (least ?? hi - 1);
  else if (hi === undefined) sample = lo + 1;
  else sample = (lo + hi) / 2;
  if (type !== undefined && isDiscrete(type)) {
    sample = lo === undefined ? (least ?? Math.ceil(hi ?? 1) - 1) : Math.floor(lo) + 1;
  }
  if (type === 'time' && hi === undefined && lo !== undefined) sample = (lo + 86_400_000) / 2;
  return [{ sample, range }];
}

function isAllowed(
  compiled: Compiled,
  standings: readonly Standing[],
  fact: number,
  sample: Standing,
): boolean {
  const tried = [...standings];
  tried[fact] = sample;
  return compiled.facts[fact].axes.every((axis) => {
    const region = regionIn(compiled, axis, tried);
    return region === UNKNOWN || compiled.axes[axis].possible[region];
  });
}

function changeOf(around: Around, outcome: Outcome, leads: readonly Lead[]): Change {
  const { words } = around;
  const facts = leads.map((lead) => wantedOf(around, lead));
  const all = facts.map((fact) => fact.say);
  const told = words.outcome(outcome);
  return {
    kind: 'change',
    outcome,
    facts,
    say: say(
      `若${all.map((one) => one['zh-CN']).join('，且')}，则为“${told['zh-CN']}”`,
      `${all.map(({ en }) => en).join(' and ')} would make it “${told.en}”`,
    ),
  };
}

function wantedOf(around: Around, { fact, stretches }: Lead): Change['facts'][number] {
  const { words, compiled } = around;
  const { say: name, wording } = words.facts[fact];
  const ranges = merged(
    stretches.map(({ range }) => range),
    wording.type,
  ).map((range) => closed(range, wording.type));
  const ends = endsOf(around, fact);
  const parts: Say[] = [];
  const to: Wanted[] = [];
  let others = false;
  for (const range of ranges) {
    if (!range) {
      to.push({ is: null });
      parts.push(sayValue(null, wording));
    } else if (range.lo !== undefined && range.lo === range.hi) {
      to.push({ is: jsonOf(range.lo, wording) });
      parts.push(ends(range.lo));
    } else if (isOther(range, wording.type) && hasAllOthers(around, fact, ranges)) others = true;
    else {
      const { lo, hi, loOpen, hiOpen } = range;
      to.push({
        ...(lo !== undefined && { [loOpen ? 'above' : 'least']: jsonOf(lo, wording) }),
        ...(hi !== undefined && { [hiOpen ? 'below' : 'most']: jsonOf(hi, wording) }),
      });
      parts.push(sayRange(range, wording, ends));
    }
  }
  if (others) {
    to.push({ other: true });
    parts.push(say('其他值', 'anything else'));
  }
  const all = either(parts);
  const plain = wording.type === 'date and time' || wording.type === 'date' ? '' : '为 ';
  return {
    fact: compiled.facts[fact].name,
    to,
    say: say(`${name['zh-CN']}${plain}${all['zh-CN']}`, `${name.en} ${all.en}`),
  };
}

/** A text that the table does not name: it is one of many, which are told apart only where cells order texts. */
function isOther({ lo, hi }: Range, type: ValueType | undefined): boolean {
  return type === undefined || (type === 'string' && (lo === undefined || lo !== hi));
}

function hasAllOthers(
  around: Around,
  fact: number,
  ranges: readonly (Range | undefined)[],
): boolean {
  const { type } = around.words.facts[fact].wording;
  const count = (list: readonly (Range | undefined)[]) =>
    list.filter((range) => range && isOther(range, type)).length;
  return count(ranges) === count(stretchesOf(around, fact).map(({ range }) => range));
}

/** A bound that is itself another fact is said by that fact's name: “and arrival”. */
function endsOf({ compiled, words, standings }: Around, fact: number): (value: Value) => Say {
  const { axes, facts, sources } = compiled;
  const { wording } = words.facts[fact];
  return (value) => {
    for (const axis of facts[fact].axes) {
      const { minuend, subtrahend } = sources[axis];
      const other = minuend === fact ? subtrahend : minuend;
      if (subtrahend === undefined || typeof other !== 'number' || other === fact) continue;
      if (!axes[axis].points.includes(0)) continue;
      if (standings[other] === value && facts[other].type === facts[fact].type)
        return words.facts[other].say;
    }
    return sayValue(value, wording);
  };
}
