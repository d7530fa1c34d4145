import { execFile } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '@liangbuwu/office/clock/clock.ts';
import { startCluster } from '@liangbuwu/office/database/cluster/cluster.ts';
import { openDatabase } from '@liangbuwu/office/database/connection.ts';
import { readMe } from '@liangbuwu/office/identity/contract.ts';
import { createKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { listEntries } from '@liangbuwu/office/ledger/contract.ts';
import { households } from '@liangbuwu/office/register/households/contract.ts';
import { openContact, putContact } from '@liangbuwu/office/register/households/people.contract.ts';
import { readCertificate } from '@liangbuwu/office/responses/closing/certificate.contract.ts';
import { listResponses } from '@liangbuwu/office/responses/contract.ts';
import { closeByTwo } from '@liangbuwu/office/responses/testing/close-response.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { demoJourney } from '../testing/demo-journey.ts';
import { enterAs } from '../testing/enter-as.ts';
import { spawnServer } from '../testing/spawned-server.ts';

const demo = demoJourney();
const cli = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));
/** The command on a data folder; its exit status. */
const liangbuwu = (data: string, ...args: string[]) =>
  new Promise<number | null>((resolve) => {
    const env = { ...process.env, LIANGBUWU_DATA: data };
    const child = execFile(process.execPath, [cli, ...args], { env }, (error) => {
      if (error) process.stderr.write(`${String(error)}\n`);
      resolve(child.exitCode);
    });
  });
const contact = { name: '王某', phone: '138 0000 0000' };
const why = { why: 'deliver' as const };

test('after the closing nobody reads a sealed value, not from a backup made before either', async () => {
  const { url } = demo.server;
  const cadre = await enterAs(url, 'village-cadre');
  const { responses } = await cadre(listResponses);
  const response = responses.find(({ kind }) => kind === 'drought')?.id ?? '';
  const { rows } = await cadre(households.list, { query: { response } });
  const household = rows[0]?.id ?? '';
  await cadre(putContact, { params: { household }, body: contact });
  expect(await cadre(openContact, { params: { household }, body: why })).toEqual(contact);
  const { tenant } = await cadre(readMe);

  const data = join(demo.folder, 'data');
  const backup = join(demo.folder, 'backup');
  expect(await liangbuwu(data, 'backup', backup)).toBe(0);
  await closeByTwo(
    { proposer: await enterAs(url, 'administrator'), second: await enterAs(url, 'county-officer') },
    response,
  );
  await expect(cadre(openContact, { params: { household }, body: why })).rejects.toMatchObject({
    body: { code: 'not-found' },
  });
  const { certificate } = await cadre(readCertificate, { params: { response } });
  await demo.server.end('SIGTERM');

  // The database of before, with the folder of keys of today: its copy of before is destroyed, as it should be.
  await rm(`${backup}.keys`, { recursive: true });
  const restored = join(demo.folder, 'restored');
  expect(await liangbuwu(restored, 'restore', backup)).toBe(0);
  await cp(join(data, 'keys'), join(restored, 'keys'), { recursive: true });
  const cluster = await startCluster({ folder: restored, log: () => {} });
  const owner = openDatabase(cluster.url, { connections: 1 });
  const found = await sql<{ sealed: Buffer }>`
    select sealed from register.household where id = ${household}`.execute(owner);
  await owner.destroy();
  await cluster.stop();
  const name = { tenant, response, record: `household:${household}` };
  const sealed = found.rows[0]?.sealed as Buffer;
  expect(sealed.length).toBeGreaterThan(50);
  expect(() => createKeys(restored, systemClock).open(name, sealed)).toThrow(/key-destroyed/);

  // Whoever starts it finds the response closed, its rows gone again, its certificate there and the ledger whole.
  const again = await spawnServer({ LIANGBUWU_DATA: restored });
  try {
    const officer = await enterAs(again.url, 'county-officer');
    const now = (await officer(listResponses)).responses.find(({ id }) => id === response);
    expect(now?.ended).toBe(certificate.statement.response.ended);
    expect((await officer(households.list, { query: { response } })).rows).toEqual([]);
    expect((await officer(readCertificate, { params: { response } })).certificate).toEqual(
      certificate,
    );
    const { entries } = await officer(listEntries, {
      query: { response, action: 'responses.destroyed-again' },
    });
    expect(entries).toMatchObject([{ detail: { certificate: certificate.digest } }]);
  } finally {
    await again.end('SIGTERM');
  }
  expect(await liangbuwu(restored, 'ledger', 'verify')).toBe(0);
});
