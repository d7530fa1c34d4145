/** For so long after somebody has shown who they are, a contract with `proof: 'fresh'` takes them at their word. */
export const proofLasts = { minutes: 5 } as const;

export const isFresh = (proved: Temporal.Instant | undefined, now: Temporal.Instant): boolean =>
  proved !== undefined && Temporal.Instant.compare(proved.add(proofLasts), now) > 0;
