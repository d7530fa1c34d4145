import { expect, test } from 'vitest';
import { examples } from '../../contract.examples.ts';
import type { Source, Tanker } from '../../water.ts';
import { brokenBy } from './broken.ts';
import { oneDay } from './day.fixture.ts';
import { follow } from './follow.ts';

const { rides } = follow(oneDay.schedule, () => oneDay.home);
const [exampleSource, exampleTanker] = [
  examples.getDay.output.sources[0],
  examples.getDay.output.tankers[0],
];
if (!exampleSource || !exampleTanker) throw new Error('the examples have no source or tanker');
const source = (part: Partial<Source>): Source => ({ ...exampleSource, id: 's-well', ...part });
const tanker = (part: Partial<Tanker>): Tanker => ({ ...exampleTanker, id: 'tanker', ...part });

const broken = (one: Source, other: Tanker, now: number) =>
  brokenBy(
    rides,
    { sources: new Map([[one.id, one]]), tankers: new Map([[other.id, other]]) },
    { day: '2022-11-10', now },
  );

test('with everything in use nothing is broken', () => {
  expect(broken(source({}), tanker({}), 0)).toEqual([]);
});

test('a closed source breaks the fills that are still to come', () => {
  const closed = source({ state: 'closed' });
  expect(broken(closed, tanker({}), 0)).toMatchObject([
    { kind: 'source', why: 'closed', stops: 2, litres: 9000 },
  ]);
  expect(broken(closed, tanker({}), 30_000)).toMatchObject([{ stops: 1, litres: 4000 }]);
  expect(broken(closed, tanker({}), 40_000)).toEqual([]);
});

test('so does a consent that has ended', () => {
  expect(broken(source({ consentUntil: '2022-11-09' }), tanker({}), 0)).toMatchObject([
    { why: 'consent-ended' },
  ]);
});

test('a tanker out of use, or a sprinkler not disinfected, breaks its deliveries', () => {
  expect(broken(source({}), tanker({ state: 'out' }), 0)).toMatchObject([
    { kind: 'tanker', why: 'out', stops: 3, litres: 9000 },
  ]);
  expect(broken(source({}), tanker({ kind: 'sprinkler', disinfectedOn: null }), 0)).toMatchObject([
    { why: 'not-disinfected' },
  ]);
});
