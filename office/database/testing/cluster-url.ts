declare module 'vitest' {
  export interface ProvidedContext {
    /** The test run's PostgreSQL, as its superuser, database `postgres`. */
    clusterUrl: string;
  }
}
