import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Database } from '@liangbuwu/office/database/connection.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import {
  createTenant,
  ensureFirstAdministrator,
  syncRoles,
} from '@liangbuwu/office/identity/install.ts';
import { defaultRoles, officePermissions } from '@liangbuwu/office/roles.ts';
import { sql } from 'kysely';
import { loadDemo, prepareDemo } from './demo/load-demo.ts';
import { desks } from './desks.ts';
import { CannotStart, type Settings } from './settings.ts';

export interface FirstStart {
  demo: boolean;
  /** Fills the demonstration through the public doors; absent where there is nothing to fill. */
  load?: (url: string, progress: (what: Say) => void) => Promise<void>;
  /** Paths of one-time links, one for each tenant that nobody administers yet. */
  administratorLinks: string[];
}

/** What a database needs before it is first served: a demonstration, or a tenant with a link for its first administrator. */
export async function prepareFirstStart(
  owner: Database,
  settings: Settings,
  ports: { clock: Clock; newId(): string; newToken(): string },
): Promise<FirstStart> {
  const roles = defaultRoles([officePermissions, ...desks.map(({ permissions }) => permissions)]);
  const { rows } = await sql<{ tenant: string; name: string; demo: 'loading' | 'loaded' | null }>`
    select t.tenant, t.name, d.state as demo from register.tenant t
      left join office.demonstration d on d.tenant = t.tenant order by t.tenant`.execute(owner);
  const demo = rows.find((row) => row.demo !== null);
  if (demo && !settings.mayDemo) throw demoElsewhere(settings);
  if (settings.mayDemo && (demo || rows.length === 0)) {
    const state = demo?.demo ?? 'loading';
    await prepareDemo(owner, roles, ports.clock);
    return state === 'loaded'
      ? { demo: true, administratorLinks: [] }
      : {
          demo: true,
          administratorLinks: [],
          load: (url, progress) => loadDemo(url, owner, ports.clock, progress),
        };
  }

  if (rows.length === 0) {
    const id = ports.newId();
    await createTenant(owner, {
      id,
      name: '本市（县）',
      root: { id: ports.newId(), level: 'other' },
    });
    rows.push({ tenant: id, name: '', demo: null });
  }
  const links: string[] = [];
  for (const { tenant } of rows) {
    await syncRoles(owner, tenant, roles, ports.clock);
    const made = await ensureFirstAdministrator(owner, {
      tenant,
      role: 'administrator',
      name: '系统管理员',
      ...ports,
    });
    if (made) links.push(made.link);
  }
  return { demo: false, administratorLinks: links };
}

function demoElsewhere({ dataFolder, host }: Settings): CannotStart {
  return new CannotStart(
    'demo-elsewhere',
    say(
      `${dataFolder} 里是演示数据，演示只在本机（127.0.0.1）上提供，而现在 HOST=${host} 或已关闭演示。`,
      `${dataFolder} holds the demonstration, which is served on this machine (127.0.0.1) only; HOST=${host}, or demonstrations are off.`,
    ),
    say(
      '实际使用请另设数据目录：LIANGBUWU_DATA=/var/lib/liangbuwu（见 docs/real-use.md）。',
      'For real use choose another data folder: LIANGBUWU_DATA=/var/lib/liangbuwu (docs/real-use.md).',
    ),
  );
}
