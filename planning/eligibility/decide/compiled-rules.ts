import type { Answer, Because, Change, Open, Outcome } from '../answer.ts';
import type { Compiled } from '../compile/compile-table.ts';
import { ruleApplied, rulesOfAnswer } from '../explain/because.ts';
import { changesOf, type Stretch } from '../explain/changes.ts';
import { sourceOf } from '../explain/source.ts';
import { type Words, wordsOf } from '../explain/words.ts';
import { type FactCode, type Fault, say, type TableFault } from '../refuse/fault.ts';
import { InvalidFacts } from '../refuse/refusals.ts';
import { findDateTime, findValue } from '../sfeel/value.ts';
import type { DecisionTable, Facts, ValueType } from '../table.ts';
import { spanOf } from './in-force.ts';
import { type Resolution, Resolver } from './resolve.ts';
import type { DecideOptions, Rules } from './rules.ts';
import { regionsOf, type Standing } from './standing.ts';

/** What `compile` makes of a table. */
export class CompiledRules implements Rules {
  readonly table: DecisionTable;
  readonly faults: readonly TableFault[];
  readonly #compiled: Compiled;
  readonly #resolver: Resolver;
  readonly #words: Words;
  readonly #stretches: (readonly Stretch[] | undefined)[] = [];
  readonly #source: readonly Because[];
  /** Of each fact that it is still to be known. */
  readonly #asks: readonly Because[];
  readonly #span: readonly [from: number, until: number];
  readonly #asksClock: boolean;
  readonly #differs: boolean;

