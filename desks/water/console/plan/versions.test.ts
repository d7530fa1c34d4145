import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { expect, test } from 'vitest';
import { examples } from '../../contract.examples.ts';
import { choosePlan, chooseResult } from './versions.ts';

const plan = (id: string, state: PlanHead['state']): PlanHead => ({
  ...examples.getGap.output.plan,
  id,
  state,
});

test('the wanted plan comes first, then the one in force, then the newest that has a result', () => {
  const plans = [
    plan('new', 'failed'),
    plan('draft', 'solved'),
    plan('valid', 'published'),
    plan('old', 'replaced'),
  ];
  expect(choosePlan(plans, 'old')?.id).toBe('old');
  expect(choosePlan(plans, undefined)?.id).toBe('valid');
  expect(choosePlan(plans, 'not there')?.id).toBe('valid');
  expect(choosePlan([plan('new', 'stopped'), plan('draft', 'solved')], undefined)?.id).toBe(
    'draft',
  );
  expect(choosePlan([plan('new', 'queued')], undefined)?.id).toBe('new');
  expect(choosePlan([], undefined)).toBeUndefined();
});

test('while a plan is being solved the one in force stays in sight', () => {
  const solving = plan('new', 'solving');
  const valid = plan('valid', 'published');
  expect(chooseResult([solving, valid], solving)?.id).toBe('valid');
  expect(chooseResult([solving], solving)).toBeUndefined();
  const draft = plan('draft', 'solved');
  expect(chooseResult([draft, valid], draft)?.id).toBe('draft');
});
