import type { Problem } from '../problem.ts';
import { type FaultList, say } from './fault.ts';
import { addMissing, addWrongType, readList, readRecord } from './wholes.ts';

export function readProfiles(faults: FaultList, { profiles, places }: Problem): void {
  const list = readList(faults, profiles, 'profiles');
  if (list.length === 0 && Array.isArray(profiles)) {
    const cause = say('没有距离和时间', 'there are no distances and durations');
    faults.add('no-profile', 'profiles', cause, say('至少写一项', 'give at least one profile'));
  }
  // A matrix is often used twice.
  const read = new Set<unknown>();
  for (const [i, profile] of list.entries()) {
    const at = `profiles[${i}]`;
    if (!readRecord(faults, profile, at)) continue;
    for (const key of ['distances', 'durations'] as const) {
      if (read.has(profile[key])) continue;
      readMatrix(faults, profile[key], places, `${at}.${key}`);
      if (profile[key] !== undefined) read.add(profile[key]);
    }
  }
}

function readMatrix(faults: FaultList, matrix: unknown, places: number, at: string): void {
  const size = say(
    `写 ${places} × ${places} 项的 Int32Array`,
    `give an Int32Array of ${places} × ${places} entries`,
  );
  if (matrix === undefined) return addMissing(faults, at, size);
  if (!isInt32Array(matrix)) {
    const remedy = say('用 Int32Array.from(…) 转换', 'convert it with Int32Array.from(…)');
    return addWrongType(faults, matrix, at, say(' Int32Array', 'an Int32Array'), remedy);
  }
  if (matrix.length !== places * places) {
    const cause = say(
      `有 ${matrix.length} 项，应为 ${places * places}`,
      `has ${matrix.length} entries, not ${places * places}`,
    );
    return faults.add('matrix-size', at, cause, size);
  }
  let entry = 0;
  while (entry < matrix.length && (matrix[entry] ?? 0) >= 0) entry++;
  if (entry === matrix.length) return;
  const cause = say(
    `${matrix[entry]} 小于 0（第 ${Math.floor(entry / places)} 行第 ${entry % places} 列）`,
    `is ${matrix[entry]}, less than 0 (from place ${Math.floor(entry / places)} to ${entry % places})`,
  );
  const remedy = say(
    '写 0 或更大的整数，没有路写 NO_WAY',
    'give 0 or more; where there is no way, NO_WAY',
  );
  faults.add('out-of-range', `${at}[${entry}]`, cause, remedy);
}

/** Also one of another realm (a frame, a worker's test harness). */
function isInt32Array(value: unknown): value is Int32Array {
  return (
    ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Int32Array]'
  );
}
