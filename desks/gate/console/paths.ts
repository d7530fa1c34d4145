export const boardPath = '/gate';
export const passesPath = '/gate/passes';
