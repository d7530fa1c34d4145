import type { Kysely } from 'kysely';

/** One step forward of a room's tables. Steps run in the order of their names, each in one transaction. */
export interface Migration {
  name: string;
  up(db: Kysely<unknown>): Promise<void>;
}

/** A room that owns a database schema: a part of the office or a desk. */
export interface Room {
  schema: string;
  migrations: readonly Migration[];
}
