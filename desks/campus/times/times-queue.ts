export const timesQueue = 'campus-times';
