/** The desk's addresses for phones; `routes.test.ts` holds them against the contracts, which are too heavy to bring along. */
export const routes = {
  driverDays: '/api/water/driver/days',
  keeperDays: '/api/water/keeper/days',
  driverEntries: '/api/water/driver/entries',
  keeperEntries: '/api/water/keeper/entries',
  requests: '/api/water/requests',
  volunteerDays: '/api/water/volunteer/days',
  volunteerVisits: '/api/water/volunteer/visits',
  walkCalendar: '/api/water/open/walk-calendar',
} as const;
