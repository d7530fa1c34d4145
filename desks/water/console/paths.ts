export const todayPath = '/water';
export const planPath = '/water/plan';
export const fortnightPath = '/water/fortnight';
export const timetablePath = '/water/timetable';
