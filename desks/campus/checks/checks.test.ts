import { expect, test } from 'vitest';
import type { Where } from '../morning/morning.ts';
import { casesToOpen, isUnwell, openState } from './check-rules.ts';
import { Exception, Symptom } from './checks.ts';
import {
  CasePhase,
  CaseStep,
  clockOfCase,
  isWhere,
  nextPhase,
  type Outcome,
  phaseOf,
  whyNotStep,
} from './health-case.ts';
import { windows } from './settings.ts';

/** Every way in which a case can stand. */
const wheres: (Where | null)[] = [null, 'gate', 'isolation', 'fetched', 'sent', 'class'];
const stands = wheres.flatMap((where) =>
  [false, true].flatMap((atHome) =>
    ([null, 'confirmed'] as const).map((outcome: Outcome | null) => ({ where, atHome, outcome })),
  ),
);

test('what the table says comes of a step is how the case then stands', () => {
  let steps = 0;
  for (const of of stands)
    for (const step of CaseStep.options) {
      const to = nextPhase(phaseOf(of), step);
      if (!to) continue;
      const after = {
        ...of,
        ...(isWhere(step) && { where: step }),
        ...(step === 'outcome' && { outcome: 'ruled-out' as const }),
      };
      // Fetched with an outcome from before: the clinic has said what it is.
      const known = of.outcome !== null && to === 'away';
      expect([of, step, phaseOf(after)]).toEqual([of, step, known ? 'over' : to]);
      steps++;
    }
  expect(steps).toBeGreaterThan(80);
  expect(CasePhase.options.filter((phase) => !nextPhase(phase, 'reported'))).toEqual([]);
});

test('a case is overdue from the minute after two hours, and says so until it is reported or the child is in class again', () => {
  const of = { due: '2022-11-17T09:40:00+08:00', phase: 'isolated' as const, reported: null };
  expect(clockOfCase(of, '2022-11-17T09:40:00+08:00')).toEqual({ is: 'running', minutes: 0 });
  expect(clockOfCase(of, '2022-11-17T07:40:00+08:00')).toEqual({ is: 'running', minutes: 120 });
  expect(clockOfCase(of, '2022-11-17T09:55:30+08:00')).toEqual({ is: 'overdue', minutes: 15 });
  expect(clockOfCase({ ...of, phase: 'away' }, '2022-11-18T09:40:00+08:00')).toEqual({
    is: 'overdue',
    minutes: 1440,
  });
  expect(clockOfCase({ ...of, phase: 'over' }, '2022-11-18T09:40:00+08:00').is).toBe('not-needed');
  const reported = { at: '2022-11-17T10:00:00+08:00' };
  expect(clockOfCase({ ...of, reported }, '2022-11-18T09:40:00+08:00')).toEqual({
    is: 'reported',
    late: 20,
  });
});

test('fetched wants a guardian told, an outcome the report too; who is at home is not taken anywhere at school', () => {
  const said = { at: '2022-11-17T08:00:00+08:00', by: '' };
  const of = { phase: 'away' as const, atHome: false, where: null, told: null, reported: null };
  expect(whyNotStep({ ...of, phase: 'opened' }, 'outcome')).toBe('not-now');
  expect(whyNotStep(of, 'fetched')).toBe('told');
  expect(whyNotStep(of, 'outcome')).toBe('told');
  expect(whyNotStep({ ...of, told: said }, 'fetched')).toBeUndefined();
  expect(whyNotStep({ ...of, told: said }, 'outcome')).toBe('reported');
  const home = { ...of, atHome: true };
  expect(CaseStep.options.filter((step) => whyNotStep(home, step) === 'at-home')).toEqual([
    'isolation',
    'fetched',
  ]);
  expect(whyNotStep({ ...home, where: { ...said, where: 'sent' } }, 'isolation')).toBeUndefined();
});

test('nobody has two cases, nor a second for the same check said again', () => {
  const none = { named: [], unnamed: 0 };
  const two = { named: ['a', 'b'], unnamed: 2 };
  expect(casesToOpen({ now: two, before: none, going: none })).toEqual(two);
  expect(casesToOpen({ now: two, before: two, going: none })).toEqual(none);
  expect(casesToOpen({ now: two, before: none, going: { named: ['b'], unnamed: 1 } })).toEqual({
    named: ['a'],
    unnamed: 1,
  });
  expect(casesToOpen({ now: none, before: two, going: two })).toEqual(none);
});

test('a check is due in its window only, and only of a class that is back and has a list', () => {
  const window = { from: '2022-11-12T06:00:00+08:00', to: '2022-11-12T08:30:00+08:00' };
  const of = { people: 40, ...window, arrival: undefined };
  const at = (time: string) => openState(of, `2022-11-12T${time}:00+08:00`);
  expect(['05:59', '06:00', '08:30', '08:31'].map(at)).toEqual(['ahead', 'due', 'due', 'missing']);
  const now = '2022-11-12T12:00:00+08:00';
  expect(openState({ ...of, people: 0 }, now)).toBe('no-list');
  expect(openState({ ...of, arrival: '2022-11-12T14:00:00+08:00' }, now)).toBe('not-back');
  expect(openState({ ...of, arrival: '2022-11-12T07:20:00+08:00' }, now)).toBe('missing');
  const day = Object.values(windows);
  for (const [i, { from, to }] of day.entries()) {
    expect(from).toBeLessThan(to);
    expect(from).toBeGreaterThan(day[i - 1]?.to ?? 0);
  }
});

test('a fever or a symptom is unwell, an absence alone is not; how many symptoms somebody has does not show in the length', () => {
  const found = { temperature: null, symptoms: [], absent: null };
  expect(isUnwell({ ...found, temperature: 37.3 })).toBe(true);
  expect(isUnwell({ ...found, temperature: 37.2 })).toBe(false);
  expect(isUnwell({ ...found, symptoms: ['rash'] })).toBe(true);
  expect(isUnwell({ ...found, absent: 'ill' })).toBe(false);
  const member = '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c03';
  expect(Exception.safeParse({ ...found, member }).success).toBe(false);
  expect(Exception.safeParse({ ...found, member, temperature: 37.8 }).success).toBe(true);
  const most = { temperature: 38.5, symptoms: Symptom.options, absent: 'unknown' };
  const unnamed = { people: 0, unwell: 0, absent: 0 };
  for (const kept of [
    { named: [{ ...most, member }], unnamed, pad: '' },
    { member, atHome: false, found: most, pad: '' },
  ])
    expect(JSON.stringify(kept).length).toBeLessThanOrEqual(256);
});
