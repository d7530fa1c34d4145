import { RoadsRefused } from './refused.ts';
import { open, type RoadClass, roadClasses } from './tags.ts';

/** How a kind of vehicle uses roads. */
export interface Profile {
  /** Whose access tags and one-way exceptions hold: `motorcar` or `hgv`. */
  vehicle: 'car' | 'truck';
  /** What the vehicle weighs, laden, in tonnes; a road with a lower limit is closed to it. 0 ignores limits. */
  tonnes: number;
  /** km/h by class of road, where no lower limit is signposted; 0 closes the class. */
  kilometresPerHour: Readonly<Record<RoadClass, number>>;
}

/**
 * A car. The speeds are those that OSRM's `car.lua` gives to each class (Project-OSRM, BSD-2): what is driven
 * including junctions, not what is allowed. `track` is an assumption of this project.
 */
export const car: Profile = {
  vehicle: 'car',
  tonnes: 0,
  kilometresPerHour: {
    motorway: 90,
    motorway_link: 45,
    trunk: 85,
    trunk_link: 40,
    primary: 65,
    primary_link: 30,
    secondary: 55,
    secondary_link: 25,
    tertiary: 40,
    tertiary_link: 20,
    unclassified: 25,
    residential: 25,
    living_street: 10,
    service: 15,
    road: 20,
    track: 12,
  },
};

/**
 * A laden two-axle tanker or sprinkler. 18 t is the most that GB 1589-2016 allows on two axles. The speeds are an
 * assumption: those of {@link car} × 0.8, at most 70 km/h; slow roads as they are.
 */
export const truck: Profile = {
  vehicle: 'truck',
  tonnes: 18,
  kilometresPerHour: {
    motorway: 70,
    motorway_link: 36,
    trunk: 68,
    trunk_link: 32,
    primary: 52,
    primary_link: 24,
    secondary: 44,
    secondary_link: 20,
    tertiary: 32,
    tertiary_link: 16,
    unclassified: 20,
    residential: 20,
    living_street: 10,
    service: 12,
    road: 16,
    track: 10,
  },
};

/** Refuses a profile whose figures cannot be driven by. */
export function requireProfile(profile: Profile): void {
  const faulty = roadClasses.filter((name) => !(profile.kilometresPerHour[name] >= 0));
  if (faulty.length === 0 && profile.tonnes >= 0) return;
  const where = faulty.length > 0 ? faulty.join(', ') : 'tonnes';
  throw new RoadsRefused(
    'bad-profile',
    {
      'zh-CN': `车辆参数有误：${where}。`,
      en: `The profile has no usable figure for: ${where}.`,
    },
    {
      'zh-CN': '请为每个道路等级填写不小于 0 的时速，吨位不小于 0。',
      en: 'Give every class of road a speed of at least 0, and tonnes of at least 0.',
    },
  );
}

export function openBits(vehicle: Profile['vehicle']): { forward: number; backward: number } {
  return vehicle === 'car'
    ? { forward: open.carForward, backward: open.carBackward }
    : { forward: open.truckForward, backward: open.truckBackward };
}
