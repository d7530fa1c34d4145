import type { ProblemFault } from './fault.ts';

const MOST_LINES = 5;

/** Thrown for a problem that cannot be solved as it stands. `message` tells the first five faults in both languages. */
export class InvalidProblem extends Error {
  readonly code = 'invalid-problem';
  readonly faults: readonly ProblemFault[];

  /** @param faults what `problemFaults` found; at least one. */
  constructor(faults: readonly ProblemFault[]) {
    const lines = faults.slice(0, MOST_LINES).map(line);
    if (faults.length > MOST_LINES) lines.push(`… (${faults.length})`);
    super(['问题有误 / the problem is broken:', ...lines].join('\n'));
    this.name = 'InvalidProblem';
    this.faults = faults;
  }
}

function line({ code, at, cause, remedy }: ProblemFault): string {
  const zh = `${cause['zh-CN']}；${remedy['zh-CN']}`;
  return `${at || 'problem'} (${code}): ${zh} / ${cause.en}; ${remedy.en}`;
}
