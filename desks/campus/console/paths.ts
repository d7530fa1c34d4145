export const schoolsPath = '/campus';
export const overviewPath = '/campus/overview';
export const pupilsPath = '/campus/pupils';
export const morningPath = '/campus/morning';
export const checksPath = '/campus/checks';
export const lessonsPath = '/campus/lessons';
export const toldPath = '/campus/told';
export const questionsPath = '/campus/questions';
export const menuPath = '/campus/menu';
export const carePath = '/campus/care';
export const rosterPath = '/campus/roster';
export const reopeningPath = '/campus/reopening';
export const timesPath = '/campus/times';
export const schoolDayPath = '/campus/times/school';
export const timesPrintPath = '/campus/times/print';
export const samplingPath = '/campus/sampling';
export const zonePath = '/campus/zone';
export const roomsPath = '/campus/rooms';
export const storesPath = '/campus/stores';
export const runPath = (session: string, response: string): string =>
  `${samplingPath}/${session}?response=${response}`;
export const batchesPath = (school: string, response: string): string =>
  `${reopeningPath}/${school}/batches?response=${response}`;
