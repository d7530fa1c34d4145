import { expect, test } from 'vitest';
import { CheckBody } from '../../checks/check.ts';
import { exampleCheckBody } from '../../contract.examples.ts';
import { withoutPass } from '../scan/judged.ts';
import {
  checkBody,
  findFault,
  likelyReason,
  type Noted,
  readSeals,
  readTemperature,
} from './check-body.ts';

const at = Date.parse('2022-11-10T01:05:00Z');
const gate = { response: exampleCheckBody.response, gate: exampleCheckBody.gate, bundle: 120 };
const nothing: Noted = { temperature: '', mask: undefined, vehicle: undefined };
const vehicle = { disinfected: true, at, by: ' 东门消毒点 ', seals: 'HN-20417、HN-20418' };
const green = {
  ...withoutPass(at),
  verdict: 'green',
  code: 'valid',
  shown: { how: 'scan', text: 'LBW1:6BF' },
} as const;

test.each([
  ['36.5', 36.5],
  ['３６．８', 36.8],
  ['37.25', 37.3],
  ['', undefined],
  ['365', 'unclear'],
  ['29', 'unclear'],
  ['正常', 'unclear'],
])('%j is the temperature %j', (text, read) => {
  expect(readTemperature(text)).toBe(read);
});

test('seal numbers may have anything between them', () => {
  expect(readSeals('HN-1, HN-2、HN-3\nHN-4')).toEqual(['HN-1', 'HN-2', 'HN-3', 'HN-4']);
  expect(readSeals('')).toEqual([]);
  expect(readSeals('X'.repeat(31))).toBe('unclear');
});

test('a check with all that can be noted is one that the contract takes', () => {
  const noted: Noted = { temperature: '36.5', mask: true, vehicle };
  const body = checkBody(green, gate, { direction: 'in', reason: null }, noted);
  expect(CheckBody.parse(body)).toMatchObject({
    letThrough: true,
    temperature: 36.5,
    mask: true,
    vehicle: {
      disinfected: true,
      disinfectedAt: '2022-11-10T01:05:00.000Z',
      disinfectedBy: '东门消毒点',
      seals: ['HN-20417', 'HN-20418'],
    },
  });
});

test('so is one of somebody who came with nothing and was turned away', () => {
  const body = checkBody(withoutPass(at), gate, { direction: 'in', reason: 'no-pass' }, nothing);
  expect(CheckBody.parse(body)).toMatchObject({ letThrough: false, reason: 'no-pass' });
});

test('a vehicle is not let through before somebody asked whether it was disinfected', () => {
  const noted: Noted = { ...nothing, vehicle: { ...vehicle, disinfected: undefined } };
  expect(findFault(noted, true)).toBe('disinfection');
  expect(findFault(noted, false)).toBeUndefined();
  expect(findFault({ ...nothing, temperature: '365' }, false)).toBe('temperature');
});

test.each([
  [withoutPass(at), nothing, 'no-pass'],
  [{ ...green, verdict: 'red', code: 'revoked' } as const, nothing, 'pass'],
  [{ ...green, verdict: 'red', code: 'bundle-expired' } as const, nothing, 'other'],
  [green, { ...nothing, temperature: '37.3' }, 'temperature'],
  [green, { ...nothing, mask: false }, 'mask'],
  [green, { ...nothing, vehicle: { ...vehicle, disinfected: false } }, 'disinfection'],
  [green, nothing, undefined],
])('the likely reason', (judged, noted, reason) => {
  expect(likelyReason(judged, noted)).toBe(reason);
});
