import { figuresOf, type PointDay, type Recorded } from '../history.ts';

/** A hundred people who need 2,000 litres, from 07:00 to 24:00. */
export const pointDay = (part: Partial<PointDay>): PointDay => ({
  day: '2022-11-10',
  point: 'p',
  area: 'north',
  name: 'p组',
  kind: 'village',
  people: 100,
  have: 0,
  need: 2000,
  lossPercent: 0,
  from: 25_200,
  to: 86_400,
  tank: null,
  floors: 'test/1',
  start: { yesterday: null, owed: 0, factor: 1, weighed: true, tank: null },
  ...part,
});

/** The same with so many litres a person delivered at noon. */
export function recorded(
  part: Partial<PointDay>,
  perPerson: number,
  word: Recorded['arrivals'][number]['word'] = 'promised',
): Recorded {
  const day = pointDay(part);
  const arrivals =
    perPerson === 0 ? [] : [{ finish: 43_200, litres: perPerson * day.people, word }];
  return { ...day, ...figuresOf(day, arrivals), arrivals };
}
