import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { type Say, say } from '@liangbuwu/office/http/say.ts';

export interface Settings {
  port: number;
  host: string;
  dataFolder: string;
  /** The migration role's URL; undefined: the embedded PostgreSQL. */
  databaseUrl: string | undefined;
  databaseAppUrl: string | undefined;
  /** No configuration and loopback only: a demonstration may be served here. */
  mayDemo: boolean;
  /** Whether desks work in the background on what nobody asked for: what one more tanker would give, say. */
  background: boolean;
  /** So many iterations a plan is searched by, in place of its seconds: the same day then gives the same plan on any machine. */
  iterations: number | undefined;
  /** The shortest countdown from the proposal to close a response to its confirmation. */
  closingHours: number;
  /** Addresses of reverse proxies whose X-Forwarded-* are believed. */
  trustProxy: string[];
}

/** Something outside of the program keeps it from starting: one line with the remedy. */
export class CannotStart extends Error {
  readonly code: string;

  constructor(code: string, cause: Say, remedy: Say) {
    super(`${cause['zh-CN']}${remedy['zh-CN']} | ${cause.en} ${remedy.en}`);
    this.name = 'CannotStart';
    this.code = code;
  }
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

export function readSettings(env: NodeJS.ProcessEnv, root: string): Settings {
  const host = env.HOST || '127.0.0.1';
  const databaseUrl = env.DATABASE_URL || undefined;
  return {
    port: readPort(env.PORT),
    host,
    dataFolder: resolve(env.LIANGBUWU_DATA || `${root}/.data`),
    databaseUrl: databaseUrl && readUrl('DATABASE_URL', databaseUrl),
    databaseAppUrl: env.DATABASE_APP_URL
      ? readUrl('DATABASE_APP_URL', env.DATABASE_APP_URL)
      : undefined,
    mayDemo:
      !databaseUrl && loopback.has(host) && readSwitch('LIANGBUWU_DEMO', env.LIANGBUWU_DEMO, true),
    background: readSwitch('LIANGBUWU_BACKGROUND', env.LIANGBUWU_BACKGROUND, true),
    iterations: readWhole('LIANGBUWU_ITERATIONS', env.LIANGBUWU_ITERATIONS, 1, 10_000_000),
    closingHours: readWhole('LIANGBUWU_CLOSING_HOURS', env.LIANGBUWU_CLOSING_HOURS, 1, 2160) ?? 24,
    trustProxy: readProxies(env.LIANGBUWU_TRUST_PROXY),
  };
}

function readPort(given: string | undefined): number {
  if (given === undefined || given === '') return 8080;
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new CannotStart(
    'bad-port',
    say(`PORT=${given} 不是端口号。`, `PORT=${given} is not a port.`),
    say('请使用 0 到 65535 之间的整数。', 'Use a whole number from 0 to 65535.'),
  );
}

function readUrl(name: string, given: string): string {
  if (URL.canParse(given)) {
    const url = new URL(given);
    if (/^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1 && url.username)
      return given;
  }
  throw new CannotStart(
    'bad-database-url',
    say(`${name} 不是完整的 PostgreSQL 地址。`, `${name} is not a complete PostgreSQL URL.`),
    say(
      '形式：postgres://角色:密码@主机:5432/数据库',
      'Its form: postgres://role:password@host:5432/database',
    ),
  );
}

function readSwitch(name: string, given: string | undefined, otherwise: boolean): boolean {
  if (given === undefined || given === '') return otherwise;
  if (given === 'on' || given === 'off') return given === 'on';
  throw new CannotStart(
    'bad-setting',
    say(`${name}=${given} 无效。`, `${name}=${given} is not valid.`),
    say('可选 on 或 off。', 'Use on or off.'),
  );
}

function readWhole(
  name: string,
  given: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (given === undefined || given === '') return undefined;
  const number = Number(given);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new CannotStart(
    'bad-setting',
    say(`${name}=${given} 无效。`, `${name}=${given} is not valid.`),
    say(`请使用 ${least} 到 ${most} 之间的整数。`, `Use a whole number from ${least} to ${most}.`),
  );
}

function readProxies(given: string | undefined): string[] {
  const list = (given ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  for (const part of list) {
    if (isIP(part.split('/')[0] ?? '')) continue;
    throw new CannotStart(
      'bad-setting',
      say(
        `LIANGBUWU_TRUST_PROXY 中的“${part}”不是地址。`,
        `"${part}" in LIANGBUWU_TRUST_PROXY is not an address.`,
      ),
      say(
        '请列出反向代理的 IP 或网段，用逗号分隔。',
        'List the reverse proxies’ IPs or networks, separated by commas.',
      ),
    );
  }
  return list;
}
