import type { Database } from '@liangbuwu/office/database/connection.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { sql } from 'kysely';

/** A response's rows go when it is closed; its key goes right after, or, had the process ended in between, now. */
export async function destroyKeysOfClosed(owner: Database, keys: ResponseKeys): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from responses.response where ended is not null`.execute(owner);
  for (const { id } of rows) await keys.destroy(id);
}
