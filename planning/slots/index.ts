export { type CheckResult, check } from './check/check.ts';
export type { CheckCode, CheckFault } from './check/fault.ts';
export { type GenerateOptions, generate } from './generate/generate.ts';
export type * from './problem.ts';
export type { ProblemCode, ProblemFault } from './refuse/fault.ts';
export { InvalidProblem } from './refuse/invalid-problem.ts';
export { problemFaults } from './refuse/problem-faults.ts';
export { type Progress, type SolveOptions, solve } from './solve.ts';
