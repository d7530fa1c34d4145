import { expect, test } from 'vitest';
import { examples } from './doors.examples.ts';
import { lastWords } from './last-words.ts';
import type { Visit } from './visit.ts';

const said = (part: Partial<Visit>): Visit => ({ ...examples.recordVisit.output, ...part });

test('of each door the last word of the day counts', () => {
  const words = lastWords(
    [
      said({ household: 'b', kind: 'door-worried', at: '2022-11-09T01:00:00Z' }),
      said({ household: 'a', kind: 'door-away', at: '2022-11-10T01:00:00Z' }),
      said({ household: 'a', kind: 'door-done', at: '2022-11-10T02:00:00Z' }),
    ],
    (at) => at.startsWith('2022-11-10'),
  );
  expect([...words].map(([household, { kind }]) => [household, kind])).toEqual([
    ['a', 'door-done'],
  ]);
});
