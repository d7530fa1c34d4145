import { type Generated, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';

// Calendar dates stay text; instants are ISO strings; whole numbers past 2^53 would be a fault, not a rounding.
const parsers: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.DATE]: (text) => text,
  [pg.types.builtins.TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
  [pg.types.builtins.INT8]: safeInteger,
  [pg.types.builtins.NUMERIC]: Number,
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a whole number`);
  return value;
}

// A room names the tables that it reads and writes by `db.withTables<...>()`; nobody shares one schema type.
// oxlint-disable-next-line typescript/no-explicit-any -- untyped on purpose, see above
export type Database = Kysely<any>;
// oxlint-disable-next-line typescript/no-explicit-any -- as above
export type Tx = Transaction<any>;
export type { Generated };

export function openDatabase(url: string, options: { connections?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    application_name: 'liangbuwu',
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format as 'text'),
    } as pg.CustomTypesConfig,
  });
  // An idle connection that the server drops is replaced by the pool; without a listener Node would end.
  pool.on('error', () => {});
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}
