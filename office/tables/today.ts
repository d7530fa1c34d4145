/** The day that it is where the tenant is, of what belongs to no response. */
export const dayOf = (now: Temporal.Instant): string =>
  now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
