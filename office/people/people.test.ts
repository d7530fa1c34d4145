import { describe, expect, test } from 'vitest';
import type { FactKind } from './catalogue.ts';
import { kinds, FactKind as kindsOf, Purpose, readableFor } from './catalogue.ts';
import { withheld } from './consent.ts';
import { putFact, ReadFact, readFor } from './contract.ts';
import {
  birthMonthIn,
  Document,
  endOf,
  isUnder14,
  masked,
  plainDocument,
  plainPhone,
} from './identity.ts';

describe('the catalogue', () => {
  test('has a purpose for every fact and a fact for every purpose', () => {
    for (const fact of kindsOf.options) {
      expect(kinds[fact].purposes.length, fact).toBeGreaterThan(0);
      expect(kinds[fact].words['zh-CN']).toMatch(/\p{Script=Han}/u);
    }
    for (const purpose of Purpose.options)
      expect(readableFor(purpose).length, purpose).toBeGreaterThan(0);
  });

  test('lets each purpose read what it needs and no more', () => {
    expect(Object.fromEntries(Purpose.options.map((one) => [one, readableFor(one)]))).toEqual({
      gate: ['test-result', 'test-time', 'health-code', 'travel-card', 'came-from', 'temperature'],
      school: kindsOf.options,
      home: [
        'test-result',
        'test-time',
        'vaccination',
        'co-resident',
        'temperature',
        'guardian-consent',
        'consent-withdrawn',
      ],
      contact: ['guardian-consent', 'consent-withdrawn'],
    });
  });

  test('is all that can be recorded and read', () => {
    for (const union of [putFact.body, ReadFact])
      expect(union.options.map(({ shape }) => shape.fact.value)).toEqual(kindsOf.options);
  });

  test('has a route of its own for every purpose', () => {
    for (const purpose of Purpose.options) {
      expect(readFor(purpose).permission).toBe(`people.read-${purpose}`);
      expect(readFor(purpose).path).toBe(`/api/people/read/${purpose}`);
    }
  });
});

// No region has this code: the number is nobody's.
const residentId = '999999201009010010';

describe('who somebody is', () => {
  test('a resident identity number is held against its check figure and its date', () => {
    const given = (number: string) => Document.safeParse({ kind: 'resident-id', number }).success;
    expect(given(residentId)).toBe(true);
    expect(given('999999 20100901 0010')).toBe(true);
    expect(given('９９９９９９２０１００９０１００１０')).toBe(true);
    for (let figure = 0; figure < 10; figure++)
      if (figure !== 0) expect(given(`${residentId.slice(0, 17)}${figure}`)).toBe(false);
    for (const wrong of ['999999201013010013', '99999920100901001', 'x'.repeat(18)])
      expect(given(wrong), wrong).toBe(false);
  });

  test('one document and one telephone are one text, however they are typed', () => {
    const typed = (number: string) => plainDocument({ kind: 'other', number });
    expect(typed('ｅ1234 5678')).toBe(typed('E12345678'));
    expect(typed('E12345678')).not.toBe(
      plainDocument({ kind: 'resident-id', number: 'E12345678' }),
    );
    for (const same of ['13800000000', '138 0000 0000', '+86 138-0000-0000', '008613800000000'])
      expect(plainPhone(same)).toBe('13800000000');
    expect(plainPhone('0731-2760 0000')).toBe('073127600000');
  });

  test('of a document the last four signs and the month of birth are kept', () => {
    const document = { kind: 'resident-id', number: '999999 2010 0901 0010' } as const;
    expect(endOf(document)).toBe('0010');
    expect(birthMonthIn(document)).toBe('2010-09');
    expect(birthMonthIn({ kind: 'other', number: 'E12345678' })).toBeUndefined();
  });

  test('a masked name has one star', () => {
    expect([masked('张三'), masked('欧阳某某'), masked('𠮷某')]).toEqual(['张*', '欧*', '𠮷*']);
  });
});

describe("a guardian's consent", () => {
  test.each([
    ['2008-11', '2022-10-31', true],
    ['2008-11', '2022-11-30', true],
    ['2008-11', '2022-12-01', false],
    ['2022-11', '2022-11-10', true],
    ['1956-01', '2022-11-10', false],
  ])('born %s, on %s: under 14 is %s', (born, today, under) => {
    expect(isUnder14(born, today)).toBe(under);
  });

  const after = (born: string, ...facts: (FactKind | [FactKind, string])[]) =>
    withheld(
      { born, today: '2022-11-10' },
      facts.map((one) =>
        typeof one === 'string'
          ? { fact: one, corrects: null }
          : { fact: one[0], corrects: one[1] },
      ),
    );

  test('is needed under 14, and a no holds until the next yes at any age', () => {
    const [child, grown] = ['2015-01', '1990-01'];
    expect(after(child)).toBe('consent-needed');
    expect(after(child, 'guardian-consent', 'temperature')).toBeNull();
    expect(after(child, 'guardian-consent', 'consent-withdrawn')).toBe('consent-withdrawn');
    expect(after(child, 'consent-withdrawn', 'guardian-consent')).toBeNull();
    expect(after(grown)).toBeNull();
    expect(after(grown, 'guardian-consent', 'consent-withdrawn')).toBe('consent-withdrawn');
  });

  test('that was withdrawn is not given again by correcting how it was spelt', () => {
    const corrected: [FactKind, string] = ['guardian-consent', 'x'];
    expect(after('2015-01', 'guardian-consent', 'consent-withdrawn', corrected)).toBe(
      'consent-withdrawn',
    );
  });
});
