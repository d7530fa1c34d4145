import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, tableFaults } from './compile/compile.ts';
import {
  answerKey,
  applying,
  completions,
  type Given,
  outcomeKey,
  truth,
} from './every-completion.fixture.ts';
import { dice, randomTable, type Sample } from './random-table.fixture.ts';
import { InvalidTable } from './refuse/refusals.ts';

const seeds = fc.nat(10_000_000);

/** Every subset of the facts, each known one at a value of its own. */
function* partialFacts({ tried, given }: Sample, seed: number, least = 0): Generator<Given> {
  const random = dice(seed + 7);
  const names = Object.keys(tried);
  for (let subset = 0; subset < 2 ** names.length; subset += 1) {
    const known = names.filter((_, i) => (subset >> i) & 1);
    if (known.length < least) continue;
    for (let again = 0; again < (known.length > 0 ? 3 : 1); again += 1) {
      yield Object.fromEntries(known.map((name) => [name, random.pick(given[name])]));
    }
  }
}

function compiled(sample: Sample): ReturnType<typeof compile> | undefined {
  try {
    return compile(sample.table);
  } catch (error) {
    if (error instanceof InvalidTable) return undefined;
    throw error;
  }
}

test('no answer contradicts a completion, none is withheld that all share, and exactly what matters is asked', () => {
  const seen = { known: 0, early: 0, open: 0, tables: 0 };
  fc.assert(
    fc.property(seeds, (seed) => {
      const sample = randomTable(seed);
      const rules = compiled(sample);
      if (!rules) return;
      seen.tables += 1;
      for (const given of partialFacts(sample, seed)) {
        const { keys, matter } = truth(sample, given);
        const { known, outcome, ask, applies, because } = rules.decide(given);
        expect({ seed, given, known }).toEqual({ seed, given, known: keys.size === 1 });
        const told = because.find((one) => one.kind === 'rule' && one.status === 'applies');
        expect({ seed, given, row: applies?.row }).toEqual({
          seed,
          given,
          row: told?.kind === 'rule' ? told.row : undefined,
        });
        if (known) expect([answerKey(sample, outcome)]).toEqual([...keys]);
        else expect(outcome).toBeNull();
        expect({ seed, given, ask: [...ask].sort() }).toEqual({ seed, given, ask: matter });
        if (!known) seen.open += 1;
        else if (Object.keys(given).length < Object.keys(sample.tried).length) seen.early += 1;
        else seen.known += 1;
      }
    }),
    { numRuns: 300, seed: 5 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(200);
});

test('where facts are asked alone and as differences, what is known of one narrows the other', () => {
  const seen = { early: 0, open: 0, shared: 0 };
  fc.assert(
    fc.property(seeds, (seed) => {
      const sample = randomTable(seed, { policy: 'FIRST', linked: true });
      const rules = compiled(sample);
      if (!rules) return;
      if (sample.isShared) seen.shared += 1;
      const least = Object.keys(sample.tried).length - 2;
      for (const given of partialFacts(sample, seed, least)) {
        const { keys, matter } = truth(sample, given);
        const { known, outcome, ask } = rules.decide(given);
        expect({ seed, given, known }).toEqual({ seed, given, known: keys.size === 1 });
        if (known) expect([answerKey(sample, outcome)]).toEqual([...keys]);
        // Of facts that hang together more than one alone may be asked.
        expect(matter.filter((fact) => !ask.includes(fact))).toEqual([]);
        if (!known) seen.open += 1;
        else if (Object.keys(given).length < Object.keys(sample.tried).length) seen.early += 1;
      }
    }),
    { numRuns: 25, seed: 5 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
});

test('what is said to change an answer does, and whatever one fact alone can change is said', () => {
  let changes = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const sample = randomTable(seed);
      const rules = compiled(sample);
      if (!rules) return;
      for (const given of partialFacts(sample, seed)) {
        const { known, outcome, because } = rules.decide(given);
        const told = because.filter((one) => one.kind === 'change');
        for (const change of told) {
          const [{ fact, to }, ...more] = change.facts;
          if (more.length > 0) continue;
          changes += 1;
          const there = sample.tried[fact].filter((value) =>
            to.some((wanted) => fits(wanted, value, sample)),
          );
          for (const value of there) {
            const { keys } = truth(sample, { ...given, [fact]: value });
            expect([seed, [...keys]]).toEqual([seed, [answerKey(sample, change.outcome)]]);
          }
          if (known) expect(change.outcome).not.toEqual(outcome);
        }
        if (told.length >= 12 || !known || sample.isShared) continue;
        for (const [fact, values] of Object.entries(sample.tried)) {
          for (const value of values) {
            const { keys } = truth(sample, { ...given, [fact]: value });
            if (keys.size > 1 || keys.has(answerKey(sample, outcome))) continue;
            const fitting = told.filter(
              ({ facts }) =>
                facts.length === 1 &&
                facts[0].fact === fact &&
                facts[0].to.some((wanted) => fits(wanted, value, sample)),
            );
            expect([seed, given, fact, value, fitting.length]).toEqual([
              seed,
              given,
              fact,
              value,
              1,
            ]);
          }
        }
      }
    }),
    { numRuns: 150, seed: 9 },
  );
  expect(changes).toBeGreaterThan(500);
});

/** Only of types whose texts and numbers are in their order: of others only what is named. */
function fits(wanted: object, value: unknown, { table }: Sample): boolean {
  if ('is' in wanted)
    return typeof wanted.is === typeof value && normal(wanted.is) === normal(value);
  if (value === null) return false;
  if ('other' in wanted)
    return !JSON.stringify(table).includes(JSON.stringify(JSON.stringify(value)).slice(1, -1));
  const own = normal(value);
  return Object.entries(wanted).every(([bound, limit]) => {
    const than = normal(limit);
    if (bound === 'least') return own >= than;
    if (bound === 'above') return own > than;
    return bound === 'most' ? own <= than : own < than;
  });
}

function normal(value: unknown): number | string {
  const text = String(value);
  if (typeof value === 'string' && /T.*(Z|\+08:00)$/.test(text)) return Date.parse(text);
  const match =
    /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(text);
  if (match) {
    const [years, months, days, hours, minutes, seconds] = match
      .slice(2)
      .map((part) => Number(part ?? 0));
    const size = years * 12 + months + ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
    return match[1] === '-' ? 0 - size : size;
  }
  return typeof value === 'boolean' ? Number(value) : (value as number | string);
}

test('what is said to change an answer does, also where facts hang together', () => {
  let changes = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const sample = randomTable(seed, { policy: 'FIRST', linked: true });
      const rules = compiled(sample);
      if (!rules) return;
      const least = Object.keys(sample.tried).length - 2;
      for (const given of partialFacts(sample, seed, least)) {
        for (const change of rules.decide(given).because) {
          if (change.kind !== 'change' || change.facts.length > 1) continue;
          const [{ fact, to }] = change.facts;
          const there = sample.tried[fact].filter((value) =>
            to.some((wanted) => fits(wanted, value, sample)),
          );
          for (const value of there) {
            changes += 1;
            const { keys } = truth(sample, { ...given, [fact]: value });
            expect([seed, given, fact, value, [...keys]]).toEqual([
              seed,
              given,
              fact,
              value,
              [answerKey(sample, change.outcome)],
            ]);
          }
        }
      }
    }),
    { numRuns: 15, seed: 6 },
  );
  expect(changes).toBeGreaterThan(500);
});

