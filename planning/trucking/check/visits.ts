import type { Interval } from '../water-day.ts';
import type { Day } from './day.ts';
import type { Drive, Visit } from './drives.ts';
import { type CheckCode, type CheckFault, clock, fault, named } from './fault.ts';

/** Rules 2 and 3, as far as one stop and what its tanker holds tell. */
export function visitFaults(day: Day, { tanker, visits }: Drive): CheckFault[] {
  const faults: CheckFault[] = [];
  let holds = tanker.loaded ?? 0;
  for (const visit of visits) {
    const { stop, at, kept } = visit;
    if (stop.kind === 'home') continue;
    if (stop.kind === 'fill') holds += stop.litres;
    const held = holds;
    if (stop.kind === 'deliver') holds -= stop.litres;
    if (kept) continue;

    if (stop.litres === 0) {
      faults.push(fault('no-litres', at, '水量为 0', 'moves no water'));
    }
    if (stop.kind === 'fill') {
      const source = day.sources.get(stop.source);
      if (!source) {
        faults.push(
          fault(
            'unknown-source',
            at,
            `问题中没有水源 ${named(stop.source)}`,
            `the problem has no source ${named(stop.source)}`,
          ),
        );
        continue;
      }
      faults.push(...finishFaults(visit, stop.litres, source.setupSeconds, source.litresPerMinute));
      faults.push(...closedFaults('source-closed', visit, source.open, named(source.id)));
      if (held > tanker.litres) {
        faults.push(
          fault(
            'tanker-overfull',
            at,
            `${named(tanker.id)} 装到 ${held} 升，罐容 ${tanker.litres} 升`,
            `${named(tanker.id)} would hold ${held} litres; it takes ${tanker.litres}`,
          ),
        );
      }
      continue;
    }

    const point = day.points.get(stop.point);
    if (!point) {
      faults.push(
        fault(
          'unknown-point',
          at,
          `问题中没有供水点 ${named(stop.point)}`,
          `the problem has no point ${named(stop.point)}`,
        ),
      );
      continue;
    }
    faults.push(...finishFaults(visit, stop.litres, point.setupSeconds, point.litresPerMinute));
    faults.push(...closedFaults('point-closed', visit, day.windows(point), named(point.id)));
    if (stop.litres > held) {
      faults.push(
        fault(
          'more-than-loaded',
          at,
          `送 ${stop.litres} 升，车上只有 ${held} 升`,
          `delivers ${stop.litres} litres; the tanker holds ${held}`,
        ),
      );
    }
    if (point.maxTankerLitres !== undefined && tanker.litres > point.maxTankerLitres) {
      faults.push(
        fault(
          'tanker-too-big',
          at,
          `${named(tanker.id)} 罐容 ${tanker.litres} 升，${named(point.id)} 的路只容 ${point.maxTankerLitres} 升的车`,
          `${named(tanker.id)} takes ${tanker.litres} litres; the road to ${named(point.id)} bears ${point.maxTankerLitres}`,
        ),
      );
    }
  }
  return faults;
}

function finishFaults(
  visit: Visit,
  litres: number,
  setupSeconds: number,
  litresPerMinute: number,
): CheckFault[] {
  const finish = visit.start + setupSeconds + Math.ceil((60 * litres) / litresPerMinute);
  if (visit.finish === finish) return [];
  return [
    fault(
      'wrong-finish',
      visit.at,
      `${litres} 升应在 ${clock(finish)} 结束，写的是 ${clock(visit.finish)}`,
      `${litres} litres finish at ${clock(finish)}, not at ${clock(visit.finish)}`,
    ),
  ];
}

function closedFaults(
  code: CheckCode,
  visit: Visit,
  windows: readonly Interval[],
  name: string,
): CheckFault[] {
  if (windows.some(([from, to]) => from <= visit.start && visit.finish <= to)) return [];
  const open = windows.map(([from, to]) => `${clock(from)}–${clock(to)}`).slice(0, 4);
  return [
    fault(
      code,
      visit.at,
      `${clock(visit.start)}–${clock(visit.finish)} 不在 ${name} 的开放时段内（${open.join('、') || '不开放'}）`,
      `${clock(visit.start)}–${clock(visit.finish)} lies in no open window of ${name} (${open.join(', ') || 'none'})`,
    ),
  ];
}
