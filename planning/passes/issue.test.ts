import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issuePass, PREFIX } from './issue.ts';
import { InvalidPass, type PassFaultCode, passFaults } from './pass/faults.ts';
import { lastFourOf, maskName } from './pass/mask.ts';
import { idOfNumber, numberOfId } from './pass/pass.ts';
import { passQr } from './qr.ts';
import { anyPass } from './testing/any-pass.ts';
import { day, delivery, longest, makeTown, now, person, truck } from './town.fixture.ts';

const { issuer } = await makeTown();

describe('a QR code of version 8 or less at level M', () => {
  test.each(Object.entries(longest))('%s, every field as long as it may be', async (_, pass) => {
    expect(passFaults(pass)).toEqual([]);
    const text = await issuePass(pass, issuer);
    expect(text.length).toBeLessThanOrEqual(221);
    const { version, size, modules } = passQr(text);
    expect(version).toBe(8);
    expect([size, modules.length, modules[0]?.length]).toEqual([57, 57, 57]);
  });

  test('no legal pass is longer', async () => {
    let longestText = 0;
    await fc.assert(
      fc.asyncProperty(anyPass, async (pass) => {
        const text = await issuePass(pass, { ...issuer, sign: async () => new Uint8Array(64) });
        longestText = Math.max(longestText, text.length);
        expect(passQr(text).version).toBeLessThanOrEqual(8);
      }),
      { numRuns: 300 },
    );
    expect(longestText).toBeGreaterThan(200);
  });

  test('a text that is longer is refused', () => {
    expect(() => passQr(PREFIX + '0'.repeat(217))).toThrow(RangeError);
    expect(passQr(PREFIX + '0'.repeat(216)).version).toBe(8);
  });
});

const cases: [PassFaultCode, string, unknown][] = [
  ['not-an-object', '', null],
  ['unknown-kind', 'kind', { ...person, kind: 'group' }],
  ['out-of-range', 'id.list', { ...person, id: { list: 128, index: 0 } }],
  ['out-of-range', 'id.index', { ...person, id: { list: 0, index: 131_072 } }],
  ['out-of-range', 'id.index', { ...person, id: { list: 0 } }],
  ['out-of-range', 'purpose', { ...person, purpose: 24 }],
  ['out-of-range', 'issuedAt', { ...person, issuedAt: now + 0.5 }],
  ['bad-issuer', 'issuer', { ...person, issuer: '株洲' }],
  ['bad-issuer', 'issuer', { ...person, issuer: '4302121' }],
  ['bad-areas', 'areas', { ...person, areas: [] }],
  ['bad-areas', 'areas', { ...person, areas: [1, 2, 3, 4] }],
  ['bad-areas', 'areas', { ...person, areas: [7, 7] }],
  ['bad-areas', 'areas', { ...person, areas: [0] }],
  ['unmasked', 'name', { ...person, name: '张三' }],
  ['unmasked', 'name', { ...person, name: '张**' }],
  ['unmasked', 'name', { ...person, name: '*' }],
  ['unmasked', 'name', { ...person, name: '1*' }],
  ['unmasked', 'lastFour', { ...person, lastFour: '13800001234' }],
  ['unmasked', 'lastFour', { ...person, lastFour: '12X4' }],
  ['bad-plate', 'plate', { ...truck, plate: '13800001234' }],
  ['bad-plate', 'plate', { ...truck, plate: '12345678' }],
  ['bad-plate', 'plate', { ...delivery, plate: '白壁村张三家' }],
  ['bad-plate', 'plate', { ...delivery, plate: '张三1234' }],
  ['bad-plate', 'plate', { ...delivery, plate: '湘苏B1234' }],
  ['bad-plate', 'plate', { ...delivery, plate: '湘BABCDE' }],
  ['bad-plate', 'plate', { ...delivery, plate: '湘B临1234挂' }],
  ['bad-plate', 'plate', { ...delivery, plate: '湘B 12345' }],
  ['bad-order', 'until', { ...person, until: person.issuedAt }],
  ['bad-order', 'until', { ...person, from: person.issuedAt - 1 }],
  ['lifetime', 'until', { ...person, until: person.issuedAt + 31 * day + 1 }],
];

describe('what must not be signed is not', () => {
  test.each(cases)('%s at %s: %j', async (code, at, pass) => {
    const [fault] = passFaults(pass);
    expect(fault).toMatchObject({ code, at });
    for (const { 'zh-CN': zh, en } of [fault?.cause, fault?.remedy].map(
      (one) => one ?? expect.fail(),
    )) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[a-z0-9]/);
    }
    await expect(issuePass(pass as never, issuer)).rejects.toThrow(InvalidPass);
  });

  test('31 days are allowed', () => {
    expect(passFaults({ ...person, until: person.issuedAt + 31 * day })).toEqual([]);
  });
});

test.each([
  '湘B12345',
  '湘BD12345',
  '湘B1234挂',
  '湘B1234学',
  '湘B临12345',
  'WJ湘1234',
  '粤Z1234港',
  'VA12345',
  '29C12345',
])('%s is a plate', (plate) => {
  expect(passFaults({ ...truck, plate })).toEqual([]);
});

test('names and numbers are masked so that a pass may carry them', () => {
  expect(['张三', '欧阳娜娜', ' Ann Lee', '𠮷田'].map(maskName)).toEqual([
    '张*',
    '欧*',
    'A*',
    '𠮷*',
  ]);
  expect(() => maskName(' ')).toThrow(RangeError);
  expect(lastFourOf('43021119900307123x ')).toBe('123X');
  expect(lastFourOf('E1234567A')).toBeUndefined();
});

test('an id and its number', () => {
  for (const id of [
    { list: 0, index: 0 },
    { list: 3, index: 412 },
    { list: 127, index: 131_071 },
  ]) {
    expect(idOfNumber(numberOfId(id))).toEqual(id);
  }
  expect(numberOfId({ list: 127, index: 131_071 })).toBe(2 ** 24 - 1);
});

test('nothing personal is in the bytes but what is masked', async () => {
  const one = await issuePass(
    { ...person, name: maskName('张三丰'), lastFour: lastFourOf('43021119900307123X') },
    issuer,
  );
  expect(one).toBe(await issuePass(person, issuer));
});
