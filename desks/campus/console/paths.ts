export const schoolsPath = '/campus';
