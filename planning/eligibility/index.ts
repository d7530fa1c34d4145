export type * from './answer.ts';
export { type CompileOptions, compile, publish, tableFaults } from './compile/compile.ts';
export { findInForce } from './decide/in-force.ts';
export type { DecideOptions, Rules } from './decide/rules.ts';
export { readDmn } from './dmn/read-dmn.ts';
export { writeDmn } from './dmn/write-dmn.ts';
export type { DmnCode, FactCode, Fault, TableCode, TableFault } from './refuse/fault.ts';
export { InvalidDmn, InvalidFacts, InvalidTable } from './refuse/refusals.ts';
export type * from './table.ts';
