/** A position in degrees, WGS-84. */
export interface Position {
  lon: number;
  lat: number;
}

/** The mean radius of the earth in metres (IUGG). */
const earthRadius = 6_371_008.8;
const radians = Math.PI / 180;

/** Metres of a degree of latitude on the sphere. */
export const metresPerDegree = earthRadius * radians;

/**
 * The distance between two positions along a great circle (haversine), in metres.
 *
 * The earth is taken as a sphere; against the ellipsoid this is off by at most 0.6 %.
 */
export function greatCircleMetres(a: Position, b: Position): number {
  const sinLat = Math.sin(((b.lat - a.lat) * radians) / 2);
  const sinLon = Math.sin(((b.lon - a.lon) * radians) / 2);
  const h =
    sinLat * sinLat + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * sinLon * sinLon;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)));
}

export function isPosition({ lon, lat }: Position): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
