/** The environment of PostgreSQL's programs: nothing of PGDATA, PGPORT and the like, messages in English. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PG') && !name.startsWith('LC_') && name !== 'LANG',
  );
  return { ...Object.fromEntries(kept), LC_MESSAGES: 'C' };
}
