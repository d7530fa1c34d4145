import type { Me } from '@liangbuwu/office/identity/contract.ts';
import type { ask, Heard } from '../ask.ts';
import { forgetDone } from '../outbox/outbox.ts';
import { routes } from '../routes.ts';
import { type FieldDatabase, nobody } from '../store/database.ts';

export type Person = Pick<Me, 'account' | 'name'> & { permissions: readonly string[] };

/** `ended`: the server knows the session no more; the person stays on the phone, and what is recorded waits. */
export type Session = { is: 'out' } | { is: 'in'; me: Person; ended: boolean };

type Ask = (
  ...given: Parameters<typeof ask> extends [unknown, ...infer Rest] ? Rest : never
) => Promise<Heard>;

/** Who was signed in when the phone was last used. */
export async function findKeptPerson(db: FieldDatabase): Promise<Person | undefined> {
  return (await db.settings.get([nobody, 'session']))?.value as Person | undefined;
}

export async function keepPerson(db: FieldDatabase, me: Person): Promise<Session> {
  const { account, name, permissions } = me;
  const value = { account, name, permissions };
  await db.settings.put({ account: nobody, key: 'session', value });
  return { is: 'in', me: value, ended: false };
}

/** Asks whose session it is. Without signal it is whoever it was; undefined: it could not be asked. */
export async function checkSession(db: FieldDatabase, ask: Ask): Promise<Session | undefined> {
  const heard = await ask('GET', routes.me);
  if (heard.is === 'answered') return keepPerson(db, heard.value as Person);
  if (heard.is !== 'refused' || heard.status !== 401) return undefined;
  const kept = await findKeptPerson(db);
  return kept ? { is: 'in', me: kept, ended: true } : { is: 'out' };
}

/**
 * Signs out at the server first: else the browser would still hold a session that is nobody's on this page. What waits,
 * or was refused, stays on the phone; the day and what the server has do not.
 */
export async function leave(db: FieldDatabase, ask: Ask): Promise<Session | undefined> {
  const heard = await ask('POST', routes.logout, {});
  if (heard.is === 'unreachable') return undefined;
  const left = await findKeptPerson(db);
  await db.settings.delete([nobody, 'session']);
  if (left) {
    await db.feeds.where({ account: left.account }).delete();
    await forgetDone(db, left.account);
  }
  return { is: 'out' };
}
