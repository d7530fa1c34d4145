import type { DmnCode, FactCode, Fault, TableFault } from './fault.ts';

const MOST_LINES = 5;

/** Thrown for a table by which nothing can be decided, or that is not fit to be published. */
export class InvalidTable extends Error {
  readonly code = 'invalid-table';
  readonly faults: readonly TableFault[];

  /** @param faults what `tableFaults` found; at least one. */
  constructor(faults: readonly TableFault[]) {
    super(linesOf('决策表有误 / the decision table is broken:', faults));
    this.name = 'InvalidTable';
    this.faults = faults;
  }
}

/** Thrown for a text that is no DMN file which can be read here. */
export class InvalidDmn extends Error {
  readonly code = 'invalid-dmn';
  readonly faults: readonly Fault<DmnCode>[];

  constructor(faults: readonly Fault<DmnCode>[]) {
    super(linesOf('DMN 文件有误 / the DMN file is broken:', faults));
    this.name = 'InvalidDmn';
    this.faults = faults;
  }
}

/** Thrown for facts of another type or value than the table knows, and for a moment at which it does not hold. */
export class InvalidFacts extends Error {
  readonly code = 'invalid-facts';
  readonly faults: readonly Fault<FactCode>[];

  constructor(faults: readonly Fault<FactCode>[]) {
    super(linesOf('事实有误 / the facts are broken:', faults));
    this.name = 'InvalidFacts';
    this.faults = faults;
  }
}

function linesOf(heading: string, faults: readonly Fault[]): string {
  const lines = faults.slice(0, MOST_LINES).map(line);
  if (faults.length > MOST_LINES) lines.push(`… (${faults.length})`);
  return [heading, ...lines].join('\n');
}

function line({ code, at, cause, remedy }: Fault): string {
  const zh = `${cause['zh-CN']}；${remedy['zh-CN']}`;
  return `${at || '·'} (${code}): ${zh} / ${cause.en}; ${remedy.en}`;
}
