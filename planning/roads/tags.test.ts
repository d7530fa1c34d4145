import { describe, expect, it } from 'vitest';
import { open, readRoad, roadClasses } from './tags.ts';

const both = open.carForward | open.carBackward | open.truckForward | open.truckBackward;
const ahead = open.carForward | open.truckForward;
const back = open.carBackward | open.truckBackward;

describe('what a way says to a driver', () => {
  it.each([
    [{ highway: 'residential' }, both],
    [{ highway: 'residential', oneway: 'yes' }, ahead],
    [{ highway: 'residential', oneway: '-1' }, back],
    [{ highway: 'tertiary', junction: 'roundabout' }, ahead],
    [{ highway: 'motorway' }, ahead],
    [{ highway: 'motorway', oneway: 'no' }, both],
    [{ highway: 'residential', oneway: 'alternating' }, both],
    [{ highway: 'track', access: 'no', motor_vehicle: 'yes' }, both],
    [{ highway: 'track', access: 'yes', motor_vehicle: 'destination' }, both],
    [{ highway: 'unclassified', hgv: 'no' }, open.carForward | open.carBackward],
    [
      { highway: 'unclassified', motor_vehicle: 'no', hgv: 'yes' },
      open.truckForward | open.truckBackward,
    ],
  ])('%j is open %i', (tags, bits) => {
    expect(readRoad(tags)?.open).toBe(bits);
  });

  it.each([
    [{}],
    [{ highway: 'footway' }],
    [{ highway: 'construction', construction: 'primary' }],
    [{ highway: 'service', area: 'yes' }],
    [{ highway: 'residential', access: 'private' }],
    [{ highway: 'track', vehicle: 'forestry' }],
    [{ highway: 'secondary', oneway: 'reversible' }],
    [{ waterway: 'river' }],
  ])('%j is no road', (tags) => {
    expect(readRoad(tags)).toBeUndefined();
  });

  it.each([
    ['40', 40],
    ['40 km/h', 40],
    ['25 mph', 40],
    ['CN:urban', 0],
    ['-5', 0],
    ['9999', 255],
    [undefined, 0],
  ])('maxspeed %s is %i km/h', (maxspeed, expected) => {
    expect(readRoad({ highway: 'primary', maxspeed })?.kilometresPerHour).toBe(expected);
  });

  it.each([
    [{ maxweight: '7.5' }, 7.5],
    [{ maxweight: '10 t' }, 10],
    [{ maxweight: '3500 kg' }, 3.5],
    [{ maxweight: '20', maxweightrating: '12' }, 12],
    [{ maxweight: 'none' }, 0],
    [{}, 0],
  ])('%j bears %f t', (tags, expected) => {
    expect(readRoad({ highway: 'unclassified', ...tags })?.tonnes).toBe(expected);
  });

  it('names the class by its place in the list', () => {
    expect(roadClasses[readRoad({ highway: 'track' })?.class ?? -1]).toBe('track');
  });
});
