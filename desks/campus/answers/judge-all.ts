import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { type Reported, readForRule } from '@liangbuwu/office/people/read-for-rule.ts';
import { getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import type { RuleVersion } from '@liangbuwu/office/rulebook/rulebook.ts';
import type { SetHead } from '@liangbuwu/office/rulebook/store.ts';
import {
  listBelow,
  listMembers,
  listMembersOf,
  listPlaces,
  type Member,
} from '../members/member-store.ts';
import type { ReturnAnswer } from './answer.ts';
import { type Governing, governingAt } from './governing.ts';
import { answerOf } from './judge.ts';

/** Somebody with the answer of the rule of their day. */
export interface Line {
  member: Member;
  said: Reported | undefined;
  answer: ReturnAnswer;
}

/** A rule that is held against people wherever they are. */
export interface Held {
  set: SetHead;
  version: RuleVersion;
}

interface Asked {
  response: string;
  area: string;
  names: boolean;
  /** Of a school: only its staff in no class. */
  alone?: boolean;
  /** As if this were the rule; else the one in force. */
  held?: Held | undefined;
}

/** Everybody of an area, and below it unless `alone`, held against the rule of their day. */
export async function judgeAll(
  deed: Deed & { actor: Actor },
  keys: ResponseKeys,
  { held, alone = false, ...of }: Asked,
) {
  const { tx, clock, actor } = deed;
  const response = await getOpenResponse(tx, of.response, clock);
  const members = alone
    ? await listMembersOf(tx, response.id, of.area)
    : await listMembers(tx, response.id, { area: of.area });
  const places = await listPlaces(tx, alone ? [of.area] : await listBelow(tx, of.area));
  if (places.size === 0) throw refuse(notFound, { what: say('班级', 'class') });
  const inForce = await governingAt(tx, clock, response, [...places.values()]);
  const governing: Map<string, Governing> = !held
    ? inForce
    : new Map(
        [...inForce].map(([area, by]) => [
          area,
          { ...by, governed: { is: 'in-force', response, ...held } },
        ]),
      );
  const persons = members.map(({ id }) => id);
  const read = { tenant: actor.tenant, response, area: of.area, persons, names: of.names };
  const said = new Map((await readForRule(deed, keys, read)).map((one) => [one.id, one]));
  const lines = members.flatMap((member): Line[] => {
    const [place, by] = [places.get(member.area), governing.get(member.area)];
    if (!place || !by) return [];
    const about = said.get(member.id);
    const answer = answerOf(by, { kind: member.kind, place, said: about });
    return [{ member, said: about, answer }];
  });
  return { response, lines, places, governing };
}
