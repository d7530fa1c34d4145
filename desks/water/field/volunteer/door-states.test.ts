import type { EntryState, KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import { expect, test } from 'vitest';
import { examples } from '../../doors/doors.examples.ts';
import type { VolunteerDay } from '../../doors/sheet.ts';
import { doorStates } from './door-states.ts';

const [walk] = examples.volunteerDays.output.days as [VolunteerDay];
const [stop] = walk.stops;
if (!stop) throw new Error('the example has a door');
const dayOf = (at: string) => at.slice(0, 10);

function kept(kind: string, at: string, more: { id?: string; state?: EntryState } = {}): KeptEntry {
  const { id = `${kind} ${at}`, state = 'waiting' } = more;
  const body = { kind, at, response: walk.response.id, household: stop?.household, litres: 15 };
  const none = { refusal: null, answer: null, after: null };
  return { id, card: 'water-volunteer', kind, path: '/api/x', body, made: 0, state, ...none };
}
const is = (of: VolunteerDay, entries: KeptEntry[]) =>
  doorStates(of, entries, dayOf).map((one) => [one.is, one.word?.kind]);

test('a door is ahead until somebody spoke of it; what was recorded last counts, wherever it is', () => {
  expect(is(walk, [])).toEqual([['ahead', undefined]]);
  const away = kept('door-away', '2022-11-10T01:00:00Z');
  const done = kept('door-done', '2022-11-10T02:00:00Z');
  expect(is(walk, [away, done])).toEqual([['visited', 'door-done']]);
  // A word put right may speak of an earlier time.
  expect(is(walk, [done, away])).toEqual([['visited', 'door-away']]);
  const corrected = kept('door-done', '2022-11-10T00:30:00Z');
  expect(is({ ...walk, visits: [examples.recordVisit.output] }, [corrected])).toEqual([
    ['visited', 'door-done'],
  ]);
  const [said] = [examples.recordVisit.output];
  expect(is({ ...walk, visits: [said] }, [])).toEqual([['visited', 'door-worried']]);
});

test('what was refused, or said on another day, does not count', () => {
  expect(is(walk, [kept('door-done', '2022-11-10T01:00:00Z', { state: 'refused' })])).toEqual([
    ['ahead', undefined],
  ]);
  expect(is(walk, [kept('door-done', '2022-11-09T01:00:00Z')])).toEqual([['ahead', undefined]]);
});

test('whom the register has taken off is no door to go to', () => {
  expect(is({ ...walk, stops: [{ ...stop, gone: 'died' }] }, [])).toEqual([['gone', undefined]]);
});
