import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { type Clock, fixedClock } from '../../clock/clock.ts';
import type { Tx } from '../../database/connection.ts';
import { type TestDatabase, testDatabase } from '../../database/testing/database.ts';
import { type Call, client } from '../../http/client.ts';
import { type Say, say } from '../../http/say.ts';
import { proveAgain, stepIn } from '../../identity/contract.ts';
import { createTenant, putDemoAccounts, syncRoles } from '../../identity/install.ts';
import { testOffice } from '../../identity/testing/office.ts';
import { createKeys, type ResponseKeys } from '../../keys/response-keys.ts';
import { officeLastingData, officePersonalData } from '../../personal-data.ts';
import { certificateFiles } from '../../responses/closing/certificate-files.ts';
import { finishLater } from '../../responses/closing/finish-closing.ts';
import { openResponse } from '../../responses/contract.ts';
import { responseEndpoints } from '../../responses/server.ts';
import { officeRooms } from '../../rooms.ts';
import { putArea } from '../areas/contract.ts';
import { type PlaceFields, putPlace } from '../places/contract.ts';
import { registerEndpoints } from '../server.ts';

export const start = '2022-11-10T06:00:00+08:00';

const permissions = {
  nobody: ['water.read'],
  reader: ['register.read'],
  writer: ['register.read', 'register.write'],
  cadre: ['register.read', 'register.write', 'register.people'],
  leader: ['register.read', 'register.write', 'responses.lead', 'responses.clock', 'ledger.read'],
  second: ['responses.lead', 'responses.clock'],
};
type Role = keyof typeof permissions;
type AreaName = 'county' | 'town' | 'village' | 'village2' | 'otherTown' | 'otherVillage';

/** A county of two towns, with an account for every role in every area. */
export interface Town extends AsyncDisposable {
  database: TestDatabase;
  app: FastifyInstance;
  keys: ResponseKeys;
  /** Where the keys lie. */
  folder: string;
  clock: Clock;
  tenant: string;
  areas: Record<AreaName, string>;
  as(role: Role, area: AreaName): Promise<Call>;
  accountOf(role: Role, area: AreaName): string;
  openResponse(...areas: AreaName[]): Promise<{ id: string; name: Say }>;
  /** Lays a place into an area and returns its id. */
  place(area: AreaName, fields?: Partial<PlaceFields>): Promise<string>;
}

