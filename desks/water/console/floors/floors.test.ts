import { expect, test } from 'vitest';
import { listFloors } from '../../floors.contract.ts';
import { Floors } from '../../water.ts';
import { bodyOf, draftFrom, faultsOf, noFloorsYet } from './draft.ts';
import { inForceOn, standingOn } from './versions.ts';

const held = listFloors.example.output.versions[0] as Floors;
const older = { ...held, version: 'older', validFrom: '2022-01-01' };
const coming = { ...held, version: 'coming', validFrom: '2022-12-01' };
const versions = [coming, held, older];

test('on a day the latest that is valid by then holds; later ones are to come', () => {
  expect(standingOn(versions, '2022-11-10').map(({ standing }) => standing)).toEqual([
    'to-come',
    'in-force',
    'replaced',
  ]);
  expect(inForceOn(versions, '2022-12-01')).toBe(coming);
  expect(inForceOn(versions, '2022-11-30')).toBe(held);
  expect(inForceOn(versions, '2021-12-31')).toBeUndefined();
  expect(standingOn(versions, '2021-12-31').every(({ standing }) => standing === 'to-come')).toBe(
    true,
  );
});

test('a draft begins with the figures in force under a name that is free, and is as good as them', () => {
  const draft = draftFrom(held, '2022-11-10', versions);
  expect(draft.version).toBe('2022-11-10/2');
  expect(faultsOf(draft, versions)).toEqual({});
  const { validFrom, ...same } = bodyOf(held, draft);
  const { version: _, validFrom: __, ...kept } = held;
  expect(validFrom).toBe('2022-11-10');
  expect(same).toEqual(kept);
});

test('what is wrong is said at its field', () => {
  const draft = draftFrom(held, '2022-11-10', versions);
  const { survival, basic, full } = draft.tiers;
  expect(
    faultsOf({ ...draft, tiers: { survival, basic: { ...basic, litres: 5 }, full } }, versions),
  ).toEqual({ 'basic.litres': 'below' });
  expect(
    faultsOf(
      {
        version: 'older',
        validFrom: '',
        tiers: {
          survival: { litres: null, source: ' ' },
          basic,
          full: { litres: 1001, source: 'x' },
        },
      },
      versions,
    ),
  ).toEqual({
    version: 'taken',
    validFrom: 'missing',
    'survival.litres': 'missing',
    'survival.source': 'missing',
    'full.litres': 'too-much',
  });
  expect(faultsOf({ ...draft, version: ' ' }, versions)).toEqual({ version: 'missing' });
});

test('what a version holds beside the three floors goes along into the next one', () => {
  const more = { ...held, more: { clinics: 5 } } as Floors;
  expect(bodyOf(more, draftFrom(more, '2022-11-10', versions))).toMatchObject({
    more: { clinics: 5 },
  });
});

test('equal floors are in order', () => {
  const draft = draftFrom(held, '2022-11-10', versions);
  const level = { litres: 15, source: 'x' };
  const tiers = { survival: level, basic: level, full: level };
  expect(faultsOf({ ...draft, tiers }, versions)).toEqual({});
  const body = bodyOf(held, { ...draft, tiers });
  expect(Floors.safeParse({ ...body, version: draft.version }).success).toBe(true);
});

test('the first version of all begins empty, and can be filled in', () => {
  const draft = draftFrom(noFloorsYet, '2022-11-10', []);
  expect(Object.keys(faultsOf(draft, []))).toHaveLength(6);
  const tier = (litres: number) => ({ litres, source: 'x' });
  const filled = { ...draft, tiers: { survival: tier(7.5), basic: tier(15), full: tier(20) } };
  const body = bodyOf(noFloorsYet, filled);
  expect(Floors.safeParse({ ...body, version: draft.version }).success).toBe(true);
});
