import { describe, expect, test } from 'vitest';
import {
  type Activation,
  findGoverning,
  type Governing,
  nextVersion,
  rewrites,
  standingOf,
  type VersionEvent,
  versionStates,
} from './rules.ts';

const events: VersionEvent[] = ['saved', 'proposed', 'withdrawn', 'sent-back', 'published'];

test('only what is proposed comes into force or goes back, and what is published stays', () => {
  expect(versionStates.filter((state) => nextVersion(state, 'published'))).toEqual(['proposed']);
  expect(versionStates.filter((state) => nextVersion(state, 'sent-back'))).toEqual(['proposed']);
  expect(versionStates.filter((state) => nextVersion(state, 'withdrawn'))).toEqual(['proposed']);
  expect(versionStates.filter((state) => nextVersion(state, 'saved'))).toEqual(['draft']);
  expect(events.filter((event) => nextVersion('published', event))).toEqual([]);
});

const city = { id: 'city-set', kind: 'epidemic', area: { id: 'city' } };
const district = { id: 'district-set', kind: 'epidemic', area: { id: 'district' } };
const flood = { id: 'flood-set', kind: 'flood', area: { id: 'district' } };

const version = (given: Partial<Governing> & { id: string; set: string }): Governing => ({
  number: 1,
  state: 'published',
  from: '2022-06-28T00:00:00+08:00',
  until: null,
  supersedes: [],
  ...given,
});
const ninth = version({ id: 'ninth', set: city.id });
const twenty = version({
  id: 'twenty',
  set: city.id,
  number: 2,
  from: '2022-11-11T00:00:00+08:00',
});
const own = version({ id: 'own', set: district.id, from: '2022-11-12T12:00:00+08:00' });
const ten = version({
  id: 'ten',
  set: city.id,
  number: 3,
  from: '2022-12-07T00:00:00+08:00',
  supersedes: ['own'],
});

const epidemic: Activation = {
  id: 'r1',
  kind: 'epidemic',
  starts: '2022-06-01T00:00:00Z',
  ended: '2023-02-01T00:00:00Z',
  areas: [{ id: 'district' }],
};
const drought: Activation = { ...epidemic, id: 'r2', kind: 'drought', ended: null };

const find = (at: string, changed: Partial<Parameters<typeof findGoverning>[0]> = {}) =>
  findGoverning({
    path: ['town', 'district', 'city'],
    at,
    sets: [city, district, flood],
    versions: [ninth, twenty, own, ten],
    responses: [epidemic, drought],
    ...changed,
  });
const governs = (...given: Parameters<typeof find>) => {
  const found = find(...given);
  return found.is === 'in-force' ? found.version.id : found.is;
};

describe('which version governs', () => {
  test.each([
    ['2022-07-01T08:00:00+08:00', 'ninth'],
    ['2022-11-10T23:59:59+08:00', 'ninth'],
    ['2022-11-11T00:00:00+08:00', 'twenty'],
    ['2022-11-12T11:59:59+08:00', 'twenty'],
    ['2022-11-12T12:00:00+08:00', 'own'],
    ['2022-12-06T23:59:59+08:00', 'own'],
    ['2022-12-07T00:00:00+08:00', 'ten'],
    ['2023-01-31T00:00:00Z', 'ten'],
    ['2023-02-01T00:00:00Z', 'no-response'],
  ])('at %s: %s', (at, id) => expect(governs(at)).toBe(id));

  test('the moment decides: what is asked later about an earlier one is answered by the same version', () => {
    const known = [ninth, twenty, own];
    const before = governs('2022-11-11T09:00:00+08:00', { versions: known });
    expect(governs('2022-11-11T09:00:00+08:00')).toBe(before);
  });

  test('a draft or a proposal governs nothing, and ends nothing', () => {
    const versions = [
      ninth,
      { ...twenty, state: 'proposed' as const },
      { ...own, state: 'draft' as const },
    ];
    expect(governs('2022-11-20T00:00:00Z', { versions })).toBe('ninth');
  });

  test('what is over leaves the level above in force', () => {
    const versions = [twenty, { ...own, until: '2022-11-14T00:00:00+08:00' }];
    expect(governs('2022-11-13T00:00:00Z', { versions })).toBe('own');
    expect(governs('2022-11-14T00:00:00+08:00', { versions })).toBe('twenty');
  });

  test('what was called off before it began replaces nothing', () => {
    const called = { ...twenty, until: twenty.from, supersedes: ['own'] };
    const versions = [ninth, called, own];
    expect(governs('2022-11-11T09:00:00+08:00', { versions })).toBe('ninth');
    expect(governs('2022-11-13T00:00:00Z', { versions })).toBe('own');
    expect(standingOf(called, versions, '2022-11-10T00:00:00Z')).toEqual({
      standing: 'called-off',
    });
  });

  test('a drought only has no epidemic rule in force', () => {
    expect(governs('2022-11-20T00:00:00Z', { responses: [drought] })).toBe('no-response');
  });

  test('elsewhere than where the response is active nothing is in force', () => {
    expect(governs('2022-11-20T00:00:00Z', { path: ['other', 'city'] })).toBe('no-response');
  });

  test('a response of the kind without a rule is said to be that', () => {
    expect(governs('2022-11-20T00:00:00Z', { versions: [] })).toBe('no-rule');
    expect(governs('2022-11-20T00:00:00Z', { sets: [], versions: [] })).toBe('no-rule');
  });
});

test('standing says what a version is replaced by', () => {
  const all = [ninth, twenty, own, ten];
  expect(standingOf(ninth, all, '2022-11-20T00:00:00Z')).toEqual({
    standing: 'superseded',
    by: twenty,
  });
  expect(standingOf(own, all, '2022-12-20T00:00:00Z')).toMatchObject({ by: { id: 'ten' } });
  expect(standingOf(ten, all, '2022-11-20T00:00:00Z')).toEqual({ standing: 'coming' });
});

describe('history is never rewritten', () => {
  const now = '2022-11-10T06:00:00+08:00';
  const of = (given: Partial<Governing>, earlier: Governing[] = [], others: Governing[] = []) =>
    rewrites({
      version: { ...own, from: '2022-11-09T00:00:00+08:00', ...given },
      now,
      earlier,
      others,
    });

  test('what begins now or later may be published', () => {
    expect(of({ from: now }, [ninth], [ninth])).toBeUndefined();
  });
  test('a first version may say what held before the software came', () => {
    expect(of({})).toBeUndefined();
  });
  test('a second one may not', () => expect(of({}, [own])).toBe('before-now'));
  test('nor one that ends another', () => expect(of({ supersedes: ['x'] })).toBe('before-now'));
  test('nor one that would have gone before what held from above', () => {
    expect(of({}, [], [ninth])).toBe('others-held');
    expect(of({}, [], [twenty])).toBeUndefined();
    expect(of({}, [], [{ ...ninth, until: '2022-11-01T00:00:00Z' }])).toBeUndefined();
  });
});
