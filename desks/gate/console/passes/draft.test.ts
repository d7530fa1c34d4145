import { fieldOf, instantOf } from '@liangbuwu/ui/forms/moment.ts';
import { createFormat } from '@liangbuwu/ui/language/format.ts';
import { expect, test } from 'vitest';
import { exampleGate } from '../../contract.examples.ts';
import { Application } from '../../passes/pass.ts';
import { applicationOf, emptyDraft, missingIn } from './draft.ts';

const person = '3f0f6a0e-51c5-4d0e-9a77-2b6f1a0c8d10';
const at = { response: exampleGate.response, gate: exampleGate.id, now: '2022-11-10T06:00:00Z' };

test('asks for who it is first, and of a vehicle for its plate alone', () => {
  const draft = emptyDraft('enter-site', person);
  expect(missingIn(draft)).toEqual(['name', 'document']);
  expect(missingIn({ ...draft, documentKind: 'other' })).toEqual(['name', 'document', 'born']);
  expect(missingIn(emptyDraft('load-vehicle', person))).toEqual(['plate']);
});

test('is sent as the contract has it, with nothing of a person for a vehicle', () => {
  const truck = { ...emptyDraft('load-vehicle', person), plate: '陕A7D218', name: '不该带上' };
  const sent = applicationOf(truck, at);
  expect(Application.safeParse(sent).success).toBe(true);
  expect(JSON.stringify(sent)).not.toContain('不该带上');
  expect(sent.until).toBe('2022-11-17T06:00:00.000Z');
  const other = {
    ...emptyDraft('enter-site', person),
    name: '张某',
    documentKind: 'other' as const,
    document: 'DEMO0001',
    born: '1988-03',
  };
  expect(Application.safeParse(applicationOf(other, at)).error).toBeUndefined();
});

test('begins later and ends at a moment where the response is, and asks for both', () => {
  const draft = { ...emptyDraft('load-vehicle', person), plate: '陕A7D218', later: true, days: 0 };
  expect(missingIn(draft)).toEqual(['begins', 'ends']);
  const zoned = createFormat('zh-CN', 'Asia/Urumqi');
  const begins = instantOf('2022-11-11T08:00', zoned);
  expect([begins, fieldOf(begins, zoned)]).toEqual([
    '2022-11-11T02:00:00.000Z',
    '2022-11-11T08:00',
  ]);
  const other = '5d1f7b60-93c8-4b63-8e0f-1a6f2c7d9b01';
  const sent = applicationOf({ ...draft, begins, days: 3, also: [other] }, at);
  expect(sent).toMatchObject({
    gates: [exampleGate.id, other],
    from: begins,
    until: '2022-11-14T02:00:00.000Z',
  });
  const ends = '2022-11-12T00:00:00.000Z';
  expect(applicationOf({ ...draft, begins, ends }, at).until).toBe(ends);
});
