import type { Check, CheckBody } from './checks/check.ts';
import type { Gate } from './gate.ts';

export const exampleGate: Gate = {
  id: '4b0f6c1e-2a7d-4f53-9d0a-6e1c2b3a4d05',
  response: '6e0f0a52-9a1c-4b49-9d1e-0c1f5f0a7b11',
  area: '0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10',
  areaName: '南洲镇',
  name: '株冶新材东门',
  kind: 'site',
  purposes: ['enter-site', 'load-vehicle'],
  number: 1,
  place: '4b5f1c6e-0a3d-4c0e-9b53-2f6a1f2b7c11',
  invented: true,
};

export const exampleCheckId = '7d5b3c2a-1f0e-4d9c-8b7a-6a5f4e3d2c99';

export const exampleCheckBody: CheckBody = {
  response: exampleGate.response,
  gate: exampleGate.id,
  at: '2022-11-10T01:05:00.000Z',
  direction: 'in',
  shown: { how: 'code', code: 'A2B3-C4D5-E6F7', lastFour: '123X' },
  phone: { verdict: 'amber', code: 'typed-code' },
  bundle: 120,
  letThrough: true,
  reason: null,
  mask: true,
  vehicle: {
    disinfected: true,
    disinfectedAt: '2022-11-10T00:50:00.000Z',
    disinfectedBy: '东门消毒点',
    seals: ['HN-20417'],
  },
  facts: { comes: 'vehicle', sealed: true, symptoms: false },
  rule: { version: '5a1d6f0c-2b7e-4c3d-9e8f-0a1b2c3d4e5f', verdict: 'green', outcome: 'pass' },
};

export const exampleCheck: Check = {
  id: exampleCheckId,
  gate: exampleGate.id,
  direction: 'in',
  at: exampleCheckBody.at,
  recorded: '2022-11-10T03:40:00.000Z',
  pass: { id: '2f8c1f5e-6b1d-4c1c-8f5a-0b9a7c6d5e31', number: '0-40712', kind: null },
  phone: exampleCheckBody.phone,
  server: { verdict: 'amber', code: 'typed-code' },
  flags: [],
  elsewhere: [],
  rule: { phone: exampleCheckBody.rule ?? null, server: exampleCheckBody.rule ?? null },
  letThrough: true,
  reason: null,
  measured: false,
  mask: true,
  vehicle: exampleCheckBody.vehicle ?? null,
  facts: { comes: 'vehicle', sealed: true },
  by: { id: 'f0b3e5a2-5a9d-4a53-9a1c-3a3e8a4e7d04', name: '东门值守员' },
};
