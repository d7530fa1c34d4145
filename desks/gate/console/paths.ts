export const boardPath = '/gate';
export const passesPath = '/gate/passes';
export const returneesPath = '/gate/returnees';
