import type { InputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { clockOf, getOpenResponse, holdId } from '@liangbuwu/office/responses/store.ts';
import { getMember } from '../members/member-store.ts';
import { keepWhere, openWhere } from '../morning/put-whereabouts.ts';
import { findWhereabouts } from '../morning/whereabouts-store.ts';
import * as store from './case-store.ts';
import type { putCaseStep } from './cases.contract.ts';
import * as rules from './check-rules.ts';
import { type HealthCase, isWhere, whyNotStep } from './health-case.ts';
import { checksTopic } from './put-check.ts';
import { readCases } from './view-checks.ts';

type Input = InputOf<typeof putCaseStep>;
type Said = Input['body'];

/** Writes down one step of a case; where somebody is, as whereabouts, which a morning of return shows as well. */
export async function sayStep(
  { params, body }: Input,
  deed: Deed & { actor: Actor },
  keys: ResponseKeys,
): Promise<Record<string, never>> {
  const { tx, clock, actor, record, announce } = deed;
  const { step: id } = params;
  await holdId(tx, id);
  const row = await store.getCase(tx, params.case);
  const response = await getOpenResponse(tx, row.response, clock);
  const of = { tenant: actor.tenant, response: response.id };
  const { member } = store.openAbout(keys, actor.tenant, row);
  const kept = await store.findStep(tx, keys, { ...of, id });
  const where = await findWhereabouts(tx, id);
  if (kept || where) {
    const same = kept
      ? kept.case === row.id && sameStep(kept, body)
      : where?.member === member && openWhere(keys, of, where) === body.step;
    if (!same) throw refuse(changedMeanwhile, undefined);
    return {};
  }
  const [before] = (await readCases(deed, keys, { response, areas: [row.area] })).filter(
    (one) => one.id === row.id,
  );
  if (!before) throw refuse(notFound, { what: say('症状处置', 'case') });
  // Another tab said the same already.
  if (isSaid(before, body)) return {};
  requireStep(before, body, response);
  if (isWhere(body.step) && member !== null) {
    const whom = await getMember(tx, { response: response.id, member });
    await keepWhere(deed, keys, { response, member: whom, entry: id, where: body.step });
  } else {
    const step = {
      step: body.step,
      at: body.step === 'reported' ? body.at : response.now,
      to: body.step === 'reported' ? body.to : null,
      outcome: body.step === 'outcome' ? body.outcome : null,
    };
    await store.insertStep(tx, keys, {
      ...of,
      id,
      case: row.id,
      area: row.area,
      recorded: clock.now().toString(),
      by: actor.account,
      step,
    });
  }
  record({
    action: 'campus.case-step',
    subject: `case:${row.id}`,
    area: row.area,
    response: response.id,
    at: clockOf(response).now(),
    // That it was reported, and how soon, stays. Where somebody was taken and what it was, goes.
    detail: detailOf(body, row.openedAt),
  });
  announce({ topic: checksTopic, area: row.area, id: row.area });
  return {};
}

function detailOf(body: Said, openedAt: string): Record<string, unknown> {
  if (body.step === 'told') return { step: 'told' };
  if (body.step !== 'reported') return {};
  const minutes = Math.max(0, Math.floor((Date.parse(body.at) - Date.parse(openedAt)) / 60_000));
  return { step: 'reported', minutes };
}

function requireStep(before: HealthCase, body: Said, { now }: Pick<Response, 'now'>): void {
  const why = whyNotStep(before, body.step);
  if (why === 'told') throw refuse(rules.guardianFirst, undefined);
  if (why === 'reported') throw refuse(rules.reportFirst, undefined);
  if (why) throw refuse(rules.stepNotNow, undefined);
  if (body.step !== 'reported') return;
  const at = Date.parse(body.at);
  // A field for a time tells minutes.
  if (at > Date.parse(now) || at < Date.parse(before.openedAt) - 60_000)
    throw refuse(rules.reportedAhead, undefined);
}

const sameMoment = (a: string, b: string) => Date.parse(a) === Date.parse(b);

const sameStep = (kept: store.StepRow, body: Said): boolean =>
  kept.step === body.step &&
  (body.step !== 'reported' || (kept.to === body.to && sameMoment(kept.at, body.at))) &&
  (body.step !== 'outcome' || kept.outcome === body.outcome);

function isSaid({ where, told, reported, outcome }: HealthCase, body: Said): boolean {
  if (body.step === 'told') return told !== null;
  if (body.step === 'outcome') return outcome?.outcome === body.outcome;
  if (body.step === 'reported') return reported?.to === body.to && sameMoment(reported.at, body.at);
  return where?.where === body.step;
}
