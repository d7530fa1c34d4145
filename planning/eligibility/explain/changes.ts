import type { Change, Wanted } from '../answer.ts';
import type { Compiled } from '../compile/compile-table.ts';
import type { Outcome } from '../compile/outcomes.ts';
import type { Resolution, Resolver } from '../decide/resolve.ts';
import { numberOf, regionsOf, type Standing } from '../decide/standing.ts';
import { say } from '../refuse/fault.ts';
import type { Range } from '../sfeel/read-cell.ts';
import { hasBetween, hasValue, isDiscrete, type Value } from '../sfeel/value.ts';
import type { Say, ValueType } from '../table.ts';
import { either, jsonOf, sayRange, sayValue } from './values.ts';
import type { Words } from './words.ts';

/** So many changes are told at most. */
export const MOST_CHANGES = 12;

/** Pairs of facts are only looked at while no more combinations than these have been. */
const MOST_PAIRS = 4000;

/** A stretch of one fact's values that the table does not tell apart. */
interface Stretch {
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
  now: Resolution;
}

/**
 * What would change an answer: of each single fact that alone leads to a known other outcome, all of its values that do. Where no single fact does, pairs.
 *
 * @returns at most `MOST_CHANGES`, facts in the order of the columns.
 */
export function changesOf(around: Around): Change[] {
  const { compiled } = around;
  const stretches = compiled.facts.map((_, fact) => stretchesOf(around, fact));
  const changes: Change[] = [];
  stretches.forEach((own, fact) => {
    for (const [outcome, lead] of leadsOf(around, fact, own, around.standings)) {
      changes.push(changeOf(around, outcome, [{ fact, stretches: lead }]));
    }
  });
  if (changes.length === 0) changes.push(...pairsOf(around, stretches));
  return changes.slice(0, MOST_CHANGES);
}

/** Of one fact: for each known outcome that is not the answer's, what of it leads there. */
function leadsOf(
  { compiled, resolver, now }: Around,
  fact: number,
  stretches: readonly Stretch[],
  standings: readonly Standing[],
): Map<Outcome, Stretch[]> {
  const byKey = new Map<string, [Outcome, Stretch[]]>();
  const tried = [...standings];
  for (const stretch of stretches) {
    tried[fact] = stretch.sample;
    const there = resolver.resolve(regionsOf(compiled, tried), tried);
    if (!there.known || (now.known && there.key === now.key)) continue;
    const found = byKey.get(there.key);
    if (found) found[1].push(stretch);
    else byKey.set(there.key, [there.outcome, [stretch]]);
  }
  return new Map(byKey.values());
}

function pairsOf(around: Around, stretches: readonly (readonly Stretch[])[]): Change[] {
  const changes: Change[] = [];
  let looked = 0;
  for (let a = 0; a < stretches.length; a += 1) {
    for (let b = a + 1; b < stretches.length; b += 1) {
      looked += stretches[a].length * stretches[b].length;
      if (looked > MOST_PAIRS || changes.length >= MOST_CHANGES) return changes;
      const alike = new Map<string, [Outcome, Stretch[], Stretch[]]>();
      for (const stretch of stretches[a]) {
        const tried = [...around.standings];
        tried[a] = stretch.sample;
        for (const [outcome, own] of leadsOf(around, b, stretches[b], tried)) {
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
      }
    }
  }
  return changes;
}

/** A fact's values divided where any of its axes tells them apart, what else is known being as it is. */
function stretchesOf({ compiled, standings }: Around, fact: number): Stretch[] {
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
  const regions = regionsOf(compiled, tried);
  return compiled.facts[fact].axes.every(
    (axis) => regions[axis] < 0 || compiled.axes[axis].possible[regions[axis]],
  );
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
  const ranges = merged(stretches, wording.type);
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
  const { facts, sources } = compiled;
  const { wording } = words.facts[fact];
  return (value) => {
    for (const axis of facts[fact].axes) {
      const { minuend, subtrahend } = sources[axis];
      const other = minuend === fact ? subtrahend : minuend;
      if (subtrahend === undefined || typeof other !== 'number' || other === fact) continue;
      if (standings[other] === value && facts[other].type === facts[fact].type)
        return words.facts[other].say;
    }
    return sayValue(value, wording);
  };
}

/** Neighbouring stretches as one; of whole values those that follow one another too. */
function merged(stretches: readonly Stretch[], type: ValueType | undefined): (Range | undefined)[] {
  const ranges: (Range | undefined)[] = [];
  for (const { range } of stretches) {
    const last = ranges.at(-1);
    if (type !== 'string' && range && last && touches(last, range)) {
      ranges[ranges.length - 1] = {
        ...(last.lo !== undefined && { lo: last.lo }),
        loOpen: last.loOpen,
        ...(range.hi !== undefined && { hi: range.hi }),
        hiOpen: range.hiOpen,
      };
    } else ranges.push(range);
  }
  return ranges;
}

function touches(a: Range, b: Range): boolean {
  return a.hi !== undefined && a.hi === b.lo && !(a.hiOpen && b.loOpen);
}
