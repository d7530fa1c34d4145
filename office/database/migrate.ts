import { Migrator } from 'kysely/migration';
import type { Database } from './connection.ts';
import type { Room } from './room.ts';

/**
 * Brings every room's schema forward, in the order of the list. Each room has a table of its own steps, so
 * that a desk can be added or deleted without renumbering anybody else's.
 */
export async function migrate(owner: Database, rooms: readonly Room[]): Promise<string[]> {
  const done: string[] = [];
  for (const room of rooms) {
    const migrator = new Migrator({
      db: owner,
      provider: {
        getMigrations: async () =>
          Object.fromEntries(room.migrations.map((step) => [step.name, { up: step.up }])),
      },
      migrationTableSchema: 'migration',
      migrationTableName: room.schema,
      migrationLockTableName: `${room.schema}_lock`,
    });
    const { error, results } = await migrator.migrateToLatest();
    if (error) throw error;
    for (const result of results ?? []) done.push(`${room.schema}/${result.migrationName}`);
  }
  return done;
}
