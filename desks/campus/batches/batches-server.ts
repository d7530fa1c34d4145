import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import { newCode } from '@liangbuwu/office/public/code.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { getOpenResponse, getResponse } from '@liangbuwu/office/responses/store.ts';
import type { SchoolClass } from '../campus.ts';
import { ruleOn } from '../reopening/governing-rule.ts';
import { firstArrival } from '../reopening/parts.ts';
import { listPlans, lockSchoolPlans, type StoredPlan } from '../reopening/plan-store.ts';
import { getSchool, listClasses } from '../schools/school-store.ts';
import { announcementWords } from './announcement-words.ts';
import type { Batch, BatchBody } from './batch.ts';
import { batchDoesNotFit, classElsewhereInBatch, noApprovedPlan } from './batch-rules.ts';
import * as store from './batch-store.ts';
import * as routes from './batches.contract.ts';
import { checkBatch } from './capacity.ts';

export const batchEndpoints = (services: { randomInt(below: number): number }): Endpoint[] => [
  endpoint(routes.listBatches, async ({ params, query }, { tx, clock }) => {
    const response = await getResponse(tx, query.response, clock);
    await requireAreas(tx, [params.school]);
    const at = await atSchool(tx, params.school, response);
    const { id, name, boards } = at.school;
    const { approved } = at;
    return {
      school: { id, name, boards },
      today: response.today,
      approved: approved && {
        id: approved.id,
        number: approved.number,
        at: approved.since,
        firstDay: firstArrival(approved.parts) ?? response.today,
      },
      classes: at.classes,
      batches: at.batches.map((one) => viewBatch(one, at)),
      code: await store.findCode(tx, id),
    };
  }),

  endpoint(routes.putBatch, async ({ params, body }, deed) => {
    const { tx, clock, actor, record, announce } = deed;
    const response = await getOpenResponse(tx, body.response, clock);
    await requireAreas(tx, [body.school]);
    await lockSchoolPlans(tx, response.id, body.school);
    const before = await store.findBatch(tx, params.batch, true);
    if (before && (before.school !== body.school || before.response !== response.id))
      throw refuse(changedMeanwhile, undefined);
    if (before && body.seen === null && before.version === 1) {
      const there = viewBatch(before, await atSchool(tx, body.school, response));
      if (isSame(there, body)) return there;
    }
    if ((before?.version ?? null) !== body.seen) throw refuse(changedMeanwhile, undefined);
    const at = await atSchool(tx, body.school, response);
    if (!at.approved) throw refuse(noApprovedPlan, undefined);
    const own = new Set(at.classes.map(({ id }) => id));
    if (body.lines.some((line) => !own.has(line.class)))
      throw refuse(classElsewhereInBatch, undefined);
    const batch = { ...body, id: params.batch, plan: at.approved.id };
    if (before) await store.updateBatch(tx, batch);
    else await store.insertBatch(tx, actor.tenant, batch);
    const stored = await store.getBatch(tx, batch.id);
    record({
      action: before ? 'campus.batch-changed' : 'campus.batch-made',
      subject: `batch:${batch.id}`,
      area: body.school,
      response: response.id,
      at: Temporal.Instant.from(response.now),
      detail: {
        number: stored.number,
        day: body.day,
        classes: body.lines.length,
        people: peopleOf(body),
      },
    });
    announce({ topic: 'campus.batches', area: body.school, id: batch.id });
    return viewBatch(stored, at);
  }),

  endpoint(routes.draftAnnouncement, async ({ params }, { tx, clock }) => {
    const batch = await store.getBatch(tx, params.batch);
    const response = await getResponse(tx, batch.response, clock);
    const { zone } = response;
    const { school, classes, approved } = await atSchool(tx, batch.school, response);
    if (!approved) throw refuse(noApprovedPlan, undefined);
    const rule = await ruleOn(tx, clock, { school: school.id, day: batch.day, zone });
    const { number, day, lines, bring, contact, announcements } = batch;
    return {
      words: announcementWords({
        school: school.name,
        number,
        day,
        zone,
        lines,
        classes,
        bring,
        contact,
        plan: { number: approved.number, approvedAt: approved.since },
        ...rule,
        corrects: announcements.length > 0,
      }),
    };
  }),

  endpoint(routes.announceBatch, async ({ params, body }, deed) => {
    const { tx, clock, actor, record, announce } = deed;
    const batch = await store.getBatch(tx, params.batch, true);
    const response = await getOpenResponse(tx, batch.response, clock);
    const at = await atSchool(tx, batch.school, response);
    const before = await store.findAnnouncement(tx, params.announcement);
    if (before && before.batch !== batch.id) throw refuse(changedMeanwhile, undefined);
    if (before) return viewBatch(batch, at);
    if (batch.version !== body.seen) throw refuse(changedMeanwhile, undefined);
    if (!at.approved) throw refuse(noApprovedPlan, undefined);
    const wrong = viewBatch(batch, at).checks.filter(({ ok }) => !ok);
    if (wrong.length > 0) {
      const all = (language: 'zh-CN' | 'en', between: string) =>
        wrong.map(({ words }) => words[language]).join(between);
      throw refuse(batchDoesNotFit, { words: say(all('zh-CN', '；'), all('en', '; ')) });
    }
    await store.insertAnnouncement(tx, actor.tenant, {
      id: params.announcement,
      batch,
      words: body.words,
      at: response.now,
      recorded: clock.now().toString(),
      by: actor.account,
    });
    record({
      action: batch.announcements.length > 0 ? 'campus.batch-corrected' : 'campus.batch-announced',
      subject: `batch:${batch.id}`,
      area: batch.school,
      response: response.id,
      at: Temporal.Instant.from(response.now),
      detail: { announcement: params.announcement, number: batch.announcements.length + 1 },
    });
    announce({ topic: 'campus.batches', area: batch.school, id: batch.id });
    return viewBatch(await store.getBatch(tx, batch.id), at);
  }),

  endpoint(routes.giveSchoolCode, async ({ params, body }, deed) => {
    const { tx, clock, actor, record, announce } = deed;
    await requireAreas(tx, [params.school]);
    const { id: school } = await getSchool(tx, params.school);
    const at = clock.now().toString({ smallestUnit: 'millisecond' });
    const before = await store.findCode(tx, school);
    if (body.replaces === null && before !== null) return { code: before };
    if (body.replaces !== null) {
      const had = await store.revokeCode(tx, { school, code: body.replaces, at });
      if (!had) throw refuse(changedMeanwhile, undefined);
    }
    const code = newCode(services.randomInt);
    if (!(await store.insertCode(tx, actor.tenant, { school, code, at })))
      throw refuse(changedMeanwhile, undefined);
    record({
      action: body.replaces === null ? 'campus.code-given' : 'campus.code-renewed',
      subject: `school:${school}`,
      area: school,
    });
    announce({ topic: 'campus.batches', area: school, id: school });
    return { code };
  }),
];

