import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
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
import { listMembers, listPlaces, type Member, type Place } from '../members/member-store.ts';
import { noSuchHome } from './home-rules.ts';
import { enterHome } from './link-store.ts';

export interface Child {
  member: Member;
  place: Place;
  /** 张*: the page names nobody in full. */
  name: string;
  said: Reported;
  answer: FullAnswer;
  asked: Reportable[];
  by: Governing;
}

/** A family’s page: its children, wherever they go to school. */
export interface Home {
  secret: string;
  tenant: string;
  household: string;
  response: Response;
  children: Child[];
}

/** Narrows the transaction to the classes of the family’s children; who has no secret, an old one or a wrong one is told the same. */
export async function atHome(
  { tx, clock }: Pick<PageDeed, 'tx' | 'clock'>,
  keys: ResponseKeys,
  typed: string,
): Promise<Home> {
  const secret = readCode(typed, secretLength);
  const entered = secret && (await enterHome(tx, hashOf(secret)));
  if (!entered) throw refuse(noSuchHome, undefined);
  const { tenant, household } = entered;
  const response = await getResponse(tx, entered.response, clock);
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
  const children = members.flatMap((member): Child[] => {
    const place = places.get(member.area);
    const by = governing.get(member.area);
    const said = read.get(member.id);
    if (!place || !by || !said) return [];
    const answer = fullAnswerOf(by, { kind: member.kind, place, said });
    return [
      { member, place, name: masked(said.who?.name ?? ''), said, answer, asked: askedOf(by), by },
    ];
  });
  const nameOf = ({ place }: Child) => `${place.schoolName} ${place.areaName}`;
  children.sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'zh-CN', { numeric: true }));
  return { secret, tenant, household, response, children };
}
