import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { notSolvedYet } from '@liangbuwu/office/plans/rules.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { Comparison } from './comparison.ts';
import { examples } from './contract.examples.ts';
import { Hand, Moved, Pin } from './hand.ts';
import { dayIsOver, noDesk } from './rules.ts';
import { TankerDay } from './schedule.ts';

export const tryByHand = contract({
  id: 'water.try-by-hand',
  method: 'POST',
  path: '/api/water/plans/:plan/by-hand',
  summary: say(
    '手工改一份计划：时间表和代价马上重算，什么都不保存',
    'Change a plan by hand: timed anew with what it costs whom, nothing is kept',
  ),
  permission: 'water.plan',
  params: z.strictObject({ plan: id }),
  body: Hand.pick({ moves: true, pins: true }),
  output: z.strictObject({
    tankers: z.array(TankerDay),
    moved: z.array(Moved).describe('one for each move'),
    kept: z.array(z.boolean()).describe('one for each pin: whether the plan keeps it now'),
    comparison: Comparison.describe('with the plan that was changed'),
  }),
  errors: [notSolvedYet, noDesk, dayIsOver, responseClosed, notFound],
  example: examples.tryByHand,
});

export const getHand = contract({
  id: 'water.hand',
  method: 'GET',
  path: '/api/water/plans/:plan/by-hand',
  summary: say(
    '这份计划里人定下的：改动、钉住、锁定',
    'What people decided in a plan: moves, pins, locks',
  ),
  permission: 'plans.read',
  params: z.strictObject({ plan: id }),
  output: z.strictObject({
    hand: z
      .strictObject({
        from: z.strictObject({ plan: id, day, version: z.int(), name: z.string() }),
        machine: z.boolean(),
        moves: z.int().min(0),
        pins: z.array(
          z.strictObject({ pin: Pin, kept: z.boolean().nullable().describe('null: not solved') }),
        ),
        locks: z.array(id),
      })
      .nullable()
      .describe('null: the machine made all of it'),
  }),
  errors: [notFound],
  example: examples.getHand,
});
