/** Why a child is not let in at a school’s gate for whom the school then takes care: sent away alone nobody is. */
export const schoolCares = (reason: string, gate: { kind: string }): boolean =>
  gate.kind === 'school' && ['pass', 'no-pass', 'rule'].includes(reason);
