export type Tags = Readonly<Record<string, string | undefined>>;

/** The classes of road that a vehicle can be driven on, by OpenStreetMap's `highway`. The order is part of the stored form. */
export const roadClasses = [
  'motorway',
  'motorway_link',
  'trunk',
  'trunk_link',
  'primary',
  'primary_link',
  'secondary',
  'secondary_link',
  'tertiary',
  'tertiary_link',
  'unclassified',
  'residential',
  'living_street',
  'service',
  'road',
  'track',
] as const;
export type RoadClass = (typeof roadClasses)[number];

/** Who may drive a road which way; one bit each. */
export const open = { carForward: 1, carBackward: 2, truckForward: 4, truckBackward: 8 } as const;

export interface Road {
  /** Index into {@link roadClasses}. */
  class: number;
  /** The sum of {@link open}'s bits; never 0. */
  open: number;
  /** The signposted limit in km/h; 0 where none is known. */
  kilometresPerHour: number;
  /** The heaviest vehicle allowed, in tonnes; 0 where no limit is known. */
  tonnes: number;
}

const closedTo = new Set(['no', 'private', 'agricultural', 'forestry', 'emergency', 'psv', 'bus']);

/**
 * What a way's tags say to a driver; undefined where neither a car nor a truck may use it, or where it is no road.
 *
 * `access` yields to `vehicle`, that to `motor_vehicle`, and that to `motorcar` or `hgv`. Times of day
 * (`…:conditional`), turn restrictions and barriers on nodes are not read. A reversible lane is left out.
 */
export function readRoad(tags: Tags): Road | undefined {
  const index = roadClasses.indexOf(tags.highway as RoadClass);
  if (index < 0 || tags.area === 'yes') return undefined;
  const general = tags.motor_vehicle ?? tags.vehicle ?? tags.access;
  const car = !closedTo.has(tags.motorcar ?? general ?? '');
  const truck = !closedTo.has(tags.hgv ?? general ?? '');
  const { forward, backward } = directions(tags);
  const bits =
    (car && forward ? open.carForward : 0) |
    (car && backward ? open.carBackward : 0) |
    (truck && forward ? open.truckForward : 0) |
    (truck && backward ? open.truckBackward : 0);
  if (bits === 0) return undefined;
  return {
    class: index,
    open: bits,
    kilometresPerHour: Math.min(255, Math.round(readSpeed(tags.maxspeed))),
    tonnes: readTonnes(tags),
  };
}

function directions(tags: Tags): { forward: boolean; backward: boolean } {
  switch (tags.oneway) {
    case 'yes':
    case 'true':
    case '1':
      return { forward: true, backward: false };
    case '-1':
    case 'reverse':
      return { forward: false, backward: true };
    case 'reversible':
      return { forward: false, backward: false };
    case 'no':
    case 'false':
    case '0':
    case 'alternating':
      return { forward: true, backward: true };
    default: {
      const implied =
        tags.junction === 'roundabout' ||
        tags.junction === 'circular' ||
        tags.highway === 'motorway';
      return { forward: true, backward: !implied };
    }
  }
}

const kilometresPerMile = 1.609344;

function readSpeed(text: string | undefined): number {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(km\/h|kmh|mph)?\s*$/.exec(text ?? '');
  if (!match) return 0;
  return Number(match[1]) * (match[2] === 'mph' ? kilometresPerMile : 1);
}

function readTonnes(tags: Tags): number {
  const limits = [tags.maxweight, tags.maxweightrating, tags['maxweightrating:hgv']]
    .map(readWeight)
    .filter((tonnes) => tonnes > 0);
  return limits.length > 0 ? Math.min(...limits) : 0;
}

function readWeight(text: string | undefined): number {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(t|kg)?\s*$/.exec(text ?? '');
  if (!match) return 0;
  return Number(match[1]) / (match[2] === 'kg' ? 1000 : 1);
}
