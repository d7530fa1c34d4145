export const schoolsPath = '/campus';
export const samplingPath = '/campus/sampling';
