import { now } from '@liangbuwu/passes/town.fixture.ts';
import { expect, test } from 'vitest';
import { CheckBody } from '../../checks/check.ts';
import { exampleCheckBody } from '../../contract.examples.ts';
import { findUnclear, type Noted, readSaid, readSeals, unclear } from '../rule/answers.ts';
import { gateFacts, nothingNoted } from '../rule/rule.fixture.ts';
import { withoutPass } from '../scan/judged.ts';
import { checkBody, likelyReason } from './check-body.ts';
import { toneOf } from './tone.ts';

const at = now * 1000;
const gate = { response: exampleCheckBody.response, gate: exampleCheckBody.gate, bundle: 120 };
const green = { ...withoutPass(at), verdict: 'green', code: 'valid' } as const;

test.each([
  ['36.5', 36.5],
  ['３６．８', 36.8],
  ['37.25', 37.3],
  ['', undefined],
  ['365', unclear],
  ['29', unclear],
  ['正常', unclear],
])('%j is the temperature %j', (text, read) => {
  expect(readSaid({ name: 'temperature', type: 'number' }, text)).toBe(read);
});

test.each([
  ['integer', '3', 3],
  ['integer', '3.5', unclear],
  ['number', '365', 365],
  ['days and time duration', '48', 'PT48H'],
  ['years and months duration', '6', 'P6M'],
  ['date and time', '2022-11-10T06:00', '2022-11-10T06:00'],
  ['boolean', false, false],
  ['string', ' 东门 ', '东门'],
] as const)('of the type %s %j is %j', (type, text, read) => {
  expect(readSaid({ name: 'any', type }, text)).toBe(read);
});

test('seal numbers may have anything between them', () => {
  expect(readSeals('HN-1, HN-2、HN-3\nHN-4')).toEqual(['HN-1', 'HN-2', 'HN-3', 'HN-4']);
  expect(readSeals('')).toEqual([]);
  const long: Noted = {
    said: { temperature: 'x' },
    vehicle: { at, by: '', seals: 'X'.repeat(31) },
  };
  expect([...findUnclear(gateFacts, long)]).toEqual(['temperature', 'seals']);
});

test('a check says what was noted where the contract has a place for it, and what the rule found', () => {
  const noted: Noted = {
    said: { temperature: '36.5', mask: true, disinfected: true, sealed: false, people: '2' },
    vehicle: { at, by: ' 东门消毒点 ', seals: 'HN-20417、HN-20418' },
  };
  const finding = { version: exampleCheckBody.gate, verdict: 'red', outcome: 'seal' } as const;
  const body = checkBody(
    green,
    gate,
    { direction: 'in', reason: 'seal' },
    { asks: gateFacts, noted, finding },
  );
  expect(CheckBody.parse(body)).toMatchObject({
    letThrough: false,
    temperature: 36.5,
    mask: true,
    vehicle: {
      disinfected: true,
      disinfectedAt: new Date(at).toISOString(),
      disinfectedBy: '东门消毒点',
      seals: ['HN-20417', 'HN-20418'],
    },
    facts: { sealed: false, people: 2 },
    rule: finding,
  });
  const plain = checkBody(
    green,
    gate,
    { direction: 'out', reason: null },
    { asks: [], noted: nothingNoted, finding: null },
  );
  expect(Object.keys(CheckBody.parse(plain))).not.toContain('facts');
});

test.each([
  [withoutPass(at), undefined, 'no-pass'],
  [
    { ...green, verdict: 'red', code: 'revoked', shown: { how: 'scan', text: 'LBW1:6BF' } },
    'mask',
    'pass',
  ],
  [{ ...green, verdict: 'red', code: 'bundle-expired' }, undefined, 'other'],
  [green, 'temperature', 'temperature'],
  [green, undefined, undefined],
] as const)('the likely reason', (judged, byRule, reason) => {
  expect(likelyReason(judged, byRule)).toBe(reason);
});

test('the colour is the worst of what the pass, its last passage and the rule say', () => {
  const rule = (verdict: 'green' | 'amber' | 'red') =>
    ({ judged: { verdict } }) as Parameters<typeof toneOf>[2];
  const look = { is: 'inside', at } as const;
  expect(toneOf(green, undefined, undefined)).toBe('green');
  expect(toneOf(green, look, rule('green'))).toBe('amber');
  expect(toneOf(green, undefined, rule('amber'))).toBe('amber');
  expect(toneOf(green, look, rule('red'))).toBe('red');
  expect(toneOf(withoutPass(at), undefined, rule('green'))).toBe('red');
});
