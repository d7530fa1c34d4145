export const todayPath = '/water';
export const planPath = '/water/plan';
export const timetablePath = '/water/timetable';
export const noticesPath = '/water/notices';
