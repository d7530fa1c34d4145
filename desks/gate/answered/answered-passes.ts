import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { clockOf, holdId } from '@liangbuwu/office/responses/store.ts';
import { LONGEST } from '@liangbuwu/passes/pass/pass.ts';
import { schoolCares } from '../at-gate/school-cares.ts';
import { nextStepWords, refusalWords, revokeWords, waitsAtSchool } from '../gate.ts';
import { listNumbers } from '../gates/gate-store.ts';
import { issue, sealPaper } from '../passes/issue.ts';
import type { Decision, Paper } from '../passes/pass.ts';
import { putPaper, putPass, revokeAt } from '../passes/pass-store.ts';
import { openPaper } from '../passes/view.ts';
import type { GateServices } from '../server.ts';
import * as store from './answered-store.ts';

type Doing = Pick<Deed, 'tx' | 'clock' | 'record' | 'announce'>;

interface Answered {
  tenant: string;
  response: Response;
  /** Where its holder belongs; whoever reaches that sees it. */
  area: string;
  school: string;
  person: string;
  /** Masked, as it comes onto the pass. */
  name: string;
  lastFour: string | null;
  from: string;
  until: string;
  decision: Omit<Decision, 'known' | 'ask'>;
}

const purpose = 'return-to-school' as const;

/**
 * Passes to a school's gates for whom another desk's answer says yes: it has asked the rulebook, so nothing is judged
 * here and no fact about anybody comes along (ADR 31).
 */
export const answeredPasses = (services: GateServices) => ({
  longest: LONGEST,

  gatesOf: (tx: Tx, of: { response: string; school: string }) => store.listSchoolGates(tx, of),

  /** False where the school has no gate in use. */
  async issue(deed: Doing, of: Answered): Promise<boolean> {
    const { tx, clock, record, announce } = deed;
    const { response, tenant, area, person, from, until } = of;
    const gates = await store.listSchoolGates(tx, { response: response.id, school: of.school });
    if (gates.length === 0) return false;
    const id = services.newId();
    await holdId(tx, id);
    const named = { tenant, response: response.id };
    const row = {
      id,
      response: response.id,
      area,
      kind: 'person' as const,
      purpose,
      gates: gates.map((gate) => gate.id),
      from,
      until,
    };
    const mark = (record: string, said: unknown) =>
      services.keys.mark({ ...named, record }, JSON.stringify(said));
    await putPass(tx, tenant, {
      ...row,
      state: 'asking',
      askedAt: response.now,
      askedBy: null,
      onBehalf: false,
      rules: of.decision.version,
      factsMark: mark(`gate-facts:${id}`, of.decision.outcome),
      saidMark: mark(`gate-said:${id}`, [person, from]),
      renews: null,
      recorded: clock.now().toString(),
    });
    const paper: Paper = {
      holder: { name: of.name, lastFour: of.lastFour, plate: null },
      facts: {},
      decision: { ...of.decision, known: true, ask: [] },
      text: null,
      codes: [],
    };
    const sealed = sealPaper(services, named, id, paper);
    await putPaper(tx, { ...named, area }, { pass: id, person, sealed });
    const by = { tenant, account: null };
    await issue(deed, { row, paper, person, gates, by }, response, services);
    record({
      action: 'gate.pass-issued',
      subject: `pass:${id}`,
      area,
      response: response.id,
      at: clockOf(response).now(),
      detail: { kind: row.kind, purpose, gates: row.gates, rules: of.decision.version, until },
    });
    announce({ topic: 'gate.passes', area, id });
    return true;
  },

  async withdraw(
    { tx, record, announce }: Doing,
    { response, area, pass }: { response: Response; area: string; pass: string },
  ): Promise<void> {
    const reason = 'answer';
    await revokeAt(tx, pass, { at: response.now, by: null, reason });
    record({
      action: 'gate.pass-revoked',
      subject: `pass:${pass}`,
      area,
      response: response.id,
      at: clockOf(response).now(),
      detail: { reason },
    });
    announce({ topic: 'gate.passes', area, id: pass });
  },

  /** The last one of each of these people that has one; `revoked` says in words why, `byHand` that somebody did. */
  async list(tx: Tx, of: { response: string; persons: readonly string[] }) {
    return (await store.listAnswered(tx, of)).map(
      ({ id, person, area, from, until, revokedAt, revokeReason }) => ({
        id,
        person,
        area,
        from,
        until,
        revoked:
          revokedAt !== null && revokeReason !== null
            ? {
                at: revokedAt,
                why: revokeWords[revokeReason],
                byHand: revokeReason !== 'answer',
                again: revokeReason === 'answer' || revokeReason === 'lost',
              }
            : null,
      }),
    );
  },

  /** What is held up at the gate, for whose it is. */
  async show(tx: Tx, of: { tenant: string; response: string; person: string }) {
    const [row] = await store.listAnswered(tx, { response: of.response, persons: [of.person] });
    if (row?.state !== 'issued') return undefined;
    const { holder, text, codes } = openPaper(services.keys, of, {
      pass: row.id,
      person: row.person,
      sealed: row.sealed,
    });
    const names = new Map((await listNumbers(tx, of.response)).map(({ id, name }) => [id, name]));
    return {
      text: text ?? '',
      name: holder.name ?? '',
      lastFour: holder.lastFour,
      gates: row.gates.map((gate) => ({
        name: names.get(gate) ?? '',
        code: codes.find((one) => one.gate === gate)?.code ?? null,
      })),
    };
  },

  /** What gates saw of these people’s passes, in order: when, and why not. */
  async seen(tx: Tx, of: { response: string; persons: readonly string[] }) {
    return (await store.listSeen(tx, of)).map(({ reason, kind, ...seen }) => ({
      ...seen,
      refused: reason && refusalWords[reason],
      next: reason && (schoolCares(reason, { kind }) ? waitsAtSchool : nextStepWords[reason]),
    }));
  },
});