interface AtSchool {
  today: string;
  school: { id: string; name: string; boards: boolean };
  classes: SchoolClass[];
  approved: StoredPlan | null;
  batches: store.StoredBatch[];
}

async function atSchool(tx: Tx, id: string, response: Response): Promise<AtSchool> {
  const school = await getSchool(tx, id);
  const of = { response: response.id, school: school.id };
  const plans = await listPlans(tx, of);
  return {
    today: response.today,
    school,
    classes: await listClasses(tx, school.id),
    approved: plans.find(({ state }) => state === 'approved') ?? null,
    batches: await store.listBatches(tx, of),
  };
}

const peopleOf = ({ lines }: Pick<Batch, 'lines'>): number =>
  lines.reduce((all, { people }) => all + people, 0);

function viewBatch(batch: store.StoredBatch, at: AtSchool): Batch {
  const { response: _, announcements, ...rest } = batch;
  const { approved, classes, school } = at;
  const others = at.batches.filter(({ id }) => id !== batch.id);
  return {
    ...rest,
    people: peopleOf(batch),
    checks: approved
      ? checkBatch(batch, {
          today: at.today,
          boards: school.boards,
          parts: approved.parts,
          classes,
          others,
        })
      : [],
    announcements: announcements.map(({ batchVersion: __, ...one }) => one),
    changedSince: announcements[0] !== undefined && announcements[0].batchVersion !== batch.version,
  };
}

const isSame = (there: Batch, body: BatchBody): boolean => {
  const { day, perQuarter, lines, bring, contact } = body;
  const saved = { day, perQuarter, lines, bring, contact };
  return isDeepStrictEqual(
    Object.keys(saved).map((key) => there[key as keyof typeof saved]),
    Object.values(saved),
  );
};
