export { type BoundOptions, hardshipBound } from './bound/bound.ts';
export { type Gap, gapsOf } from './bound/gap.ts';
export { type CheckResult, check } from './check/check.ts';
export type { CheckCode, CheckFault } from './check/fault.ts';
export { brokenPins } from './check/pins.ts';
export { promiseFaults } from './check/promise.ts';
export { score } from './check/score.ts';
export type { FormatCode, FormatFault, Parsed } from './format/faults.ts';
export { parsePlan, parsePlanText } from './format/plan.ts';
export { parseProblem, parseProblemText } from './format/problem.ts';
export { type GenerateOptions, generate } from './generate/generate.ts';
export { generateKind, type Kind, type KindSize } from './generate/kind.ts';
export { type Happening, type Later, later } from './generate/later.ts';
export type { Supply } from './generate/source.ts';
export {
  type ByHandOptions,
  byHand,
  type Move,
  type Moved,
  type NotMoved,
} from './plan/by-hand.ts';
export { type Gain, gain, oneMore, type Variant } from './plan/one-more.ts';
export type { Pin } from './plan/pins.ts';
export { type Progress, type SolveOptions, solve } from './plan/solve.ts';
export type * from './water-day.ts';
