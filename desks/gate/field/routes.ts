/** The desk's addresses for phones; `routes.test.ts` holds them against the contracts, which are too heavy to bring along. */
export const routes = {
  gates: '/api/gate/gates',
  bundle: (gate: string) => `/api/gate/gates/${gate}/bundle` as const,
  responses: '/api/responses',
  checks: '/api/gate/checks',
} as const;
