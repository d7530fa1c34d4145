import { randomUUID } from 'node:crypto';
import type { CheckBody } from '@liangbuwu/gate/checks/check.ts';
import { putCheck } from '@liangbuwu/gate/checks/checks.contract.ts';
import type { Gate } from '@liangbuwu/gate/gate.ts';
import { getBundle } from '@liangbuwu/gate/gates/gates.contract.ts';
import type { Application } from '@liangbuwu/gate/passes/pass.ts';
import * as passes from '@liangbuwu/gate/passes/passes.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { getEd25519, openBundle } from '@liangbuwu/passes/index.ts';
import { gateNow, makeGate, openEpidemic } from './small-gate.ts';
import type { TestServer } from './test-server.ts';

export const refused = (code: string) => ({ body: { code } });
export const scan = (text: string) => ({ how: 'scan' as const, text });

/** A response, by default a new epidemic, with a gate in either village, and the people who work there. Rules are to be published beforehand. */
export async function gateDesk(server: TestServer, of?: string) {
  const county = await server.as('county-officer', 'county');
  const clerk = await server.as('town-officer', 'town');
  const cadre = await server.as('village-cadre', 'village');
  const keeper = await server.as('gate-keeper', 'village');
  const otherKeeper = await server.as('gate-keeper', 'otherVillage');
  const response = of ?? (await openEpidemic(county, server.areas.county));
  const { village, otherVillage } = server.areas;
  const gate = await makeGate(county, { response, area: village, name: '东门' });
  const other = await makeGate(county, { response, area: otherVillage, name: '西门' });

  let people = 0;
  const person = (of: Partial<Application> = {}): Application => ({
    response,
    gates: [gate.id],
    purpose: 'enter-site',
    holder: {
      kind: 'person',
      person: randomUUID(),
      name: '欧阳某某',
      document: { kind: 'other', number: `HZ${String(1_000_000 + people++)}` },
      phone: null,
      born: '1988-03',
    },
    from: null,
    until: '2022-11-20T18:00:00+08:00',
    facts: { temperature: 36.5, registered: true },
    onBehalf: true,
    ...of,
  });
  const truck = (plate: string, of: Partial<Application> = {}): Application =>
    person({
      purpose: 'load-vehicle',
      holder: { kind: 'vehicle', plate },
      facts: { registered: true },
      ...of,
    });
  const apply = (body: Application, pass: string = randomUUID(), by: Call = clerk) =>
    by(passes.applyForPass, { params: { pass }, body });
  const print = (pass: string, by: Call = clerk) => by(passes.printPass, { params: { pass } });
  const check = (body: Partial<CheckBody>, id: string = randomUUID(), by: Call = keeper) =>
    by(putCheck, {
      params: { check: id },
      body: {
        response,
        gate: gate.id,
        at: gateNow,
        direction: 'in',
        shown: { how: 'nothing' },
        phone: { verdict: 'green', code: 'valid' },
        bundle: null,
        letThrough: true,
        reason: null,
        ...body,
      },
    });
  const staff = { county, clerk, cadre, keeper, otherKeeper };
  return { ...staff, response, gate, other, person, truck, apply, print, check };
}
export type GateDesk = Awaited<ReturnType<typeof gateDesk>>;

/** What a phone would fetch for a gate, opened as a phone opens it. */
export async function bundleOf(by: Call, { id }: Pick<Gate, 'id'>) {
  const fetched = await by(getBundle, { params: { gate: id } });
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
  const bundle = await openBundle(bytes(fetched.bundle), {
    roots: fetched.roots.map(bytes),
    ed25519: await getEd25519(),
    gate: id,
  });
  return { fetched, bundle };
}
