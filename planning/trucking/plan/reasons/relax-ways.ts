import type { PatchOperation, Problem } from '../../water-day.ts';
import { NEVER } from '../day.ts';
import { keeper, type Relaxation, up } from './relaxation.ts';
import { addedStops } from './study.ts';

/** Ways to and from the point that are closed now. */
export function openWays(): Relaxation {
  const kept = keeper();
  return {
    because: 'way-closed',
    loosen({ day }, p) {
      const node = day.S + p;
      let any = false;
      for (let v = 0; v < day.V; v += 1) {
        for (const [a, b] of [
          [v, node],
          [node, v],
        ] as const) {
          if ((day.drive[a * day.V + b] as number) < NEVER) continue;
          kept.set(
            day.drive,
            a * day.V + b,
            guessWay(day.problem, day.place[a] as number, day.place[b] as number).seconds,
          );
          any = true;
        }
      }
      return any;
    },
    tighten(study) {
      const { day } = study;
      const { problem, V } = day;
      const ways = new Map<string, readonly [number, number]>();
      const use = (a: number, b: number) => {
        const [i, j] = [day.place[a] as number, day.place[b] as number];
        if (i === j) return;
        const closed =
          (problem.travel.seconds[i]?.[j] ?? null) === null ||
          (problem.travel.metres[i]?.[j] ?? null) === null;
        if (closed) ways.set(`${i}/${j}`, [i, j]);
      };
      for (const stop of addedStops(study)) {
        use(stop.from, stop.node);
        use(stop.node, stop.to);
      }
      if (ways.size === 0 || ways.size > 2) return undefined;
      kept.back();
      const patch: PatchOperation[] = [];
      for (const [key, [i, j]] of ways) {
        const way = guessWay(problem, i, j);
        for (let a = 0; a < V; a += 1) {
          for (let b = 0; b < V; b += 1) {
            if (day.place[a] === i && day.place[b] === j)
              kept.set(day.drive, a * V + b, way.seconds);
          }
        }
        patch.push({ op: 'replace', path: `/travel/seconds/${key}`, value: way.seconds });
        patch.push({ op: 'replace', path: `/travel/metres/${key}`, value: way.metres });
      }
      const named = (reckoned: (minutes: number) => string) =>
        [...ways.values()].map(([i, j]) => {
          const minutes = guessWay(problem, i, j).seconds / MINUTE;
          return `${problem.places[i]?.name} → ${problem.places[j]?.name}${reckoned(minutes)}`;
        });
      return {
        patch,
        say: {
          'zh-CN': `打通道路：${named((minutes) => `（按行车 ${minutes} 分钟估计）`).join('、')}`,
          en: `open the way ${named((minutes) => ` (reckoned with ${minutes} minutes)`).join(' and ')}`,
        },
      };
    },
    restore: () => kept.back(),
  };
}

const MINUTE = 60;
/** Metres a second on a road of which nothing is known, and how much longer it is than the straight line. */
const SPEED = 7;
const WINDING = 1.5;

/** A way as long as the way back, else by the straight line; whole minutes. */
function guessWay(problem: Problem, i: number, j: number) {
  const seconds = problem.travel.seconds[j]?.[i] ?? null;
  const metres = problem.travel.metres[j]?.[i] ?? null;
  if (seconds !== null && metres !== null) return { seconds: up(seconds, MINUTE), metres };
  const a = problem.places[i];
  const b = problem.places[j];
  const radians = Math.PI / 180;
  const x = ((b?.lon ?? 0) - (a?.lon ?? 0)) * Math.cos((a?.lat ?? 0) * radians);
  const y = (b?.lat ?? 0) - (a?.lat ?? 0);
  const straight = Math.hypot(x, y) * radians * 6_371_000;
  const road = Math.ceil(straight * WINDING);
  return { seconds: up(road / SPEED, MINUTE), metres: road };
}
