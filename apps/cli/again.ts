import type { Plan } from '@liangbuwu/trucking/water-day.ts';
import { readWhole } from './arguments.ts';
import { readPlan } from './read-files.ts';
import { refuse } from './refusal.ts';

interface Again {
  file: string;
  now: number;
}

/** `--previous` and `--now`, which go together. */
export function readAgain({
  previous,
  now,
}: {
  previous?: string;
  now?: string;
}): Again | undefined {
  if (previous === undefined && now === undefined) return undefined;
  if (previous === undefined || now === undefined) {
    throw refuse(
      '--previous 与 --now 必须同时给出',
      '--previous and --now go together: give both, or neither',
      'previous-without-now',
    );
  }
  return { file: previous, now: readWhole(now, 'now', 0) };
}

export function readPreviousPlan(again: Again | undefined): Plan | undefined {
  return again && readPlan(again.file);
}
