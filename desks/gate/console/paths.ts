export const boardPath = '/gate';
export const passesPath = '/gate/passes';
export const returneesPath = '/gate/returnees';
export const gatesPath = '/gate/set-up';
