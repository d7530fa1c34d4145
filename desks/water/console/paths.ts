export const todayPath = '/water';
export const planPath = '/water/plan';
export const fortnightPath = '/water/fortnight';
export const timetablePath = '/water/timetable';
export const registersPath = '/water/registers';
export const requestsPath = '/water/requests';
export const noticesPath = '/water/notices';
export const floorsPath = '/water/floors';
