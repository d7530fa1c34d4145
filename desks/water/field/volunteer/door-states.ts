import type { EntryState, KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import type { VolunteerDay } from '../../doors/sheet.ts';
import type { VisitBody } from '../../doors/visit.ts';

export type Stop = VolunteerDay['stops'][number];

/** The last word about a door, whether the server has it already or only this phone. */
export type Word = {
  kind: VisitBody['kind'];
  litres: number | null;
  at: string;
  state: EntryState;
};

export type DoorState = { stop: Stop; word: Word | undefined; is: 'visited' | 'gone' | 'ahead' };

const counts = new Set<EntryState>(['waiting', 'sending', 'sent']);

/** The doors of a walk in order, each with the word about it that was recorded last. `dayOf` tells the day of an instant in the response's zone. */
export function doorStates(
  walk: VolunteerDay,
  kept: readonly KeptEntry[],
  dayOf: (at: string) => string | undefined,
): DoorState[] {
  const known = new Set(walk.visits.map(({ id }) => id));
  const words = new Map<string, Word>();
  for (const { household, kind, litres, at } of walk.visits)
    words.set(household, { kind, litres, at, state: 'sent' });
  // What the server has not told of yet was recorded after what it has.
  for (const { id, state, body } of kept) {
    const { response, household, kind, at, ...rest } = body as VisitBody;
    const isToday = response === walk.response.id && dayOf(at) === walk.day;
    if (known.has(id) || !counts.has(state) || !isToday) continue;
    words.set(household, { kind, litres: ('litres' in rest && rest.litres) || null, at, state });
  }
  return walk.stops.map((stop) => {
    const word = words.get(stop.household);
    return { stop, word, is: word ? 'visited' : stop.gone ? 'gone' : 'ahead' };
  });
}