test('an overlap, a disagreement, a gap are found where there is one, and nowhere else', () => {
  const seen = { overlap: 0, disagreement: 0, gap: 0, none: 0 };
  fc.assert(
    fc.property(seeds, fc.constantFrom('UNIQUE', 'ANY', 'FIRST'), (seed, policy) => {
      const sample = randomTable(seed, { policy });
      const all = [...completions(sample, {})].map((facts) => applying(sample, facts));
      const codes = new Set<string>(tableFaults(sample.table).map(({ code }) => code));
      const overlap = policy === 'UNIQUE' && all.some((rules) => rules.length > 1);
      const disagreement =
        policy === 'ANY' &&
        all.some((rules) => new Set(rules.map((rule) => sample.outcomes[rule])).size > 1);
      const gap = sample.otherwise === undefined && all.some((rules) => rules.length === 0);
      expect([seed, codes.has('overlap')]).toEqual([seed, overlap]);
      expect([seed, codes.has('disagreement')]).toEqual([seed, disagreement]);
      if (!overlap && !disagreement) expect([seed, codes.has('gap')]).toEqual([seed, gap]);
      if (overlap) seen.overlap += 1;
      else if (disagreement) seen.disagreement += 1;
      else if (gap) seen.gap += 1;
      else seen.none += 1;
    }),
    { numRuns: 800, seed: 3 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
});

test('with little work allowed nothing is said that is not so, and nothing that matters is left unasked', () => {
  let limited = 0;
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 20 }), (seed, most) => {
      const sample = randomTable(seed);
      if (!compiled(sample)) return;
      const rules = compile(sample.table, { most });
      for (const given of partialFacts(sample, seed)) {
        const { known, outcome, ask, because } = rules.decide(given);
        const { keys, matter } = truth(sample, given);
        if (known) expect([answerKey(sample, outcome)]).toEqual([...keys]);
        else expect(matter.filter((fact) => !ask.includes(fact))).toEqual([]);
        if (because.some(({ kind }) => kind === 'limit')) limited += 1;
      }
    }),
    { numRuns: 150, seed: 8 },
  );
  expect(limited).toBeGreaterThan(50);
});

test('facts that are all there are decided as they stand, and asked for none', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const sample = randomTable(seed);
      const rules = compiled(sample);
      if (!rules) return;
      let left = 200;
      for (const facts of completions(sample, {})) {
        if ((left -= 1) < 0) break;
        const { known, outcome, ask } = rules.decide(facts, { changes: false });
        expect([known, ask]).toEqual([true, []]);
        expect(answerKey(sample, outcome)).toBe(outcomeKey(sample, facts));
      }
    }),
    { numRuns: 200, seed: 4 },
  );
});
