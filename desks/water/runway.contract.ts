import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';
import { examples } from './contract.examples.ts';
import { noDesk } from './rules.ts';
import { Runway } from './runway-sheet.ts';

const { query, output } = examples.getDay;
const [source] = output.sources;
const [tanker] = output.tankers;
const [point] = output.points;
const some = { id: query.area, name: '' };

export const getRunway = contract({
  id: 'water.runway',
  method: 'GET',
  path: '/api/water/runway',
  summary: say(
    '还能撑几天：水源、车辆、水池，什么都不办会先断哪一处',
    'The runway: how long sources, tankers and village tanks last if nothing is done',
  ),
  permission: 'water.read',
  query: z.strictObject({ response: id, area: id, day }),
  output: Runway,
  errors: [noDesk, notFound],
  example: {
    query,
    output: {
      day: query.day,
      days: 30,
      fetched: 92_400,
      ends: [
        {
          kind: 'clearance',
          id: (tanker ?? some).id,
          name: (tanker ?? some).name,
          until: '2022-11-13',
          left: 3,
          from: '2022-11-14',
          bars: true,
          litres: 40_000,
          together: 40_000,
        },
      ],
      sources: [
        {
          id: (source ?? some).id,
          name: (source ?? some).name,
          kind: 'deep-well',
          shut: null,
          consentUntil: '2022-11-30',
          consentLeft: 20,
          testAgainBy: null,
          testLeft: null,
          litresPerDay: 6000,
          used: 5600,
        },
      ],
      tanks: [
        {
          point: (point ?? some).id,
          name: (point ?? some).name,
          village: '白壁村',
          level: 600,
          at: 25_200,
          basis: 'measured',
          need: 4000,
          dry: { day: query.day, second: 34_380 },
          next: { second: 32_400, litres: 4000 },
        },
      ],
      unregistered: [
        { kind: 'test', rows: [source ?? some].map((row) => ({ id: row.id, name: row.name })) },
      ],
    },
  },
});
