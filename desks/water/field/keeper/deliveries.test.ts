import { expect, test } from 'vitest';
import { examples } from '../../recording/entry.examples.ts';
import { examples as days } from '../../recording/field-day.examples.ts';
import { saidOn } from '../said.ts';
import { deliveriesTo, unexpectedAt } from './deliveries.ts';

const [example] = days.keeperDays.output.days;
const [point] = example?.points ?? [];
const [due] = example?.promises ?? [];
if (!example || !point || !due) throw new Error('the example has one of each');
const kept = {
  id: 'mine',
  card: 'water-keeper',
  kind: 'received',
  path: '/api/water/keeper/entries/x' as const,
  body: examples.keeper.body,
  made: 0,
  state: 'waiting' as const,
  refusal: null,
  answer: null,
  after: null,
};

test('the driver’s word is beside the own one, which counts before it is sent', () => {
  expect(deliveriesTo(point.id, example, [])).toMatchObject([{ driver: 4000, keeper: null }]);
  const said = saidOn(example, [kept]);
  expect(deliveriesTo(point.id, example, said)).toMatchObject([
    { driver: 4000, keeper: 3200, said: { id: 'mine' } },
  ]);
});

test('what came unannounced stands by itself until the server says which promise it is of', () => {
  const body = { ...examples.keeper.body, promise: null };
  const alone = saidOn(example, [{ ...kept, body }]);
  const before = deliveriesTo(point.id, example, alone);
  expect(before).toMatchObject([{ keeper: null }]);
  expect(unexpectedAt(point.id, before, alone).map(({ id }) => id)).toEqual(['mine']);

  const entry = { ...examples.keeper.output.entry, id: 'mine' };
  const sent = saidOn(example, [{ ...kept, body, state: 'sent', answer: { entry } }]);
  const after = deliveriesTo(point.id, example, sent);
  expect(after).toMatchObject([{ keeper: 3200 }]);
  expect(unexpectedAt(point.id, after, sent)).toEqual([]);
});

test('what was taken back and never spoken of is not due', () => {
  const withdrawn = { ...due.promise, state: 'withdrawn' as const };
  const of = (promise: typeof withdrawn) =>
    deliveriesTo(point.id, { promises: [{ point: point.id, promise }] }, []);
  expect(of({ ...withdrawn, proofs: [] })).toEqual([]);
  expect(of(withdrawn)).toHaveLength(1);
});
