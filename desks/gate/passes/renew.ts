import type { InputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { Refusal } from '@liangbuwu/office/http/refusal.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { getOpenResponse, holdId } from '@liangbuwu/office/responses/store.ts';
import { findOutOfUse } from '../gates/gate-store.ts';
import { decide, gatesOf, timesOf } from './apply.ts';
import { type IssueServices, overLimit } from './issue.ts';
import { judge } from './judge.ts';
import * as store from './pass-store.ts';
import type { renewPasses } from './passes.contract.ts';
import { openPaper } from './view.ts';

interface Result {
  pass: string;
  renewed: string | null;
  state: 'issued' | 'asking' | 'refused' | 'limit' | 'not-in-force';
}

/** Renews one by one: each is judged anew by the rule in force, and each counts towards the limit. */
export async function renew(
  { body }: InputOf<typeof renewPasses>,
  deed: Deed & { actor: Actor },
  services: IssueServices,
): Promise<{ results: Result[] }> {
  const { tx, actor, clock } = deed;
  const response = await getOpenResponse(tx, body.response, clock);
  const times = timesOf(response, { from: null, until: body.until });
  const results: Result[] = [];
  let limited = false;
  for (const { pass, renewed } of body.passes) {
    await holdId(tx, renewed);
    const done = await store.findPass(tx, renewed);
    if (done) {
      const state = done.renews !== pass || done.state === 'revoked' ? 'not-in-force' : done.state;
      results.push({ pass, renewed, state });
      continue;
    }
    // Held: a renewal or a revocation at the same moment comes before or after, not in between.
    const before = await store.getPass(tx, pass, true);
    const already = await store.findRenewal(tx, pass);
    if (already && already.state !== 'revoked') {
      results.push({ pass, renewed: already.id, state: already.state });
      continue;
    }
    const paperRow = (await store.listPapers(tx, [pass])).get(pass);
    // What came of an answer goes with it.
    const renewable = before.state === 'issued' && before.askedBy !== null;
    if (!renewable || before.response !== response.id || !paperRow) {
      results.push({ pass, renewed: null, state: 'not-in-force' });
      continue;
    }
    const of = { tenant: actor.tenant, response: response.id };
    const paper = openPaper(services.keys, of, paperRow);
    const outOfUse = await findOutOfUse(tx, before.gates);
    const open = before.gates.filter((id) => !outOfUse.has(id));
    if (open.length === 0) {
      results.push({ pass, renewed: null, state: 'not-in-force' });
      continue;
    }
    const gates = await gatesOf(tx, { ...before, gates: open }, before.kind, response);
    const judged = await judgeAgain(deed, { before, gates, at: times.from, facts: paper.facts });
    if (!judged) {
      results.push({ pass, renewed: null, state: 'not-in-force' });
      continue;
    }
    if (judged.admitted && (limited || (await overLimit(deed, { ...of, area: before.area })))) {
      limited = true;
      results.push({ pass, renewed: null, state: 'limit' });
      continue;
    }
    const row = {
      id: renewed,
      response: response.id,
      area: before.area,
      kind: before.kind,
      purpose: before.purpose,
      gates: open,
      ...times,
      askedAt: response.now,
      askedBy: actor.account,
      onBehalf: before.onBehalf,
      saidMark: services.keys.mark({ ...of, record: `gate-said:${renewed}` }, `renews ${pass}`),
      renews: pass,
    };
    const { holder } = paper;
    await decide(deed, { row, holder, person: paperRow.person, gates, judged }, response, services);
    const { state } = await store.getPass(tx, renewed);
    results.push({ pass, renewed, state: state === 'revoked' ? 'not-in-force' : state });
  }
  return { results };
}

/** Nothing where no rule asks for a pass any more. */
async function judgeAgain(
  deed: Deed,
  {
    before,
    gates,
    at,
    facts,
  }: {
    before: store.PassRow;
    gates: Parameters<typeof judge>[1]['gates'];
    at: string;
    facts: Parameters<typeof judge>[1]['facts'];
  },
) {
  return judge(deed, { purpose: before.purpose, gates, at, facts }).catch((error: unknown) => {
    if (error instanceof Refusal && error.body.code === 'nothing-asked') return undefined;
    throw error;
  });
}
