import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { systemClock } from '@liangbuwu/office/clock/clock.ts';
import { Refusal as OfficeRefusal } from '@liangbuwu/office/http/refusal.ts';
import { importRoads } from '@liangbuwu/office/register/roads/import-roads.ts';
import { sql } from 'kysely';
import { readArguments } from './arguments.ts';
import { connectOwner } from './connect-owner.ts';
import { refuse } from './refusal.ts';

/** Imports the roads of an OpenStreetMap extract; drive times are computed on them from then on. */
export async function run(args: string[]): Promise<number> {
  const { flags, files } = readArguments(args, ['name', 'tenant'], ['file']);
  const file = files[0] ?? '';
  const { owner, close } = await connectOwner();
  try {
    const tenant = await getTenant(owner, flags.tenant);
    const counts = await importRoads(owner, {
      tenant,
      id: randomUUID(),
      name: flags.name ?? basename(file),
      file,
      clock: systemClock,
    });
    process.stdout.write(`${JSON.stringify({ tenant, ...counts })}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof OfficeRefusal)) throw error;
    const { cause, remedy, code } = error.body;
    throw refuse(`${cause['zh-CN']}${remedy['zh-CN']}`, `${cause.en} ${remedy.en}`, code);
  } finally {
    await close();
  }
}

async function getTenant(
  owner: Awaited<ReturnType<typeof connectOwner>>['owner'],
  named?: string,
): Promise<string> {
  const { rows } = await sql<{ tenant: string; name: string }>`
    select tenant, name from register.tenant order by name`.execute(owner);
  const found = named
    ? rows.filter(({ tenant, name }) => named === tenant || named === name)
    : rows;
  if (found.length === 1 && found[0]) return found[0].tenant;
  const known = rows.map(({ tenant, name }) => `${name} (${tenant})`).join(', ');
  throw refuse(
    `请用 --tenant 指明单位；已有：${known || '（无）'}`,
    `name the tenant with --tenant; there are: ${known || 'none'}`,
    'which-tenant',
  );
}
