import type { Group, Problem, Site } from '../problem.ts';
import { randomFrom } from './random.ts';

export interface GenerateOptions {
  /** Candidates. Default 20. */
  sites?: number;
  /** Default 200. */
  groups?: number;
  /** Most new stations. Default 5. */
  most?: number;
  /** How many sites are in reach of a group on average, roughly. Default 6. */
  reach?: number;
  /** `town`: groups lie anywhere. `county`: in villages that are too far from each other to share a station. Default `town`. */
  kind?: 'town' | 'county';
  /** Litres that a person still needs: one of these for each group. Default [15]. */
  litres?: readonly number[];
  /** Part of the sites that exist already, in percent. Default 0. */
  existing?: number;
}

/** Metres walked for each metre as the crow flies. */
const DETOUR = 1.3;
/** Metres a second. */
const PACE = 1.1;

interface Place {
  x: number;
  y: number;
}

/**
 * A made-up problem: sites near where people live, yields of 2 to 40 m³ a day, costs of 20 to 120 thousand.
 * @param seed any whole number; the problem is a function of it and the options.
 */
export function generate(seed: number, options: GenerateOptions = {}): Problem {
  const { sites = 20, groups = 200, most = 5, reach = 6, kind = 'town' } = options;
  const { litres = [15], existing = 0 } = options;
  const below = randomFrom(seed);
  // So that a circle of the limit, as walked, holds `reach` sites.
  const area = (Math.PI * (500 / DETOUR) ** 2 * sites) / reach;
  const villages = kind === 'county' ? Math.max(1, Math.round(sites / 8)) : 1;
  const side = Math.sqrt(area / villages);
  const somewhere = (): Place => {
    const village = below(villages);
    return { x: village * (side + 2000) + below(side), y: below(side) };
  };
  const living = Array.from({ length: groups }, somewhere);
  const near = ({ x, y }: Place): Place => ({ x: x + below(201) - 100, y: y + below(201) - 100 });
  const dug = Array.from({ length: sites }, () => near(living[below(groups)] as Place));
  const metres = dug.map((site) => living.map((home) => walked(site, home)));
  return {
    sites: dug.map((_, i): Site => {
      const cubicMetres = 2 + Math.floor(38 * (below(1000) / 1000) ** 2);
      const built = below(100) < existing;
      return {
        id: `site-${i + 1}`,
        yield: 1000 * cubicMetres,
        building: 1000 * (20 + 2 * cubicMetres + below(21)),
        running: 100 * (3 + below(10)),
        ...(built && { existing: true }),
      };
    }),
    groups: living.map(
      (_, j): Group => ({
        id: `group-${j + 1}`,
        people: 5 + below(56),
        litres: litres[below(litres.length)] ?? 15,
      }),
    ),
    metres,
    seconds: metres.map((row) => row.map((one) => Math.round((2 * one) / PACE))),
    most,
    trucking: 45,
  };
}

function walked(a: Place, b: Place): number {
  return Math.round(DETOUR * Math.hypot(a.x - b.x, a.y - b.y));
}