  constructor(compiled: Compiled, faults: readonly TableFault[], most?: number) {
    this.table = compiled.table;
    this.faults = faults;
    this.#compiled = compiled;
    this.#resolver = new Resolver(compiled, most);
    this.#words = wordsOf(compiled);
    this.#source = sourceOf(compiled.table);
    this.#asks = compiled.facts.map(({ name }, fact): Because => {
      const words = this.#words.facts[fact].say;
      const text = say(`还需要知道：${words['zh-CN']}`, `still to be known: ${words.en}`);
      return { kind: 'ask', fact: name, say: text };
    });
    this.#span = spanOf(compiled.table);
    this.#asksClock = compiled.sources.some(
      ({ minuend, subtrahend }) => minuend === 'clock' || subtrahend === 'clock',
    );
    this.#differs = compiled.sources.some(({ subtrahend }) => subtrahend !== undefined);
  }

  get facts(): string[] {
    return this.#compiled.facts.map(({ name }) => name);
  }

  decide(facts: Facts, { at, changes = true }: DecideOptions = {}): Answer {
    const faults: Fault<FactCode>[] = [];
    const clock = this.#clockOf(at, faults);
    const standings = this.#standingsOf(facts, faults);
    standings.push(clock);
    const regions = regionsOf(this.#compiled, standings);
    this.#checkAllowed(regions, standings, facts, faults);
    if (faults.length > 0) throw new InvalidFacts(faults);
    const now = this.#resolver.resolve(regions, standings);
    const asked = this.#askedOf(now, standings);
    const around = {
      compiled: this.#compiled,
      resolver: this.#resolver,
      words: this.#words,
      standings,
      regions,
      now,
      kept: this.#stretches,
    };
    const ask = asked.map((fact) => this.#compiled.facts[fact].name);
    const inWords = (): Because[] => {
      const because: Because[] = [];
      if (!now.known) because.push(...this.#openOf(now, asked));
      for (const statement of rulesOfAnswer(around)) because.push(statement);
      if (changes && !now.limited) {
        for (const change of this.#changesOf(around)) because.push(change);
      }
      for (const statement of this.#source) because.push(statement);
      return because;
    };
    let said: Because[] | undefined;
    return {
      known: now.known,
      outcome: now.outcome,
      ask,
      applies: ruleApplied(around),
      get because() {
        said ??= inWords();
        return said;
      },
    };
  }

  #clockOf(at: string | undefined, faults: Fault<FactCode>[]): number | undefined {
    const [from, until] = this.#span;
    const isDated = from !== -Infinity || until !== Infinity;
    if (at === undefined) {
      if (isDated || this.#asksClock) {
        faults.push({
          code: 'no-clock',
          at: 'at',
          cause: say(
            '没有给出时刻，而这张表有时限',
            'is missing; the table holds for a time, or asks for it',
          ),
          remedy: say(
            '给出判断所按的时刻，如 2022-11-17T07:20:00+08:00',
            'give the moment to decide for, such as 2022-11-17T07:20:00+08:00',
          ),
        });
      }
      return undefined;
    }
    const clock = typeof at === 'string' ? findDateTime(at, this.#compiled.offset) : undefined;
    if (clock === undefined) {
      faults.push({
        code: 'bad-clock',
        at: 'at',
        cause: say('不是时刻', 'is no moment'),
        remedy: say(
          '写 2022-11-17T07:20:00+08:00 这样的时刻',
          'give one such as 2022-11-17T07:20:00+08:00',
        ),
      });
    } else if (clock < from || clock >= until) {
      const { from: first = '…', until: last = '…' } = this.table.issue ?? {};
      faults.push({
        code: 'not-in-force',
        at: 'at',
        cause: say(
          `在 ${at} 时这张表不生效（${first} 至 ${last}）`,
          `is ${at}, when the table does not hold (${first} to ${last})`,
        ),
        remedy: say(
          '用当时生效的版本，或换一个时刻',
          'use the version that holds then, or another moment',
        ),
      });
    }
    return clock;
  }

  #standingsOf(facts: Facts, faults: Fault<FactCode>[]): Standing[] {
    if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) {
      faults.push({
        code: 'not-facts',
        at: '',
        cause: say('不是一组事实', 'is no object of facts'),
        remedy: say('写 { "事实": 值 }', 'give { "fact": value }'),
      });
      return this.#compiled.facts.map(() => undefined);
    }
    return this.#compiled.facts.map(({ name, type }): Standing => {
      const raw = Object.hasOwn(facts, name) ? facts[name] : undefined;
      if (raw === undefined || raw === null) return raw;
      if (type === undefined) return 0;
      const value = findValue(type, raw, this.#compiled.offset);
      if (value === undefined) faults.push(wrongType(name, type));
      return value;
    });
  }

  #checkAllowed(
    regions: readonly number[],
    standings: readonly Standing[],
    facts: Facts,
    faults: Fault<FactCode>[],
  ): void {
    const { axes, sources, table } = this.#compiled;
    for (let a = 0; a < axes.length; a += 1) {
      const { possible, columns } = axes[a];
      const region = regions[a];
      if (region < 0 || possible[region] || region === possible.length - 1) continue;
      const { minuend } = sources[a];
      if (typeof minuend !== 'number' || standings[minuend] === undefined) continue;
      const { name } = this.#compiled.facts[minuend];
      const { values = '' } = table.columns[columns[0]];
      const shown = JSON.stringify(facts[name])?.slice(0, 60);
      faults.push({
        code: 'not-allowed',
        at: name,
        cause: say(`${shown} 不在取值范围里`, `is ${shown}, not among the values allowed`),
        remedy: say(
          `写一个允许的值：${values.slice(0, 200)}`,
          `give a value that is allowed: ${values.slice(0, 200)}`,
        ),
      });
    }
  }

  #askedOf(now: Resolution, standings: readonly Standing[]): number[] {
    const { sources } = this.#compiled;
    const asked = new Set<number>();
    for (const axis of now.asks) {
      const { minuend, subtrahend } = sources[axis];
      for (const side of [minuend, subtrahend]) {
        if (typeof side === 'number' && standings[side] === undefined) asked.add(side);
      }
    }
    return [...asked].sort((a, b) => a - b);
  }

  #openOf(now: Resolution, asked: readonly number[]): Because[] {
    now.open ??= now.limited
      ? { kind: 'limit', say: TOO_MUCH }
      : openStatement(now.possible, this.#words);
    return [now.open, ...asked.map((fact) => this.#asks[fact])];
  }

  /** Where no column subtracts, what would change an answer is the same for all who stand alike. */
  #changesOf(
    around: Parameters<typeof changesOf>[0] & { regions: readonly number[] },
  ): readonly Change[] {
    if (this.#differs) return changesOf(around);
    around.now.changes ??= changesOf(around);
    return around.now.changes;
  }
}

function openStatement(possible: readonly Outcome[], words: Words): Open {
  const told = possible.map((outcome) => words.outcome(outcome));
  const zh = told.map((one) => `“${one['zh-CN']}”`).join('或');
  const en = told.map((one) => `“${one.en}”`).join(' or ');
  const text =
    told.length > 0
      ? say(`还不能定：可能是${zh}`, `not known yet: it may be ${en}`)
      : say('还不能定', 'not known yet');
  return { kind: 'open', outcomes: [...possible], say: text };
}

const TOO_MUCH = say(
  '可能的情形太多，没有算完：先补上所列的事实',
  'there are too many possibilities to look at; give the facts that are listed',
);

const WANTED: Record<ValueType, readonly [zh: string, en: string]> = {
  string: ['文字', 'a text'],
  number: ['数', 'a number'],
  integer: ['整数', 'a whole number'],
  boolean: ['true 或 false', 'true or false'],
  date: ['日期，如 "2022-11-17"', 'a date such as "2022-11-17"'],
  time: ['时间，如 "07:20:00"', 'a time such as "07:20:00"'],
  'date and time': [
    '时刻，如 "2022-11-17T07:20:00+08:00"',
    'a moment such as "2022-11-17T07:20:00+08:00"',
  ],
  'days and time duration': ['时长，如 "PT48H"', 'a duration such as "PT48H"'],
  'years and months duration': ['时长，如 "P1Y6M"', 'a duration such as "P1Y6M"'],
};

function wrongType(name: string, type: ValueType): Fault<FactCode> {
  const [zh, en] = WANTED[type];
  return {
    code: 'wrong-type',
    at: name,
    cause: say(`应为${zh}`, `is not ${en}`),
    remedy: say(
      `写${zh}；没有就写 null，不知道就不写`,
      `give ${en}; null where there is none, nothing where it is not known`,
    ),
  };
}
