import type { EntryState, KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import { expect, test } from 'vitest';
import { exampleCheckBody } from '../../contract.examples.ts';
import { checksOf, countInside, findLook, lastPassages } from './inside.ts';

const gate = exampleCheckBody.gate;
const nine = Date.parse('2022-11-10T01:00:00Z');
const minute = 60_000;
let made = 0;

function check(
  number: string | null,
  direction: 'in' | 'out',
  minutes: number,
  more: { state?: EntryState; letThrough?: boolean; gate?: string } = {},
): KeptEntry {
  const { state = 'waiting', letThrough = true } = more;
  const at = new Date(nine + minutes * minute).toISOString();
  made += 1;
  return {
    id: `${made}`,
    card: 'gate',
    kind: direction,
    path: '/api/x',
    body: { ...exampleCheckBody, gate: more.gate ?? gate, direction, at, letThrough },
    own: { number, kind: null },
    made: nine + minutes * minute,
    state,
    refusal: null,
    answer: null,
    after: null,
  };
}
const passages = (...entries: KeptEntry[]) => lastPassages(checksOf(entries, 'gate', gate));

test('inside are those whose last word is in', () => {
  const of = passages(
    check('0-1', 'in', 0),
    check('0-2', 'in', 1),
    check('0-1', 'out', 2),
    check(null, 'in', 3),
  );
  expect(countInside(of)).toBe(1);
  expect(of.get('0-2')).toEqual({ direction: 'in', at: nine + minute, made: nine + minute });
});

test('who was turned away, another gate and what was set aside do not count; what was sent does', () => {
  const of = passages(
    check('0-1', 'in', 0, { letThrough: false }),
    check('0-2', 'in', 0, { gate: 'another' }),
    check('0-3', 'in', 0, { state: 'set-aside' }),
    check('0-4', 'in', 0, { state: 'sent' }),
  );
  expect([...of.keys()]).toEqual(['0-4']);
});

test('what the server told holds, but for what it does not know yet of this phone', () => {
  const told = {
    of: [
      { number: '0-1', since: '2022-11-10T00:30:00Z' },
      { number: '0-2', since: '2022-11-10T00:31:00Z' },
    ],
    fetched: nine + 10 * minute,
  };
  const checks = [
    // By another phone of the gate this one has left since.
    check('0-3', 'in', 0, { state: 'sent' }),
    check('0-4', 'in', 11, { state: 'sent' }),
    check('0-2', 'out', 12),
  ];
  const of = lastPassages(checksOf(checks, 'gate', gate), told);
  const inside = [...of].filter(([, { direction }]) => direction === 'in').map(([id]) => id);
  expect(inside).toEqual(['0-1', '0-4']);
});

test('a pass that is inside already and comes in again is something to look at', () => {
  const of = passages(check('0-1', 'in', 0));
  expect(findLook(of, '0-1', 'in', nine + 30 * minute)).toEqual({ is: 'inside', at: nine });
  expect(findLook(of, '0-1', 'in', nine + 10_000)).toEqual({ is: 'just-now', at: nine });
  expect(findLook(of, '0-1', 'out', nine + 30 * minute)).toBeUndefined();
  expect(findLook(of, '0-2', 'in', nine)).toBeUndefined();
  expect(findLook(of, null, 'in', nine)).toBeUndefined();
});
