import type { FillStop } from '../water-day.ts';
import type { Day } from './day.ts';
import { type Drive, fillsOf, type Visit } from './drives.ts';
import { type CheckFault, clock, fault, named } from './fault.ts';

/** Rule 2, as far as fills share a source: its bays and its litres of the day. */
export function sourceFaults(day: Day, drives: Drive[]): CheckFault[] {
  const fills = Map.groupBy(fillsOf(drives), (fill) => fill.stop.source);
  return [...fills].flatMap(([id, own]) => {
    const source = day.sources.get(id);
    if (!source) return [];
    own.sort((a, b) => a.start - b.start);
    return [
      ...bayFaults(own, source.bays, named(id)),
      ...dayFaults(own, source.litresPerDay, named(id)),
    ];
  });
}

function bayFaults(fills: Visit<FillStop>[], bays: number, source: string): CheckFault[] {
  const faults: CheckFault[] = [];
  let running: Visit<FillStop>[] = [];
  for (const fill of fills) {
    running = running.filter((other) => other.finish > fill.start);
    if (fill.finish > fill.start) running.push(fill);
    const blamed = running.findLast((other) => !other.kept);
    if (running.length <= bays || !blamed) continue;
    faults.push(
      fault(
        'bays-full',
        blamed.at,
        `${clock(fill.start)} 时 ${source} 有 ${running.length} 车同时取水，只有 ${bays} 个车位`,
        `at ${clock(fill.start)} ${running.length} fills run at ${source}, which has ${bays} bays`,
      ),
    );
  }
  return faults;
}

function dayFaults(
  fills: Visit<FillStop>[],
  litresPerDay: number | undefined,
  source: string,
): CheckFault[] {
  const litres = fills.reduce((sum, fill) => sum + fill.stop.litres, 0);
  const blamed = fills.findLast((fill) => !fill.kept);
  if (litresPerDay === undefined || litres <= litresPerDay || !blamed) return [];
  return [
    fault(
      'source-day-exceeded',
      blamed.at,
      `${source} 全天取水 ${litres} 升，每日限 ${litresPerDay} 升`,
      `the fills of the day at ${source} take ${litres} litres; it gives ${litresPerDay}`,
    ),
  ];
}
