import { expect, test } from 'vitest';
import { nextPlan, type PlanEvent, type PlanState, planTable } from './rules.ts';

const states = Object.keys(planTable) as PlanState[];
const events: PlanEvent[] = ['started', 'solved', 'stopped', 'failed', 'published', 'replaced'];

test('the table leads only to states that it has, and to each of them from the first', () => {
  const reached = new Set<PlanState>(['queued']);
  for (const state of reached) {
    for (const event of events) {
      const to = nextPlan(state, event);
      if (to === undefined) continue;
      expect(states).toContain(to);
      reached.add(to);
    }
  }
  expect([...reached].sort()).toEqual([...states].sort());
});

test('a plan taken up again by another server goes on; what has ended does not begin again', () => {
  expect(states.filter((state) => nextPlan(state, 'started'))).toEqual(['queued', 'solving']);
  for (const state of ['stopped', 'failed'] as const) {
    expect(events.map((event) => nextPlan(state, event)).filter(Boolean)).toEqual([]);
  }
});

test('only what is solved comes into force, and a late result does not undo what is in force', () => {
  expect(states.filter((state) => nextPlan(state, 'published'))).toEqual(['solved', 'replaced']);
  for (const state of ['solved', 'published', 'replaced'] as const) {
    expect([
      nextPlan(state, 'solved'),
      nextPlan(state, 'failed'),
      nextPlan(state, 'stopped'),
    ]).toEqual([undefined, undefined, undefined]);
  }
});
