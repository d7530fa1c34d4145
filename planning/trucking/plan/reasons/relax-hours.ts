import type { Interval, PatchOperation, Say } from '../../water-day.ts';
import { type Changed, clock } from './because.ts';
import { down, keeper, QUARTER, type Relaxation, up } from './relaxation.ts';
import { addedStops, NO_WINDOW, type Study } from './study.ts';

/** Longer hours of one node, a source or a point. */
function longerHours(
  because: Changed,
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
      const from = day.windowFrom[first] as number;
      const to = day.windowTo[first] as number;
      if (from >= 0 && from <= day.from && to >= day.to) return false;
      kept.set(day.windowFrom, first, from < 0 ? day.from : Math.min(from, day.from));
      kept.set(day.windowTo, first, Math.max(to, day.to));
      return true;
    },
    tighten(study, p) {
      const { day } = study;
      const at = node(study, p);
      const windows = listed(study, at);
      const outside = addedStops(study).filter(
        (stop) =>
          stop.node === at &&
          !windows.some(([from, to]) => from <= stop.start && stop.finish <= to),
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
      if (next[0] !== from)
        patch.push({ op: 'replace', path: `${path}/open/${j}/0`, value: next[0] });
      if (next[1] !== to)
        patch.push({ op: 'replace', path: `${path}/open/${j}/1`, value: next[1] });
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
