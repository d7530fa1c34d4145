import type { InputOf, OutputOf } from '@liangbuwu/office/http/contract.ts';
import { type Deed, type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { openReports } from '@liangbuwu/office/people/read-for-rule.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import { clockOf, getOpenResponse, holdId } from '@liangbuwu/office/responses/store.ts';
import { dayIn } from '@liangbuwu/office/responses/when.ts';
import { governingAt } from '../answers/governing.ts';
import { answerOf } from '../answers/judge.ts';
import { judgeAll } from '../answers/judge-all.ts';
import { listLinked } from '../home/link-store.ts';
import { getPlace, listMembers } from '../members/member-store.ts';
import { noticeChanges } from './notice-changes.ts';
import * as routes from './told.contract.ts';
import {
  asTold,
  byUrgency,
  isTold,
  type ToldAnswer,
  type ToldLine,
  Urgency,
  urgencyOf,
} from './told.ts';
import { markOf, openTold, sealTold } from './told-mark.ts';
import * as store from './told-store.ts';

type Acting = Deed & { actor: Actor };

export const toldEndpoints = ({ keys }: { keys: ResponseKeys }): Endpoint[] => [
  endpoint(routes.viewUntold, (input, deed) => view(input, deed, keys)),
  endpoint(routes.putTold, (input, deed) => tell(input, deed, keys)),
];

/** A class with names, a school as counts. */
async function view(
  { params: { area }, body }: InputOf<typeof routes.viewUntold>,
  deed: Acting,
  keys: ResponseKeys,
): Promise<OutputOf<typeof routes.viewUntold>> {
  const { tx, actor } = deed;
  await requireAreas(tx, [area]);
  const { class: named } = await getPlace(tx, area);
  const judged = await judgeAll(deed, keys, { ...body, area, names: named !== null });
  const { response, governing, places } = judged;
  const of = { tenant: actor.tenant, response: response.id };
  const pupils = judged.lines.filter(({ member }) => member.kind === 'pupil');
  const answers = new Map(
    pupils.flatMap(({ member, answer }): [string, ToldAnswer][] => {
      const by = governing.get(member.area);
      return by ? [[member.id, asTold({ ...answer, ...by })]] : [];
    }),
  );
  const members = pupils.map(({ member }) => member.id);
  const noticed = await noticeChanges(tx, keys, { tenant: actor.tenant, response }, members, (id) =>
    answers.get(id),
  );
  const linked = named === null ? undefined : await listLinked(tx, area);
  const days = new Map<string, string>();
  const dayOf = (at: string) => {
    const day = days.get(at) ?? dayIn(response, at);
    days.set(at, day);
    return day;
  };
  const when = { today: response.today, dayOf };
  const many = keys.many(response.id);
  const lines = pupils.flatMap(({ member, said }): (ToldLine & { area: string })[] => {
    const now = answers.get(member.id);
    const known = noticed.get(member.id);
    if (!now || (known ? known.since === null : !isTold(now))) return [];
    const last = known ? openTold(keys, of, known.row) : null;
    return [
      {
        area: member.area,
        id: member.id,
        name: said?.who?.name ?? '',
        household: member.household,
        linked: linked?.has(member.household) ?? false,
        mark: named ? markOf(many, of, member.id, now).toString('hex') : '',
        now,
        last: last && known ? { ...last, ...howOf(known.row) } : null,
        since: known?.since ?? null,
        ...urgencyOf(last, now, when),
      },
    ];
  });
  lines.sort(byUrgency);
  const byArea = Map.groupBy(lines, (line) => line.area);
  const classes = [...places.values()]
    .filter((place) => place.class !== null)
    .sort(
      (a, b) =>
        (a.class?.grade ?? 0) - (b.class?.grade ?? 0) ||
        a.areaName.localeCompare(b.areaName, 'zh-CN', { numeric: true }),
    )
    .map((place) => {
      const here = byArea.get(place.area) ?? [];
      const counts = Object.fromEntries(
        Urgency.options.map((one) => [one, here.filter(({ urgency }) => urgency === one).length]),
      ) as Record<Urgency, number>;
      const soonest = here.find(({ urgency }) => urgency === 'comes')?.day ?? null;
      return { area: place.area, name: place.areaName, counts, soonest };
    });
  return { classes, lines: named === null ? [] : lines.map(({ area: _, ...line }) => line) };
}

const howOf = ({ how, at, by }: store.ToldRow) => ({ how, at, by });

async function tell(
  { params, body }: InputOf<typeof routes.putTold>,
  { tx, clock, actor, record, announce }: Acting,
  keys: ResponseKeys,
): Promise<Record<string, never>> {
  const response = await getOpenResponse(tx, body.response, clock);
  await requireAreas(tx, [params.class]);
  const asked = new Map(body.members.map(({ member, mark }) => [member, mark]));
  const here = (await listMembers(tx, response.id, { area: params.class })).filter(({ id }) =>
    asked.has(id),
  );
  const [first] = here;
  if (
    !first ||
    here.length < asked.size ||
    here.some(({ household }) => household !== first.household)
  )
    throw refuse(notFound, { what: say('这一家的学生', 'pupils of one family') });
  // Two who tell the same family at once come one after the other, the second to find it told.
  await holdId(tx, `campus.told:${response.id}:${first.household}`);
  const of = { tenant: actor.tenant, response: response.id };
  const persons = here.map(({ id }) => id);
  const told = await store.listTold(tx, response.id, persons);
  const before = (id: string) => told.get(id);
  if (persons.every((id) => before(id)?.entry === params.entry)) return {};
  const place = await getPlace(tx, params.class);
  const by = (await governingAt(tx, clock, response, [place])).get(place.area);
  if (!by) throw refuse(notFound, { what: say('班级', 'class') });
  // Nothing of it is shown: it is only held against the answer that the teacher read.
  const read = await openReports(tx, keys, {
    tenant: actor.tenant,
    response,
    persons,
    names: false,
  });
  const said = new Map(read.map((one) => [one.id, one]));
  const fresh = here.flatMap((member) => {
    const answer = answerOf(by, { kind: member.kind, place, said: said.get(member.id) });
    const now = asTold({ ...answer, ...by });
    const mark = markOf(keys, of, member.id, now);
    if (mark.toString('hex') !== asked.get(member.id)) throw refuse(changedMeanwhile, undefined);
    // Told by somebody else, or read on the page, meanwhile.
    return before(member.id)?.mark.equals(mark) ? [] : [{ member, now, mark }];
  });
  if (fresh.length === 0) return {};
  for (const { member, now, mark } of fresh)
    await store.putTold(tx, {
      ...of,
      area: member.area,
      member: member.id,
      entry: params.entry,
      how: body.how,
      at: response.now,
      by: actor.account,
      mark,
      sealed: sealTold(keys, of, member.id, now),
    });
  record({
    action: 'campus.answer-told',
    subject: `area:${params.class}`,
    area: params.class,
    response: response.id,
    at: clockOf(response).now(),
    detail: { how: body.how, persons: fresh.length },
  });
  announce({ topic: 'campus.told', area: params.class, id: params.class });
  return {};
}
