import { describe, expect, it } from 'vitest';
import { findDoubts } from './doubts.ts';

const codes = (lon: number, lat: number, provenance: 'real' | 'schematic' = 'real') =>
  findDoubts({ lon, lat, provenance, sameSpot: [] }).map(({ code }) => code);

describe('what looks wrong with a position', () => {
  it.each([
    [112.9991, 27.5366, []],
    [27.5366, 112.9991, ['lon-lat-swapped']],
    [-0.1278, 51.5074, ['outside-china']],
    [113, 27.5, ['too-round']],
    [112.3342, 16.8331, []],
  ] as const)('lon %f, lat %f', (lon, lat, expected) => {
    expect(codes(lon, lat)).toEqual(expected);
  });

  it('a schematic position may be round', () => {
    expect(codes(113, 27.5, 'schematic')).toEqual([]);
  });

  it('names what stands at the same spot', () => {
    const [doubt] = findDoubts({
      lon: 112.9991,
      lat: 27.5366,
      provenance: 'real',
      sameSpot: ['三门水厂'],
    });
    expect(doubt?.code).toBe('same-spot');
    expect(doubt?.cause['zh-CN']).toContain('三门水厂');
  });
});
