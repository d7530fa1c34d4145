import type { Interval, PatchOperation, Say, Tanker } from '../../water-day.ts';
import { NEVER } from '../day.ts';
import { readyAt } from '../timing.ts';
import { type Because, clock } from './because.ts';
import { addedStops, NO_WINDOW, type Study, setSpare } from './study.ts';

export interface Change {
  patch: PatchOperation[];
  say: Say;
}

/** One thing that might be otherwise. */
export interface Relaxation {
  because: Because;
  /** Lets it be as wide as imaginable; false when there is nothing to widen. */
  loosen: (study: Study, p: number) => boolean;
  /** Narrows it to what the additions use; undefined when that is no single change. */
  tighten: (study: Study, p: number) => Change | undefined;
  /** As it was. */
  restore: (study: Study, p: number) => void;
}

const QUARTER = 900;
const up = (value: number, step: number) => Math.ceil(value / step) * step;
const down = (value: number, step: number) => Math.max(0, Math.floor(value / step) * step);

/** Runs `change` and hands back how to undo it, for packed figures. */
function keeper() {
  const undo: (() => void)[] = [];
  return {
    set(list: Int32Array | Float64Array | Uint8Array, i: number, value: number) {
      const before = list[i] as number;
      undo.push(() => {
        list[i] = before;
      });
      list[i] = value;
    },
    back() {
      for (const step of undo.splice(0).reverse()) step();
    },
  };
}

/** One bay more at one source. */
export function moreBays(s: number): Relaxation {
  const kept = keeper();
  return {
    because: 'bays',
    loosen({ day }) {
      kept.set(day.bays, s, (day.bays[s] as number) + 1);
      return true;
    },
    tighten({ day }) {
      const source = day.problem.sources[s];
      const bays = day.bays[s] as number;
      return {
        patch: [{ op: 'replace', path: `/sources/${s}/bays`, value: bays }],
        say: {
          'zh-CN': `水源 ${source?.id} 增加到 ${bays} 个取水车位`,
          en: `give source ${source?.id} ${bays} bays`,
        },
      };
    },
    restore: () => kept.back(),
  };
}

/** More litres for the day, wherever they are needed. */
export function moreLitres(): Relaxation {
  const kept = keeper();
  return {
    because: 'source-litres',
    loosen({ day }) {
      let any = false;
      for (let s = 0; s < day.S; s += 1) {
        if (day.limit[s] === Number.POSITIVE_INFINITY) continue;
        kept.set(day.limit, s, Number.POSITIVE_INFINITY);
        any = true;
      }
      return any;
    },
    tighten({ day, board }) {
      const over: number[] = [];
      for (let s = 0; s < day.S; s += 1) {
        const limit = day.problem.sources[s]?.litresPerDay;
        if (limit !== undefined && (board.used[s] as number) > limit) over.push(s);
      }
      const [s] = over;
      if (s === undefined || over.length > 1) return undefined;
      const litres = up(board.used[s] as number, 100);
      kept.back();
      kept.set(day.limit, s, litres);
      const source = day.problem.sources[s];
      return {
        patch: [{ op: 'replace', path: `/sources/${s}/litresPerDay`, value: litres }],
        say: {
          'zh-CN': `水源 ${source?.id} 当日供水量从 ${source?.litresPerDay} 升提高到 ${litres} 升`,
          en: `raise the litres that source ${source?.id} gives in the day from ${source?.litresPerDay} to ${litres}`,
        },
      };
    },
    restore: () => kept.back(),
  };
}

