import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { masked } from '@liangbuwu/office/people/identity.ts';
import { openReports, type Reported } from '@liangbuwu/office/people/read-for-rule.ts';
import { readCode, secretLength } from '@liangbuwu/office/public/code.ts';
import type { PageDeed } from '@liangbuwu/office/public/page.ts';
import { hashOf } from '@liangbuwu/office/public/secret.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { getResponse } from '@liangbuwu/office/responses/store.ts';
import type { FullAnswer } from '../answers/answer.ts';
import type { Reportable } from '../answers/facts-of.ts';
import { type Governing, governingAt } from '../answers/governing.ts';
import { askedOf, fullAnswerOf } from '../answers/judge.ts';
import { listOpen } from '../care/counselling-store.ts';
import type { BroadcastItem } from '../care/programme.ts';
import { listToday } from '../care/programme-store.ts';
import { listMembers, listPlaces, type Member, type Place } from '../members/member-store.ts';
import { type ForParents, listForParents } from '../menu/menu-store.ts';
import { type Coming, listComing } from '../passes/coming-store.ts';
import type { GivenPass, ShownPass } from '../passes/gate-port.ts';
import type { PassServices } from '../passes/settle.ts';
import { noSuchHome } from './home-rules.ts';
import { type LessonsAtHome, lessonsAtHome } from './lessons-at-home.ts';
import { enterHome } from './link-store.ts';
import { type OwnQuestion, ownQuestions } from './own-questions.ts';

export interface Child {
  member: Member;
  place: Place;
  /** 张*: the page names nobody in full. */
  name: string;
  said: Reported;
  answer: FullAnswer;
  asked: Reportable[];
  by: Governing;
  pass: HomePass;
  coming: Coming[];
}

/** `shown` while it opens the gate. */
export interface HomePass {
  given: GivenPass | undefined;
  shown: ShownPass | undefined;
}

/** A family’s page: its children, wherever they go to school. */
export interface Home {
  secret: string;
  tenant: string;
  household: string;
  response: Response;
  children: Child[];
  lessons: LessonsAtHome[];
  /** What its schools tell all parents, by school. */
  forParents: Map<string, ForParents>;
  today: string;
  yesterday: string;
  /** Its questions to the school, the latest first. */
  asked: OwnQuestion[];
  /** Whether a school of theirs takes requests to talk. */
  counsels: boolean;
  /** What their schools read out today. */
  programmes: { school: string; items: readonly BroadcastItem[] }[];
}

/** Narrows the transaction to the classes of the family’s children; who has no secret, an old one or a wrong one is told the same. */
export async function openHome(tx: PageDeed['tx'], typed: string) {
  const secret = readCode(typed, secretLength);
  const entered = secret && (await enterHome(tx, hashOf(secret)));
  if (!entered) throw refuse(noSuchHome, undefined);
  return { secret, ...entered };
}

export async function atHome(
  { tx, clock }: Pick<PageDeed, 'tx' | 'clock'>,
  { keys, gate }: PassServices,
  typed: string,
): Promise<Home> {
  const { secret, tenant, household, response: of } = await openHome(tx, typed);
  const response = await getResponse(tx, of, clock);
  const members = await listMembers(tx, response.id, { household });
  const places = await listPlaces(
    tx,
    members.map(({ area }) => area),
  );
  const governing = await governingAt(tx, clock, response, [...places.values()]);
  const persons = members.map(({ id }) => id);
  const read = new Map(
    (await openReports(tx, keys, { tenant, response, persons, names: true })).map((one) => [
      one.id,
      one,
    ]),
  );
  const given = new Map(
    (await gate.list(tx, { response: response.id, persons })).map((one) => [one.person, one]),
  );
  const coming = Map.groupBy(await listComing(tx, response.id), (one) => one.class);
  const children = members.flatMap((member): Omit<Child, 'pass'>[] => {
    const place = places.get(member.area);
    const by = governing.get(member.area);
    const said = read.get(member.id);
    if (!place || !by || !said) return [];
    const answer = fullAnswerOf(by, { kind: member.kind, place, said });
    return [
      {
        member,
        place,
        name: masked(said.who?.name ?? ''),
        said,
        answer,
        asked: askedOf(by),
        by,
        coming: coming.get(member.area) ?? [],
      },
    ];
  });
  const nameOf = ({ place }: Pick<Child, 'place'>) => `${place.schoolName} ${place.areaName}`;
  children.sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'zh-CN', { numeric: true }));
  const passOf = async ({ member, answer }: Omit<Child, 'pass'>): Promise<HomePass> => {
    const has = given.get(member.id);
    const opens =
      has && !has.revoked && answer.state === 'may-return' && isAhead(has.until, response);
    const of = { tenant, response: response.id, person: member.id };
    return { given: has, shown: opens ? await gate.show(tx, of) : undefined };
  };
  const withPasses: Child[] = [];
  for (const child of children) withPasses.push({ ...child, pass: await passOf(child) });
  const schools = new Map(children.map(({ place }) => [place.school, place.schoolName]));
  const open = await listOpen(tx, { response: response.id, schools: [...schools.keys()] });
  const programmes: Home['programmes'] = [];
  for (const [id, school] of schools)
    programmes.push({ school, items: await listToday(tx, clock, id) });
  const lessons = await lessonsAtHome(tx, { keys, gate }, { tenant, response, children });
  const { today } = response;
  const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  return {
    secret,
    tenant,
    household,
    response,
    children: withPasses,
    lessons,
    forParents: await listForParents(tx, [today, yesterday]),
    today,
    yesterday,
    asked: await ownQuestions(tx, keys, { tenant, response: response.id, members: persons }),
    counsels: open.size > 0,
    programmes,
  };
}

const isAhead = (at: string, { now }: Response) => Date.parse(at) > Date.parse(now);
