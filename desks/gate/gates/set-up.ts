import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { InputOf, OutputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { listHolders } from '@liangbuwu/office/identity/holders-store.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import {
  areasInScope,
  clockOf,
  getOpenResponse,
  getResponse,
} from '@liangbuwu/office/responses/store.ts';
import * as store from './gate-store.ts';
import { keyShown } from './rotate-key.ts';
import type { GateSetUp, readSetUp as readRoute, setInUse as useRoute } from './set-up.contract.ts';

/** All that a response's gates and keys are, and how many passes hang on each. */
export async function readSetUp(
  { query }: InputOf<typeof readRoute>,
  { tx, clock }: Pick<Deed, 'tx' | 'clock'>,
): Promise<OutputOf<typeof readRoute>> {
  const response = await getResponse(tx, query.response, clock);
  const signed = await store.countSigned(tx, { response: response.id, now: response.now });
  const keys = await store.listKeys(tx, response.id);
  const all = response.areas.map(({ id }) => id);
  return {
    gates: await settingsOf(tx, response),
    whole: (await areasInScope(tx, all)).size === all.length,
    keys: keys.map((row) => ({
      ...keyShown(row),
      ...(signed.get(row.id) ?? { passes: 0, inForce: 0 }),
    })),
  };
}

async function settingsOf(tx: Tx, { id, now }: Response): Promise<GateSetUp[]> {
  const gates = await store.listSettings(tx, { response: id, now });
  const areas = [...new Set(gates.map(({ area }) => area))];
  const keepers = Map.groupBy(
    await listHolders(tx, { permission: 'gate.check', areas }),
    ({ area }) => area,
  );
  return gates.map((gate) => ({
    ...gate,
    keepers: (keepers.get(gate.area) ?? []).map((one) => ({ id: one.id, name: one.name })),
  }));
}

/** While a gate is out of use no pass opens it anew; its past stays, and its number is not given away. */
export async function setInUse(
  { params, body }: InputOf<typeof useRoute>,
  { tx, clock, record, announce }: Deed & { actor: Actor },
): Promise<GateSetUp> {
  const { response: of } = await store.getGate(tx, params.gate);
  const response = await getOpenResponse(tx, of, clock);
  const find = async () =>
    (await settingsOf(tx, response)).find(({ id }) => id === params.gate) as GateSetUp;
  const gate = await find();
  if ((gate.outOfUse === null) === body.inUse) return gate;
  await store.setOutOfUse(tx, gate.id, body.inUse ? null : response.now);
  const after = await find();
  record({
    action: body.inUse ? 'gate.gate-back-in-use' : 'gate.gate-out-of-use',
    subject: `gate:${gate.id}`,
    area: gate.area,
    response: response.id,
    at: clockOf(response).now(),
    detail: { passes: gate.passes },
  });
  announce({ topic: 'gate.gates', area: gate.area, id: gate.id });
  return after;
}
