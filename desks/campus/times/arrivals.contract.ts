import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id, instant } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';
import { exampleClass, exampleResponse } from '../contract.examples.ts';
import { memberErrors } from '../members/members.contract.ts';
import { exampleTimetable } from './times.examples.ts';
import { dayIsOver, notInForce } from './times-rules.ts';

const ArrivalLine = z.strictObject({
  area: id,
  name: z.string(),
  was: instant.nullable().describe('the class’s own, or its school’s; null: nobody has said'),
  becomes: instant,
  changes: z.boolean(),
});

const params = z.strictObject({ timetable: id });
const example = { params: { timetable: exampleTimetable.id } };
const asked = { response: exampleResponse, day: '2022-11-17' };
const was = '2022-11-17T07:20:00+08:00';

export const previewArrivals = contract({
  id: 'campus.preview-arrivals',
  method: 'GET',
  path: '/api/campus/timetables/:timetable/arrivals',
  summary: say(
    '按在用的错峰时间，各班某天的到校时间会从什么改成什么',
    'What each class’s arrival would become on a day by the times in force, and what it is now',
  ),
  permission: 'campus.pupils',
  params,
  query: z.strictObject({ response: id, day }),
  output: z.strictObject({
    lines: z.array(ArrivalLine),
    without: z.array(z.string()).describe('classes whose arrival these times do not tell'),
  }),
  errors: [notFound, notInForce, dayIsOver],
  example: {
    ...example,
    query: asked,
    output: {
      lines: [
        {
          area: exampleClass.id,
          name: exampleClass.name,
          was,
          becomes: '2022-11-16T23:30:00Z',
          changes: true,
        },
      ],
      without: ['高三9班'],
    },
  },
});

export const setArrivals = contract({
  id: 'campus.set-arrivals',
  method: 'POST',
  path: '/api/campus/timetables/:timetable/arrivals',
  summary: say(
    '按在用的错峰时间定各班某天的到校时间，通行证随之核对；再发一次不变',
    'Set the classes’ arrivals on a day from the times in force; passes go with them. Sent again it changes nothing',
  ),
  permission: 'campus.pupils',
  params,
  body: z.strictObject({
    response: id,
    day,
    seen: z
      .array(z.strictObject({ area: id, was: instant.nullable() }))
      .max(400)
      .describe('what was shown to change'),
  }),
  output: z.strictObject({
    set: z.int().describe('classes whose arrival changed'),
    issued: z.int().describe('passes given'),
    withdrawn: z.int(),
  }),
  errors: [...memberErrors, changedMeanwhile, notInForce, dayIsOver],
  example: {
    ...example,
    body: { ...asked, seen: [{ area: exampleClass.id, was }] },
    output: { set: 1, issued: 40, withdrawn: 0 },
  },
});
