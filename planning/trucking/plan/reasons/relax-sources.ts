import { keeper, type Relaxation, up } from './relaxation.ts';

/** One bay more at one source. */
export function moreBays(s: number): Relaxation {
  const kept = keeper();
  return {
    because: 'bays',
    loosen({ day, board }) {
      const bays = day.bays[s] as number;
      // With fewer fills than bays none ever waits for another.
      if ((board.bookings[s]?.count ?? 0) < bays) return false;
      kept.set(day.bays, s, bays + 1);
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
