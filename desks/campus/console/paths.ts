export const schoolsPath = '/campus';
export const reopeningPath = '/campus/reopening';
export const batchesPath = (school: string, response: string): string =>
  `${reopeningPath}/${school}/batches?response=${response}`;