export async function layTown(): Promise<Town> {
  const database = await testDatabase(officeRooms);
  const folder = await mkdtemp(join(tmpdir(), 'liangbuwu-register-'));
  const clock = fixedClock(start);
  const keys = createKeys(folder, clock);
  const files = certificateFiles(folder);
  const finishing = {
    db: database.app,
    clock,
    keys,
    files,
    rewrite: async () => {},
    log: () => {},
    onLedger: () => {},
  };
  const app = testOffice({
    db: database.app,
    clock,
    demo: true,
    endpoints: [
      ...registerEndpoints({ keys, newId: randomUUID }),
      ...responseEndpoints({
        keys,
        demo: true,
        personalData: officePersonalData,
        lastingData: officeLastingData,
        closing: {
          hours: 24,
          finish: finishLater(finishing),
          findPublicKey: files.findPublicKey,
        },
      }),
    ],
  });
  const { tenant, areas, accounts } = await layPeople(database, clock);

  const as: Town['as'] = (role, area) => visit(app, accounts.get(`${role}@${area}`) as string);
  const administrator = await as('writer', 'county');
  for (const [area, parent, level, name] of [
    ['town', 'county', 'town', '古岳峰镇'],
    ['village', 'town', 'village', '白壁村'],
    ['village2', 'town', 'village', '红旗村'],
    ['otherTown', 'county', 'town', '三门镇'],
    ['otherVillage', 'otherTown', 'village', '红旗村'],
  ] as const) {
    const body = { parent: areas[parent], name, level };
    await administrator(putArea, { params: { area: areas[area] }, body });
  }
  await admit(database, { tenant, areas, accounts }, clock, Object.keys(areas) as AreaName[]);

  return {
    database,
    app,
    keys,
    folder,
    clock,
    tenant,
    areas,
    as,
    accountOf: (role, area) => accounts.get(`${role}@${area}`) as string,
    async openResponse(...covered) {
      const id = randomUUID();
      const name = say(`抗旱 ${id.slice(0, 4)}`, `Drought ${id.slice(0, 4)}`);
      const lead = await as('leader', 'county');
      await lead(openResponse, {
        params: { response: id },
        body: {
          kind: 'drought',
          name,
          starts: '2022-08-17T00:00:00+08:00',
          areas: covered.map((area) => areas[area]),
          clock: start,
        },
      });
      return { id, name };
    },
    async place(area, fields = {}) {
      const id = randomUUID();
      await administrator(putPlace, {
        params: { place: id },
        body: {
          area: areas[area],
          name: `点 ${id.slice(0, 4)}`,
          kind: 'point',
          lon: 112.99,
          lat: 27.53,
          provenance: 'schematic',
          roadClass: 'village',
          ...fields,
        },
      });
      return id;
    },
    async [Symbol.asyncDispose]() {
      await app.close();
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface People {
  tenant: string;
  areas: Record<AreaName, string>;
  accounts: Map<string, string>;
}

async function layPeople(database: TestDatabase, clock: Clock): Promise<People> {
  const tenant = randomUUID();
  const areas: People['areas'] = {
    county: randomUUID(),
    town: randomUUID(),
    village: randomUUID(),
    village2: randomUUID(),
    otherTown: randomUUID(),
    otherVillage: randomUUID(),
  };
  const people = { tenant, areas, accounts: new Map<string, string>() };
  const root = { id: areas.county, level: 'county', code: '430212' } as const;
  await createTenant(database.owner, { id: tenant, name: '渌口区', root });
  const roles = Object.entries(permissions).map(([id, granted]) => ({
    id,
    name: say(id, id),
    permissions: granted,
  }));
  await syncRoles(database.owner, tenant, roles, clock);
  await admit(database, people, clock, ['county']);
  return people;
}

async function admit(
  database: TestDatabase,
  { tenant, areas, accounts }: People,
  clock: Clock,
  names: readonly AreaName[],
): Promise<void> {
  const prepared = names.flatMap((area) =>
    Object.keys(permissions).map((role) => {
      const id = accounts.get(`${role}@${area}`) ?? randomUUID();
      accounts.set(`${role}@${area}`, id);
      const login = `${role}-${area}-${tenant.slice(0, 8)}`.toLowerCase();
      const grant = { role, area: areas[area] };
      return { id, login, name: `${role} ${area}`, area: areas[area], roles: [grant] };
    }),
  );
  await putDemoAccounts(database.owner, tenant, prepared, clock);
}

async function visit(app: FastifyInstance, account: string): Promise<Call> {
  let cookie = '';
  const call: Call = client(
    'http://127.0.0.1',
    async (address, init) => {
      const url = new URL(address instanceof Request ? address.url : address);
      const answer = await app.inject({
        method: (init?.method ?? 'GET') as 'GET',
        url: url.pathname + url.search,
        headers: { ...(init?.headers as Record<string, string>), cookie },
        ...(typeof init?.body === 'string' ? { payload: init.body } : {}),
      });
      const set = answer.headers['set-cookie'];
      cookie = String(Array.isArray(set) ? set[0] : (set ?? cookie)).split(';')[0] ?? '';
      return new Response(answer.body, { status: answer.statusCode });
    },
    // A test may last longer than a proof.
    async () => Boolean(await call(proveAgain, { body: {} })),
  );
  await call(stepIn, { body: { account } });
  return call;
}

/** Runs statements as the application does within these areas, and undoes them. */
export async function within(
  town: Town,
  areas: readonly AreaName[],
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  const undo = new Error('undo');
  const scope = `{${areas.map((area) => town.areas[area]).join()}}`;
  await town.database.app
    .transaction()
    .execute(async (tx) => {
      await sql`select set_config('lbw.tenant', ${town.tenant}, true),
        set_config('lbw.areas', ${scope}, true)`.execute(tx);
      await work(tx);
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
}
