export { plan } from './plan.ts';
export type * from './problem.ts';
export { InvalidProblem, type ProblemFault, problemFaults } from './refuse.ts';
export { simulate } from './simulate.ts';
