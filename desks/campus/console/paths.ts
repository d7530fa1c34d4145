export const schoolsPath = '/campus';
export const samplingPath = '/campus/sampling';
export const timesPath = '/campus/times';
export const schoolDayPath = '/campus/times/school';
export const timesPrintPath = '/campus/times/print';
