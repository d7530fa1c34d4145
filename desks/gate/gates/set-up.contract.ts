import { contract } from '@liangbuwu/office/http/contract.ts';
import { id, instant } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { exampleGate } from '../contract.examples.ts';
import { Gate } from '../gate.ts';
import { exampleKey, Key } from './gates.contract.ts';

const Person = z.strictObject({ id, name: z.string() });

/** A gate as it is set up: with where it lies, who may check there, and what putting it out of use would concern. */
export const GateSetUp = Gate.extend({
  place: z
    .strictObject({
      id,
      name: z.string(),
      lon: z.number(),
      lat: z.number(),
      schematic: z.boolean().describe('drawn where it may be'),
    })
    .nullable()
    .describe('of the register'),
  outOfUse: instant.nullable().describe('since when'),
  passes: z.int().describe('in force now, and open it'),
  keepers: z.array(Person).describe('who may check there by their own roles'),
});
export type GateSetUp = z.infer<typeof GateSetUp>;

export const KeySetUp = Key.extend({
  passes: z.int().describe('that it signed'),
  inForce: z
    .int()
    .describe('of these in force now: nobody is let in by them once the key is stolen'),
});
export type KeySetUp = z.infer<typeof KeySetUp>;

const example: GateSetUp = {
  ...exampleGate,
  place: {
    id: '4b5f1c6e-0a3d-4c0e-9b53-2f6a1f2b7c11',
    name: '株冶新材',
    lon: 113.12,
    lat: 27.68,
    schematic: true,
  },
  outOfUse: null,
  passes: 12,
  keepers: [{ id: 'f0b3e5a2-5a9d-4a53-9a1c-3a3e8a4e7d04', name: '东门值守员' }],
};

export const readSetUp = contract({
  id: 'gate.set-up',
  method: 'GET',
  path: '/api/gate/set-up',
  summary: say(
    '一次响应的卡口（含停用的）和签发密钥，各牵涉多少张通行证',
    'The gates of a response, those out of use too, and its keys, with how many passes each concerns',
  ),
  permission: 'gate.board',
  query: z.strictObject({ response: id }),
  output: z.strictObject({
    gates: z.array(GateSetUp),
    keys: z.array(KeySetUp).describe('the ones in use last'),
    whole: z
      .boolean()
      .describe('who asks reaches all that the response covers, as changing a key needs'),
  }),
  errors: [notFound],
  example: {
    query: { response: exampleGate.response },
    output: { gates: [example], keys: [{ ...exampleKey, passes: 20, inForce: 12 }], whole: true },
  },
});

export const setInUse = contract({
  id: 'gate.set-in-use',
  method: 'PUT',
  path: '/api/gate/gates/:gate/in-use',
  summary: say(
    '停用或恢复卡口；停用后不再签发可进它的通行证，手机不再取它的数据',
    'Put a gate out of use, or back: while it is out of use no pass is issued for it, and no phone fetches its bundle',
  ),
  permission: 'gate.set-up',
  params: z.strictObject({ gate: id }),
  body: z.strictObject({ inUse: z.boolean() }),
  output: GateSetUp,
  errors: [responseClosed, notFound],
  example: {
    params: { gate: exampleGate.id },
    body: { inUse: false },
    output: { ...example, outOfUse: '2022-11-10T01:00:00.000Z' },
  },
});
