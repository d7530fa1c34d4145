import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { readForRule } from '@liangbuwu/office/people/read-for-rule.ts';
import { requireAreas } from '@liangbuwu/office/register/scope.ts';
import { clockOf, getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { listLinked } from '../home/link-store.ts';
import { getMember, getPlace, listMembers } from '../members/member-store.ts';
import { type PassServices, settlePasses } from '../passes/settle.ts';
import { tallyOf } from './answer.ts';
import * as routes from './answers.contract.ts';
import * as arrivals from './arrival-store.ts';
import { type Governing, governingAt } from './governing.ts';
import { askedOf, fullAnswerOf, ruleOf } from './judge.ts';
import { judgeAll } from './judge-all.ts';

export const answerEndpoints = ({ keys, gate }: PassServices): Endpoint[] => [
  endpoint(routes.viewClass, async ({ params, body }, deed) => {
    const { tx } = deed;
    await requireAreas(tx, [params.class]);
    const judged = await judgeAll(deed, keys, {
      response: body.response,
      area: params.class,
      names: true,
      alone: true,
    });
    const place = await getPlace(tx, params.class);
    const by = judged.governing.get(place.area) as Governing;
    const linked = await listLinked(tx, place.area);
    const lines = judged.lines.map(({ member, said, answer }) => ({
      id: member.id,
      kind: member.kind,
      name: said?.who?.name ?? '',
      household: member.household,
      linked: linked.has(member.household),
      reported: said?.report?.recorded ?? null,
      how: said?.report?.how ?? null,
      ...answer,
    }));
    lines.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1));
    return {
      arrival: by.arrival,
      arrivalKnown: by.arrivalKnown,
      rule: ruleOf(by),
      asked: askedOf(by).flatMap((name) => by.catalogue.find((fact) => fact.name === name) ?? []),
      lines,
      tally: tallyOf(lines),
    };
  }),

  endpoint(routes.viewMember, async ({ params, body }, deed) => {
    const { tx, clock, actor } = deed;
    const response = await getOpenResponse(tx, body.response, clock);
    const member = await getMember(tx, { ...body, ...params });
    const place = await getPlace(tx, member.area);
    const of = {
      tenant: actor.tenant,
      response,
      area: member.area,
      persons: [member.id],
      names: false,
    };
    const [said] = await readForRule(deed, keys, of);
    const by = (await governingAt(tx, clock, response, [place])).get(place.area) as Governing;
    return fullAnswerOf(by, { kind: member.kind, place, said });
  }),

  endpoint(routes.viewSchool, async ({ params, body }, deed) => {
    const judged = await judgeAll(deed, keys, {
      response: body.response,
      area: params.school,
      names: false,
    });
    const byArea = Map.groupBy(judged.lines, ({ member }) => member.area);
    const classes = [...judged.places.values()]
      .filter((place) => place.class || byArea.has(place.area))
      .map(({ area, areaName: name, class: of }) => {
        const answers = (byArea.get(area) ?? []).map(({ answer }) => answer);
        return {
          area,
          name,
          grade: of?.grade ?? null,
          arrival: judged.governing.get(area)?.arrival ?? '',
          people: answers.length,
          tally: tallyOf(answers),
        };
      })
      .sort(
        (a, b) =>
          (a.grade ?? 99) - (b.grade ?? 99) ||
          a.name.localeCompare(b.name, 'zh-CN', { numeric: true }),
      );
    return { classes, tally: tallyOf(judged.lines.map(({ answer }) => answer)) };
  }),

  endpoint(routes.putArrival, async ({ params, body }, deed) => {
    const { tx, clock, actor, record, announce } = deed;
    const response = await getOpenResponse(tx, body.response, clock);
    await requireAreas(tx, [params.area]);
    await getPlace(tx, params.area);
    await arrivals.putArrival(tx, {
      tenant: actor.tenant,
      response: response.id,
      area: params.area,
      at: body.at,
    });
    record({
      action: 'campus.arrival-set',
      subject: `area:${params.area}`,
      area: params.area,
      response: response.id,
      at: clockOf(response).now(),
      detail: { at: body.at },
    });
    announce({ topic: 'campus.members', area: params.area, id: params.area });
    const { area } = params;
    const members = await listMembers(tx, response.id, { area });
    const of = { tenant: actor.tenant, response, members, area };
    await settlePasses(deed, { keys, gate }, of);
    return {};
  }),
];
