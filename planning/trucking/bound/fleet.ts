import type { Day } from './day.ts';
import type { Standing } from './standing.ts';

/** Tankers of one size: the same roads bear them, and the same trips suit them. */
export interface SizeClass {
  litres: number;
  /** The same, but never 0. */
  carries: number;
  tankers: Crew[];
  /** Working seconds of all of them. */
  seconds: number;
}

export interface Crew extends Standing {
  /** Seconds that it can drive, fill and deliver until it must be back. */
  seconds: number;
}

export function sizeClasses(day: Day): SizeClass[] {
  const classes = new Map<number, SizeClass>();
  for (const standing of day.tankers) {
    const crew = { ...standing, seconds: workingSeconds(standing) };
    if (crew.seconds <= 0) continue;
    const { litres } = crew;
    const own = classes.get(litres) ?? {
      litres,
      carries: Math.max(1e-3, litres),
      tankers: [],
      seconds: 0,
    };
    own.tankers.push(crew);
    own.seconds += crew.seconds;
    classes.set(litres, own);
  }
  return [...classes.values()];
}

/** Most seconds of work in what is left of a shift: n rests take their time, n + 1 stretches of work lie around them. */
export function workingSeconds({ from, to, rest }: Standing): number {
  const begin = Math.min(...from.map(({ time }) => time));
  if (!(begin < to)) return 0;
  const span = to - begin;
  if (!rest || rest.seconds === 0 || rest.every === 0) return rest?.every === 0 ? 0 : span;
  let most = 0;
  for (let rests = 0; rests * rest.seconds <= span; rests += 1) {
    const work = Math.min(span - rests * rest.seconds, (rests + 1) * rest.every);
    if (work < most) break;
    most = work;
  }
  return most;
}
