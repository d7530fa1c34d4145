import type { KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import { expect, test } from 'vitest';
import { examples } from '../recording/field-day.examples.ts';
import { routes } from './routes.ts';
import { saidOn } from './said.ts';

const [day] = examples.keeperDays.output.days;
if (!day) throw new Error('the example has a day');

const kept = (under: `/api/${string}`, body: object): KeptEntry => ({
  id: 'w',
  card: 'water',
  kind: 'way-closed',
  path: `${under}/w`,
  body: { response: day.response.id, at: '2022-11-10T00:30:00.000Z', ...body },
  made: 0,
  state: 'waiting',
  refusal: null,
  answer: null,
  after: null,
});

test('that a way is closed is the word of who said it, before the server has it too', () => {
  const body = { kind: 'way-closed', point: day.points[0]?.id, why: 'blocked' };
  const sides = [routes.keeperEntries, routes.driverEntries].map(
    (under) => saidOn({ ...day, entries: [] }, [kept(under, body)])[0]?.side,
  );
  expect(sides).toEqual(['keeper', 'driver']);
});
