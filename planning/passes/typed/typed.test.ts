import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, hour, longest, makeTown, now, person, truck } from '../town.fixture.ts';
import { verify } from '../verify.ts';
import { MOST_WRONG, nextAttempt, WRONG_WITHIN } from './attempts.ts';
import { alphabet, CODE_LENGTH, readCode, writeCode } from './check-character.ts';
import { codeParts, endOfCode, GUESSES, typedCode } from './code.ts';

const most = 31n ** 11n - 1n;
const values = fc.bigInt({ min: 0n, max: most });

describe('the check character', () => {
  test('31 characters, none of which is taken for another', () => {
    expect(new Set(alphabet).size).toBe(31);
    expect(alphabet).not.toMatch(/[01ILO]/);
  });

  test('a value comes out as it went in, in twelve characters', () => {
    fc.assert(
      fc.property(values, (value) => {
        const code = writeCode(value);
        expect(code).toMatch(/^([2-9A-Z]{4}-){2}[2-9A-Z]{4}$/);
        expect(readCode(code)).toEqual({ value });
      }),
    );
    expect(readCode(writeCode(most))).toEqual({ value: most });
  });

  test('every single wrong character shows, at every place', () => {
    fc.assert(
      fc.property(values, (value) => {
        const plain = writeCode(value).replaceAll('-', '');
        for (let place = 0; place < CODE_LENGTH; place++) {
          for (const char of alphabet) {
            if (char === plain[place]) continue;
            const wrong = plain.slice(0, place) + char + plain.slice(place + 1);
            expect(readCode(wrong)).toBe('code-misread');
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('any two that changed places show, neighbours or not', () => {
    fc.assert(
      fc.property(values, (value) => {
        const plain = [...writeCode(value).replaceAll('-', '')];
        for (let a = 0; a < CODE_LENGTH; a++) {
          for (let b = a + 1; b < CODE_LENGTH; b++) {
            if (plain[a] === plain[b]) continue;
            const swapped = plain.with(a, plain[b] ?? '').with(b, plain[a] ?? '');
            expect(readCode(swapped.join(''))).toBe('code-misread');
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test.each(['ab2d efgh jkmn', 'AB2D–EFGH–JKMN', 'ＡＢ２Ｄ－ＥＦＧＨ－ＪＫＭＮ'])(
    '%s is typed well enough',
    (text) => {
      expect(readCode(text)).toEqual(readCode('AB2DEFGHJKMN'));
      expect(readCode(text)).not.toBe('code-characters');
    },
  );
});

const town = await makeTown();
const at = { bundle: town.open, at: now, area: 7 };

describe('the proof in a code', () => {
  test('holds an id, an end and one of so many', () => {
    expect(GUESSES).toBe(1_478_968);
    const read = readCode(typedCode(person, town.secret));
    const parts = typeof read === 'string' ? undefined : codeParts(read.value);
    expect(parts).toMatchObject({
      id: 3 * 131_072 + 412,
      hour: Math.floor(person.until / hour) % 1024,
    });
  });

  test('covers id, end, area, issuer and what is shown: no two alike', () => {
    const other = { ...person, until: person.until + hour };
    const codes = [
      typedCode(person, town.secret),
      typedCode(other, town.secret),
      typedCode({ ...person, lastFour: '1234' }, town.secret),
      typedCode({ ...person, id: { list: 3, index: 413 } }, town.secret),
      typedCode({ ...person, areas: [7, 9] }, { ...town.secret, area: 9 }),
      typedCode({ ...person, issuer: '430224' }, { ...town.secret, issuer: '430224' }),
    ];
    const macs = codes.map((code) => {
      const read = readCode(code);
      return typeof read === 'string' ? -1 : codeParts(read.value)?.mac;
    });
    expect(new Set(macs).size).toBe(codes.length);
  });

  test('of 4,000 guesses with a right check character none is let through', async () => {
    let unknown = 0;
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        const { verdict, code } = await verify(writeCode(value), { ...at, lastFour: '123X' });
        expect(verdict).toBe('red');
        if (code === 'code-unknown') unknown += 1;
      }),
      { numRuns: 4000, seed: 2022 },
    );
    expect(unknown).toBe(4000);
  });

  test('a code with another end, made from one that was seen, is unknown', async () => {
    const read = readCode(typedCode(person, town.secret));
    if (typeof read === 'string') throw new Error(read);
    for (let more = 1n; more < 200n; more++) {
      const forged = writeCode(read.value + more * 2n ** 24n);
      expect((await verify(forged, { ...at, lastFour: '123X' })).code).toBe('code-unknown');
    }
  });

  test('the end is the one within the time of the secret', () => {
    const { secret } = town;
    for (const ends of [secret.from / hour + 1, secret.from / hour + 500, secret.until / hour]) {
      expect(endOfCode(secret, Math.floor(ends) % 1024)).toBe(Math.floor(ends));
    }
    expect(endOfCode(secret, Math.floor(secret.until / hour + 2) % 1024)).toBeUndefined();
  });

  test.each<[string, () => unknown]>([
    ['without the last four', () => typedCode({ ...person, lastFour: undefined }, town.secret)],
    ['for an area that it does not open', () => typedCode(person, { ...town.secret, area: 9 })],
    ['with the secret of another issuer', () => typedCode(truck, { ...town.secret, issuer: 'X' })],
    [
      'that ends after the secret',
      () => typedCode({ ...person, until: now + 31 * day }, town.secret),
    ],
    ['that ends before it', () => typedCode(longest.vehicle, { ...town.secret, area: 255 })],
  ])('no code for a pass %s', (_, work) => {
    expect(work).toThrow(RangeError);
  });
});

describe('a gate that counts wrong codes', () => {
  test('waits after five within ten minutes', () => {
    const wrong = [0, 60, 120, 180].map((seconds) => now - seconds);
    expect(nextAttempt(wrong, now)).toBe(now);
    expect(nextAttempt([...wrong, now - 240], now)).toBe(now - 240 + WRONG_WITHIN);
    expect(nextAttempt([...wrong, now - 600], now)).toBe(now);
    expect(nextAttempt([], now)).toBe(now);
  });

  test('lets no more than 720 guesses through in a day', () => {
    const wrong: number[] = [];
    for (let clock = now; clock < now + day; ) {
      const next = nextAttempt(wrong, clock);
      if (next === clock) wrong.push(clock);
      else clock = next;
    }
    expect(wrong.length).toBe((day / WRONG_WITHIN) * MOST_WRONG);
  });
});
