import { randomUUID } from 'node:crypto';
import type { Gate } from '@liangbuwu/gate/gate.ts';
import { putGate } from '@liangbuwu/gate/gates/gates.contract.ts';
import type { Application } from '@liangbuwu/gate/passes/pass.ts';
import { applyForPass, printPass, revokePass } from '@liangbuwu/gate/passes/passes.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { readMe } from '@liangbuwu/office/identity/contract.ts';
import { listResponses } from '@liangbuwu/office/responses/contract.ts';

export interface GateWithPasses {
  gate: Gate;
  /** Another one nearby, which the person's pass opens too. */
  second: Gate;
  person: { text: string; code: string };
  truck: { text: string; code: string };
  revoked: { text: string };
  /** One whose signature is not the office's. */
  forged: { text: string };
}

/** A plant's gate in the village of `cadre`, in the demonstration's epidemic, and passes of all sorts for it. */
export async function gateWithPasses(county: Call, cadre: Call): Promise<GateWithPasses> {
  const { responses } = await county(listResponses);
  const response = responses.find(({ kind }) => kind === 'epidemic')?.id ?? '';
  const { roles } = await cadre(readMe);
  const setUp = (name: string) =>
    county(putGate, {
      params: { gate: randomUUID() },
      body: {
        response,
        area: roles[0]?.area ?? '',
        name,
        kind: 'site',
        purposes: ['enter-site', 'load-vehicle'],
        place: null,
        invented: true,
      },
    });
  const gate = await setUp('材料厂东门');
  const second = await setUp('材料厂西门');
  const issue = async (of: Pick<Application, 'purpose' | 'holder' | 'facts'>) => {
    const pass = randomUUID();
    const until = '2022-12-10T18:00:00+08:00';
    const gates = of.holder.kind === 'person' ? [gate.id, second.id] : [gate.id];
    const body = { response, gates, from: null, until, onBehalf: true, ...of };
    const { state, decision } = await cadre(applyForPass, { params: { pass }, body });
    if (state !== 'issued') throw new Error(JSON.stringify(decision));
    const { text, codes } = await cadre(printPass, { params: { pass } });
    return { pass, text, code: codes[0]?.code ?? '' };
  };
  const worker = (name: string, number: string) =>
    issue({
      purpose: 'enter-site',
      holder: {
        kind: 'person',
        person: randomUUID(),
        name,
        document: { kind: 'other', number },
        phone: null,
        born: '1988-03',
      },
      facts: { temperature: 36.5, code: 'green', registered: true },
    });
  const person = await worker('甲某某', 'HZ1000001');
  const revoked = await worker('乙某某', 'HZ1000002');
  const truck = await issue({
    purpose: 'load-vehicle',
    holder: { kind: 'vehicle', plate: '陕A12345' },
    facts: { registered: true, disinfected: true },
  });
  await cadre(revokePass, { params: { pass: revoked.pass }, body: { reason: 'left' } });
  const forged = { text: person.text.replace(/(...)(...)(.{60})$/, '$2$1$3') };
  return { gate, second, person, truck, revoked, forged };
}
