import { randomUUID } from 'node:crypto';
import type { Call } from '@liangbuwu/office/http/client.ts';
import type { CallOf } from '@liangbuwu/office/http/contract.ts';
import type { Purpose } from '@liangbuwu/office/people/catalogue.ts';
import * as people from '@liangbuwu/office/people/contract.ts';

type PersonBody = CallOf<typeof people.putPerson>['body'];
type FactBody = CallOf<typeof people.putFact>['body'];
type Given<T> = T extends { response: string } ? Omit<T, 'response' | 'from' | 'how'> : never;

/** Registers somebody born in 1988, unless said otherwise. */
export async function putPerson(
  by: Call,
  of: Pick<PersonBody, 'response' | 'area'> & Partial<PersonBody>,
  person: string = randomUUID(),
): Promise<string> {
  await by(people.putPerson, {
    params: { person },
    body: { name: '张某', born: '1988-03', ...of },
  });
  return person;
}

/** Records a fact as of six in the morning of the small day. */
export async function putFact(
  by: Call,
  of: { response: string; person: string; fact?: string },
  given: Given<FactBody>,
): Promise<string> {
  const { response, person, fact = randomUUID() } = of;
  const from = '2022-11-10T05:30:00+08:00';
  const body = { response, from, how: 'on-behalf', ...given } as FactBody;
  await by(people.putFact, { params: { person, fact }, body });
  return fact;
}

/** Reads for a purpose; without facts, only who it is. */
export async function readPeople(
  by: Call,
  purpose: Purpose,
  asked: Pick<people.Asked, 'response'> & Partial<people.Asked>,
): Promise<people.ReadPerson[]> {
  return (await by(people.readFor(purpose), { body: { facts: [], ...asked } })).persons;
}
