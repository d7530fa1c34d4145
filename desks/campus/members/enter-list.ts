import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { Reading } from '@liangbuwu/office/people/reading-limit.ts';
import { registerNew } from '@liangbuwu/office/people/register-person.ts';
import { openIdentity } from '@liangbuwu/office/people/seal.ts';
import { findPersons } from '@liangbuwu/office/people/store.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { clockOf, holdId } from '@liangbuwu/office/responses/store.ts';
import type { MemberKind, Who } from './member.ts';
import { notAClass } from './member-rules.ts';
import * as store from './member-store.ts';

type Acting = Deed & { actor: Actor };

const keyOf = ({ name, born }: { name: string; born: string }) => `${born} ${name}`;

/** Who of a list is not in their class or school yet: by name and month of birth, each once. Until the end nobody else enters a list there. */
export async function whoIsNew<Person extends { area: string; name: string; born: string }>(
  people: readonly Person[],
  response: Response,
  { tx, actor }: Pick<Acting, 'tx' | 'actor'>,
  { keys }: Pick<Reading, 'keys'>,
): Promise<Set<Person>> {
  const areas = [...new Set(people.map(({ area }) => area))].sort();
  const of = { tenant: actor.tenant, response: response.id };
  const there = new Set<string>();
  for (const area of areas) {
    await holdId(tx, `campus.members:${response.id}:${area}`);
    const members = await store.listMembersOf(tx, response.id, area);
    const persons = members.map(({ id }) => id);
    for (const { id, sealed } of await findPersons(tx, response.id, { persons }))
      there.add(`${area} ${keyOf(openIdentity(keys, of, id, sealed))}`);
  }
  const fresh = people.filter((one) => {
    const key = `${one.area} ${keyOf(one)}`;
    const isNew = !there.has(key);
    there.add(key);
    return isNew;
  });
  return new Set(fresh);
}

/** A list at once into one class or school; gives back the ids of those who were new. */
export async function enterNew(
  people: readonly (Who & { id: string })[],
  { response, area, kind }: { response: Response; area: string; kind: MemberKind },
  deed: Acting,
  reading: Pick<Reading, 'keys'>,
): Promise<Set<string>> {
  const { tx, actor, record, announce } = deed;
  if (people.length === 0) return new Set();
  const place = await store.getPlace(tx, area);
  if (kind === 'pupil' && !place.class) throw refuse(notAClass, undefined);
  const there = await registerNew(people, { response, area }, deed, reading);
  const fresh = people.map(({ id }) => id).filter((id) => !there.has(id));
  const of = { tenant: actor.tenant, response: response.id, area, kind };
  const added = new Set(await store.insertMembers(tx, of, fresh));
  const at = clockOf(response).now();
  for (const id of added)
    record({
      action: 'campus.member-entered',
      subject: `person:${id}`,
      area,
      response: response.id,
      at,
      detail: { kind },
    });
  announce({ topic: 'campus.members', area, id: area });
  return added;
}