/** Longer hours of one node, a source or a point. */
function longerHours(
  because: Because,
  node: (study: Study, p: number) => number,
  pathOf: (i: number) => string,
  name: (study: Study, i: number) => Say,
): Relaxation {
  const kept = keeper();
  const index = (study: Study, p: number) => {
    const at = node(study, p);
    return at < study.day.S ? at : at - study.day.S;
  };
  const listed = ({ day }: Study, at: number): Interval[] =>
    (at < day.S ? day.problem.sources[at]?.open : day.problem.points[at - day.S]?.open) ?? [];
  return {
    because,
    loosen(study, p) {
      const { day } = study;
      const at = node(study, p);
      const first = day.windowAt[at] as number;
      if (first === day.windowAt[at + 1] || listed(study, at).length === 0) return false;
      kept.set(day.windowFrom, first, day.from);
      kept.set(day.windowTo, first, day.to);
      return true;
    },
    tighten(study, p) {
      const { day } = study;
      const at = node(study, p);
      const windows = listed(study, at);
      const outside = addedStops(study).filter(
        (stop) =>
          stop.node === at && !windows.some(([from, to]) => from <= stop.start && stop.finish <= to),
      );
      if (outside.length === 0) return undefined;
      const start = Math.min(...outside.map((stop) => stop.start));
      const finish = Math.max(...outside.map((stop) => stop.finish));
      const path = pathOf(index(study, p));
      const who = name(study, index(study, p));
      if (windows === NO_WINDOW) {
        const only: Interval = [
          Math.max(day.from, down(start, QUARTER)),
          Math.min(day.to, up(finish, QUARTER)),
        ];
        kept.back();
        kept.set(day.windowFrom, day.windowAt[at] as number, only[0]);
        kept.set(day.windowTo, day.windowAt[at] as number, only[1]);
        return {
          patch: [{ op: 'add', path: `${path}/open/-`, value: only }],
          say: opened(who, only),
        };
      }
      const wider = windows
        .map(([from, to], j) => {
          const next: Interval = [
            start < from ? Math.max(day.from, down(start, QUARTER)) : from,
            finish > to ? Math.min(day.to, up(finish, QUARTER)) : to,
          ];
          return { j, from, to, next, more: next[1] - next[0] - (to - from) };
        })
        .sort((a, b) => a.more - b.more)[0];
      if (!wider) return undefined;
      const { j, from, to, next } = wider;
      kept.back();
      const first = day.windowAt[at] as number;
      const end = day.windowAt[at + 1] as number;
      for (let w = first; w < end; w += 1) {
        const clipped = at >= day.S && (day.windowTo[w] as number) === Math.min(to, day.to);
        if ((day.windowTo[w] as number) === to || clipped || end === first + 1) {
          kept.set(day.windowFrom, w, next[0]);
          kept.set(day.windowTo, w, next[1]);
          break;
        }
      }
      const patch: PatchOperation[] = [];
      if (next[0] !== from) patch.push({ op: 'replace', path: `${path}/open/${j}/0`, value: next[0] });
      if (next[1] !== to) patch.push({ op: 'replace', path: `${path}/open/${j}/1`, value: next[1] });
      return { patch, say: opened(who, next) };
    },
    restore: () => kept.back(),
  };
}

const opened = (who: Say, [from, to]: Interval): Say => ({
  'zh-CN': `${who['zh-CN']} 的开放时段改为 ${clock(from)}–${clock(to)}`,
  en: `open ${who.en} from ${clock(from)} to ${clock(to)}`,
});

export function sourceHours(s: number): Relaxation {
  return longerHours(
    'source-hours',
    () => s,
    (i) => `/sources/${i}`,
    ({ day }, i) => {
      const id = day.problem.sources[i]?.id;
      return { 'zh-CN': `水源 ${id}`, en: `source ${id}` };
    },
  );
}

export function pointHours(): Relaxation {
  return longerHours(
    'point-hours',
    ({ day }, p) => day.S + p,
    (i) => `/points/${i}`,
    ({ day }, i) => {
      const id = day.problem.points[i]?.id;
      return { 'zh-CN': `供水点 ${id}`, en: `point ${id}` };
    },
  );
}

/** A road that bears bigger tankers. */
export function biggerTankers(): Relaxation {
  const kept = keeper();
  return {
    because: 'tanker-size',
    loosen({ day }, p) {
      if (day.problem.points[p]?.maxTankerLitres === undefined || (day.most[p] as number) <= 0) return false;
      let any = false;
      for (let r = 0; r < day.R; r += 1) {
        if (day.may[r * day.N + p] === 1 || (day.size[r] as number) < 1) continue;
        kept.set(day.may, r * day.N + p, 1);
        any = true;
      }
      return any;
    },
    tighten(study, p) {
      const { day } = study;
      const point = day.problem.points[p];
      const size = Math.max(0, ...study.added.map(({ tanker }) => day.size[tanker] as number));
      if (size <= (point?.maxTankerLitres ?? size)) return undefined;
      kept.back();
      for (let r = 0; r < day.R; r += 1) {
        const litres = day.size[r] as number;
        if (litres >= 1 && litres <= size) kept.set(day.may, r * day.N + p, 1);
      }
      return {
        patch: [{ op: 'replace', path: `/points/${p}/maxTankerLitres`, value: size }],
        say: {
          'zh-CN': `让 ${size} 升的送水车也能到 ${point?.id}`,
          en: `let tankers of ${size} litres reach ${point?.id}`,
        },
      };
    },
    restore: () => kept.back(),
  };
}

