import { keeper, type Relaxation, up } from './relaxation.ts';

/** A road that bears bigger tankers. */
export function biggerTankers(): Relaxation {
  const kept = keeper();
  return {
    because: 'tanker-size',
    loosen({ day }, p) {
      if (day.problem.points[p]?.maxTankerLitres === undefined || (day.most[p] as number) <= 0)
        return false;
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
