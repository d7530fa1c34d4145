import { contract } from '@liangbuwu/office/http/contract.ts';
import { id, instant } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';
import { exampleClass } from '../contract.examples.ts';
import { Mode } from './day.ts';

export const ClassTime = z.strictObject({
  phase: z.enum(['arrival', 'meal', 'dismissal']),
  meal: z.string().nullable().describe('what a meal is called'),
  mode: Mode.nullable().describe('null: all of them'),
  minute: z.int().min(0).max(1440).describe('of the day'),
  way: z.string().describe('gate and bus; empty for a meal'),
});
export type ClassTime = z.infer<typeof ClassTime>;

export const readClassTimes = contract({
  id: 'campus.class-times',
  method: 'GET',
  path: '/api/campus/classes/:class/times',
  summary: say(
    '在用的错峰时间里一个班的部分',
    'What the staggered times in force say of one class',
  ),
  permission: 'campus.read',
  params: z.strictObject({ class: id }),
  output: z.strictObject({
    inForce: z
      .strictObject({
        number: z.int().min(1),
        published: instant,
        times: z.array(ClassTime),
      })
      .nullable()
      .describe('null: the school goes by none, or the class stays at home'),
  }),
  errors: [notFound],
  example: {
    params: { class: exampleClass.id },
    output: {
      inForce: {
        number: 1,
        published: '2022-11-16T10:00:00.000Z',
        times: [{ phase: 'arrival', meal: null, mode: 'walk', minute: 430, way: '南门' }],
      },
    },
  },
});
