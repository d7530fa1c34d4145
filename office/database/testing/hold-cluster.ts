import pg from 'pg';
import { startCluster } from '../cluster/cluster.ts';

// Run as a process of its own: holds a data folder, writes rows and says each id once it is acknowledged.
const [folder = '', writers = '0'] = process.argv.slice(2);
const cluster = await startCluster({ folder, log: () => undefined });
const pool = new pg.Pool({ connectionString: cluster.url, max: Number(writers) + 1 });
pool.on('error', () => undefined);
await pool.query('create table if not exists written (id bigint primary key)');
process.stdout.write(`url ${cluster.url}\n`);
let next = 0;
async function write(): Promise<never> {
  for (;;) {
    const id = next++;
    await pool.query('insert into written values ($1)', [id]);
    process.stdout.write(`${id}\n`);
  }
}
for (let writer = 0; writer < Number(writers); writer++) void write();
setInterval(() => undefined, 60_000);
