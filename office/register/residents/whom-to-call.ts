import type { Contact } from '../households/people.contract.ts';
import type { ResidentTold } from './people.contract.ts';

/** Whom a household's contact is: the head, unless only another has a telephone. Null where nobody is on the register. */
export function whomToCall(people: readonly ResidentTold[]): Contact | null {
  const reached = people.filter(({ phone }) => phone !== null);
  const isHead = ({ relation }: ResidentTold) => relation === 'head';
  const one = reached.find(isHead) ?? reached[0] ?? people.find(isHead) ?? people[0];
  return one ? { name: one.name, phone: one.phone } : null;
}

export const sameContact = (one: Contact | null, other: Contact | null): boolean =>
  one?.name === other?.name && one?.phone === other?.phone;
