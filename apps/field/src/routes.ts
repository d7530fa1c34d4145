/** The office's addresses for phones; `routes.test.ts` holds them against the contracts, which are too heavy to bring along. */
export const routes = {
  me: '/api/identity/me',
  entrance: '/api/identity/entrance',
  stepIn: '/api/identity/step-in',
  login: '/api/identity/login',
  logout: '/api/identity/logout',
  live: '/api/live',
} as const;
