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
