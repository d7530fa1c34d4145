import { putCheck } from '@liangbuwu/gate/checks/checks.contract.ts';
import { giveGateCode } from '@liangbuwu/gate/codes/codes.contract.ts';
import { putGate } from '@liangbuwu/gate/gates/gates.contract.ts';
import { applyForPass, printPass } from '@liangbuwu/gate/passes/passes.contract.ts';
import { putReturnee } from '@liangbuwu/gate/returnees/returnee.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { putPlace } from '@liangbuwu/office/register/places/contract.ts';
import type { Loading } from './load-demo.ts';
import { stableId } from './stable-id.ts';

/** A plant's, a village's and schools' gates, each with its public code; passes by who applies for the holder, checks by who keeps the gate. */
export async function loadGates(
  { scenario, administrator, area }: Loading,
  as: (user: string) => Promise<Call>,
): Promise<void> {
  const { gates, passes, checks, returnees } = scenario.gates;
  const response = stableId('response epidemic-2022-11');
  const gateId = (id: string) => stableId(`gate ${id}`);
  const users = new Map<string, Call>();
  const user = async (id: string): Promise<Call> => {
    const call = users.get(id) ?? (await as(id));
    users.set(id, call);
    return call;
  };
  const officer = await user('city-officer');
  for (const { id, area: at, name, kind, purposes, position, roadClass } of gates) {
    const place = stableId(`place ${id}`);
    const named = { area: area(at), name: name['zh-CN'], invented: true };
    const { lon, lat, provenance } = position;
    const source = position.provenance === 'schematic' ? position.note['zh-CN'] : position.source;
    await administrator(putPlace, {
      params: { place },
      body: { ...named, kind: 'gate', lon, lat, provenance, source, roadClass, shared: true },
    });
    await officer(putGate, {
      params: { gate: gateId(id) },
      body: { ...named, response, kind, purposes, place },
    });
    await officer(giveGateCode, { params: { gate: gateId(id) }, body: { replaces: null } });
  }
  const issued = new Map<string, string>();
  for (const { id, gate, by, purpose, person, plate, facts, from, until } of passes) {
    const call = await user(by);
    const params = { pass: stableId(`pass ${id}`) };
    const body = { response, gates: [gateId(gate)], purpose, from, until, facts, onBehalf: true };
    const holder = person
      ? personOf(id, person)
      : ({ kind: 'vehicle', plate: plate ?? '' } as const);
    const { state } = await call(applyForPass, { params, body: { ...body, holder } });
    if (state === 'issued' && checks.some(({ pass }) => pass === id))
      issued.set(id, (await call(printPass, { params })).text);
  }
  for (const { id, gate, by, at, direction, pass, refused, ...seen } of checks) {
    const text = pass === null ? undefined : issued.get(pass);
    await (await user(by))(putCheck, {
      params: { check: stableId(`check ${id}`) },
      body: {
        response,
        gate: gateId(gate),
        at,
        direction,
        shown: text === undefined ? { how: 'nothing' } : { how: 'scan', text },
        phone:
          text === undefined
            ? { verdict: 'red', code: 'no-pass' }
            : { verdict: 'green', code: 'valid' },
        bundle: null,
        letThrough: !refused,
        reason: refused ?? null,
        ...seenOf(seen),
      },
    });
  }
  for (const { id, area: village, by, person, arrived, place, facts } of returnees) {
    await (await user(by))(putReturnee, {
      params: { returnee: stableId(`returnee ${id}`) },
      body: {
        response,
        area: area(village),
        holder: personOf(id, person),
        arrived,
        from: { place, left: null },
        facts,
        official: null,
        onBehalf: true,
      },
    });
  }
}

type Seen = Pick<
  Loading['scenario']['gates']['checks'][number],
  'temperature' | 'mask' | 'vehicle' | 'facts'
>;

const seenOf = ({ temperature, mask, vehicle, facts }: Seen) => ({
  ...(temperature !== undefined && { temperature }),
  ...(mask !== undefined && { mask }),
  ...(vehicle && { vehicle }),
  ...(facts && { facts }),
});

const personOf = (
  id: string,
  { name, document, born }: { name: string; document: string; born: string },
) =>
  ({
    kind: 'person',
    person: stableId(`person ${id}`),
    name,
    document: { kind: 'other', number: document },
    born,
  }) as const;
