export const residentsPath = '/residents';