/** A bigger village tank, `times` as big. */
export function biggerTank(times: number): Relaxation {
  const kept = keeper();
  return {
    because: 'tank-size',
    loosen({ day }, p) {
      const litres = day.tank[p] as number;
      if (litres < 0) return false;
      kept.set(day.tank, p, up(Math.max(litres, 250) * times, 500));
      return true;
    },
    tighten({ day }, p) {
      const point = day.problem.points[p];
      const litres = day.tank[p] as number;
      return {
        patch: [{ op: 'replace', path: `/points/${p}/storage/litres`, value: litres }],
        say: {
          'zh-CN': `${point?.id} 的蓄水池从 ${point?.storage?.litres} 升加大到 ${litres} 升`,
          en: `enlarge the tank of ${point?.id} from ${point?.storage?.litres} to ${litres} litres`,
        },
      };
    },
    restore: () => kept.back(),
  };
}

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
          kept.set(day.drive, a * day.V + b, guessWay(day.problem, day.place[a] as number, day.place[b] as number).seconds);
          any = true;
        }
      }
      return any;
    },
    tighten(study, p) {
      const { day } = study;
      const { problem, V } = day;
      const node = day.S + p;
      const ways = new Map<string, readonly [number, number]>();
      const use = (a: number, b: number) => {
        const [i, j] = [day.place[a] as number, day.place[b] as number];
        if (i === j) return;
        const closed =
          (problem.travel.seconds[i]?.[j] ?? null) === null || (problem.travel.metres[i]?.[j] ?? null) === null;
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
            if (day.place[a] === i && day.place[b] === j) kept.set(day.drive, a * V + b, way.seconds);
          }
        }
        patch.push({ op: 'replace', path: `/travel/seconds/${key}`, value: way.seconds });
        patch.push({ op: 'replace', path: `/travel/metres/${key}`, value: way.metres });
      }
      const id = problem.points[node - day.S]?.id;
      const names = [...ways.values()]
        .map(([i, j]) => `${problem.places[i]?.name} → ${problem.places[j]?.name}`)
        .join(', ');
      return {
        patch,
        say: {
          'zh-CN': `打通到 ${id} 的路:${names}(按估计的行车时间)`,
          en: `open the way for ${id}: ${names} (driving time estimated)`,
        },
      };
    },
    restore: () => kept.back(),
  };
}

/** A way as long as the way back, else by the straight line. */
function guessWay(problem: Study['day']['problem'], i: number, j: number) {
  const seconds = problem.travel.seconds[j]?.[i] ?? null;
  const metres = problem.travel.metres[j]?.[i] ?? null;
  if (seconds !== null && metres !== null) return { seconds, metres };
  const a = problem.places[i];
  const b = problem.places[j];
  const radians = Math.PI / 180;
  const x = ((b?.lon ?? 0) - (a?.lon ?? 0)) * Math.cos((a?.lat ?? 0) * radians);
  const y = (b?.lat ?? 0) - (a?.lat ?? 0);
  const straight = Math.hypot(x, y) * radians * 6_371_000;
  const road = Math.ceil(straight * 1.5);
  return { seconds: Math.ceil(road / 7), metres: road };
}

/** A longer shift for a tanker that the plan leaves at home. */
export function longerShift(r: number): Relaxation {
  const kept = keeper();
  return {
    because: 'shift',
    loosen({ day }) {
      if ((day.until[r] as number) >= day.to || day.problem.tankers[r]?.out !== undefined) return false;
      kept.set(day.until, r, day.to);
      return true;
    },
    tighten(study) {
      const { day, board } = study;
      const tanker = day.problem.tankers[r];
      const back = board.routes[r]?.back ?? -1;
      if (!tanker || !study.added.some((one) => one.tanker === r) || back <= tanker.to) return undefined;
      const to = up(back, QUARTER);
      kept.back();
      kept.set(day.until, r, to);
      return {
        patch: [{ op: 'replace', path: `/tankers/${r}/to`, value: to }],
        say: {
          'zh-CN': `送水车 ${tanker.id} 的班次延长到 ${clock(to)}`,
          en: `let tanker ${tanker.id} work until ${clock(to)}`,
        },
      };
    },
    restore: () => kept.back(),
  };
}

/** A further tanker of some kind. */
export function oneMore(kind: Tanker, because: Because): Relaxation {
  return {
    because,
    loosen(study) {
      setSpare(study, kind);
      return readyAt(study.day, study.spare) < kind.to;
    },
    tighten: (study) =>
      study.added.some((one: { tanker: number }) => one.tanker === study.spare)
        ? {
            patch: [{ op: 'add', path: '/tankers/-', value: kind }],
            say: {
              'zh-CN': `增派一辆 ${kind.litres} 升的送水车,驻地 ${kind.home},${clock(kind.from)}–${clock(kind.to)}`,
              en: `send one more tanker of ${kind.litres} litres from ${kind.home}, ${clock(kind.from)}–${clock(kind.to)}`,
            },
          }
        : undefined,
    restore: (study) => setSpare(study, undefined),
  };
}
