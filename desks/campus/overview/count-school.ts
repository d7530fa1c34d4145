import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import type { Say } from '@liangbuwu/office/http/say.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { tallyOf } from '../answers/answer.ts';
import { type Held, judgeAll, type Line } from '../answers/judge-all.ts';
import type { SchoolCount } from './overview.contract.ts';

/** How many of a school have each answer; nobody's name is read. */
export async function countSchool(
  deed: Deed & { actor: Actor },
  keys: ResponseKeys,
  of: { response: Response; school: string; held: Held | undefined },
): Promise<SchoolCount> {
  const { lines } = await judgeAll(deed, keys, {
    response: of.response.id,
    area: of.school,
    names: false,
    held: of.held,
  });
  const pupils = lines.filter(({ member }) => member.kind === 'pupil');
  const staff = lines.filter(({ member }) => member.kind !== 'pupil');
  const answers = (some: readonly Line[]) => tallyOf(some.map(({ answer }) => answer));
  return {
    at: of.response.now,
    pupils: pupils.length,
    staff: staff.length,
    tally: answers(pupils),
    staffTally: answers(staff),
    asks: asksOf(lines),
  };
}

function asksOf(lines: readonly Line[]): SchoolCount['asks'] {
  const asks = new Map<string, { fact: Say; people: number }>();
  for (const fact of lines.flatMap(({ answer }) => answer.ask)) {
    const asked = asks.get(fact['zh-CN']) ?? { fact, people: 0 };
    asked.people++;
    asks.set(fact['zh-CN'], asked);
  }
  return [...asks.values()].sort((a, b) => b.people - a.people);
}
