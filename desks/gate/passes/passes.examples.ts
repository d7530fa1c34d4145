import { exampleGate } from '../contract.examples.ts';
import type { Application, PassView } from './pass.ts';

export const exampleApplication: Application = {
  response: exampleGate.response,
  gates: [exampleGate.id],
  purpose: 'enter-site',
  holder: {
    kind: 'person',
    person: '3f0f6a0e-51c5-4d0e-9a77-2b6f1a0c8d10',
    name: '张某某',
    document: { kind: 'other', number: 'HZ0000123' },
    phone: null,
    born: '1988-03',
  },
  from: null,
  until: '2022-11-17T10:00:00.000Z',
  facts: { temperature: 36.5, code: 'green', registered: true },
  onBehalf: true,
};

export const examplePass: PassView = {
  id: '2f8c1f5e-6b1d-4c1c-8f5a-0b9a7c6d5e31',
  response: exampleGate.response,
  area: exampleGate.area,
  state: 'issued',
  kind: 'person',
  purpose: 'enter-site',
  gates: [exampleGate.id],
  number: '0-40712',
  from: '2022-11-10T01:00:00.000Z',
  until: '2022-11-17T10:00:00.000Z',
  askedAt: '2022-11-10T01:00:00.000Z',
  onBehalf: true,
  renews: null,
  issuedAt: '2022-11-10T01:00:00.000Z',
  revokedAt: null,
  revokeReason: null,
  keyStolen: false,
  holder: { name: '张*', lastFour: '0123', plate: null },
  decision: {
    rule: { 'zh-CN': '工业园企业进厂', en: 'Entering a plant of the industrial park' },
    version: '8f0c6a3e-2f4d-4bb0-9c35-5e8d7a1b2c02',
    number: 1,
    document: {
      'zh-CN': '企业入口查验办法（示意）',
      en: 'Checks at the entrance of enterprises (an illustration)',
    },
    appeal: { 'zh-CN': '驻企联络员', en: 'The liaison officer' },
    invented: true,
    known: true,
    outcome: { 'zh-CN': '可以进厂', en: 'may enter' },
    ask: [],
    because: [{ 'zh-CN': '第 4 条适用：可以进厂', en: 'Rule 4 applies: may enter' }],
    todo: null,
    again: null,
  },
};
