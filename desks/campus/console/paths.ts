export const schoolsPath = '/campus';
export const pupilsPath = '/campus/pupils';
