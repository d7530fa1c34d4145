import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { clockOf } from '@liangbuwu/office/responses/store.ts';
import { LONGEST } from '@liangbuwu/passes/pass/pass.ts';
import { schoolCares } from '../at-gate/school-cares.ts';
import { nextStepWords, refusalWords, revokeWords, waitsAtSchool } from '../gate.ts';
import { listNumbers } from '../gates/gate-store.ts';
import { openSigning, sealPaper } from '../passes/issue.ts';
import type { Decision, Paper } from '../passes/pass.ts';
import { insertIssued, insertPapers, revokeAt } from '../passes/pass-store.ts';
import { openPaper } from '../passes/view.ts';
import type { GateServices } from '../server.ts';
import * as store from './answered-store.ts';

type Doing = Pick<Deed, 'tx' | 'clock' | 'record' | 'announce'>;

interface Answered {
  /** Where its holder belongs; whoever reaches that sees it. */
  area: string;
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

  /** How many: none where the school has no gate in use. */
  async issue(
    { tx, clock, record, announce }: Doing,
    {
      tenant,
      response,
      school,
      passes,
    }: { tenant: string; response: Response; school: string; passes: readonly Answered[] },
  ): Promise<number> {
    const gates = await store.listSchoolGates(tx, { response: response.id, school });
    if (gates.length === 0 || passes.length === 0) return 0;
    const named = { tenant, response: response.id };
    const signing = await openSigning(tx, { tenant, response }, services);
    const shared = { response: response.id, kind: 'person', purpose } as const;
    const mark = (record: string, said: unknown) =>
      services.keys.mark({ ...named, record }, JSON.stringify(said));
    const rows = passes.map(({ area, person, from, until, decision }) => {
      const id = services.newId();
      return {
        id,
        area,
        gates: gates.map((gate) => gate.id),
        from,
        until,
        rules: decision.version,
        factsMark: mark(`gate-facts:${id}`, decision.outcome),
        saidMark: mark(`gate-said:${id}`, [person, from]),
        place: -1,
      };
    });
    // At most half of the places are taken, so each turn leaves half of them at most.
    for (let open = rows; open.length > 0; ) {
      for (const [more, row] of open.entries()) row.place = signing.drawPlace(more);
      const of = { ...shared, tenant, signedBy: signing.key, at: response.now };
      const written = await insertIssued(tx, { ...of, recorded: clock.now().toString() }, open);
      open = open.filter(({ id }) => !written.has(id));
    }
    const papers = [];
    for (const [index, row] of rows.entries()) {
      const { name, lastFour, decision, person } = passes[index] as Answered;
      const paper: Paper = {
        holder: { name, lastFour, plate: null },
        facts: {},
        decision: { ...decision, known: true, ask: [] },
        text: null,
        codes: [],
      };
      const signed = await signing.sign({
        row: { ...shared, ...row },
        paper,
        gates,
        place: row.place,
      });
      const sealed = sealPaper(services, named, row.id, { ...paper, ...signed });
      papers.push({ pass: row.id, area: row.area, person, sealed });
    }
    await insertPapers(tx, named, papers);
    for (const { id, area, gates: at, rules, until } of rows) {
      record({
        action: 'gate.pass-issued',
        subject: `pass:${id}`,
        area,
        response: response.id,
        at: clockOf(response).now(),
        detail: { kind: shared.kind, purpose, gates: at, rules, until },
      });
      announce({ topic: 'gate.passes', area, id });
    }
    return rows.length;
  },

  async withdraw(
    { tx, record, announce }: Doing,
    { response, passes }: { response: Response; passes: readonly { id: string; area: string }[] },
  ): Promise<void> {
    const reason = 'answer';
    await revokeAt(
      tx,
      passes.map(({ id }) => id),
      { at: response.now, by: null, reason },
    );
    for (const { id, area } of passes) {
      record({
        action: 'gate.pass-revoked',
        subject: `pass:${id}`,
        area,
        response: response.id,
        at: clockOf(response).now(),
        detail: { reason },
      });
      announce({ topic: 'gate.passes', area, id });
    }
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
