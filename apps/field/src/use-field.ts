import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import type { Draft, FieldCard } from '@liangbuwu/ui/phone/field-card.ts';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ask as askBy, type Heard } from './ask.ts';
import { feedsOf, feedsWanted, forgetPersonal, readFeeds, settingsOf } from './feeds.ts';
import { entriesOf, forgetOld, happened, keep, waitingByOwner } from './outbox/outbox.ts';
import { type Round, sendRound } from './outbox/send.ts';
import { aloneOfAllTabs, createSender, type Sender } from './outbox/sender.ts';
import { unsent } from './outbox/states.ts';
import { phoneClock } from './phone-clock.ts';
import {
  checkSession,
  findKeptPerson,
  keepPerson,
  leave,
  type Person,
  type Session,
} from './session/session.ts';
import type { FieldDatabase } from './store/database.ts';
import { useLive } from './store/use-live.ts';
import { useLiveFeeds } from './use-live-feeds.ts';

const everyMinute = 60_000;

/** The phone's whole state: who is signed in, what is kept, what is sent; and what can be done with it. */
export function useField(db: FieldDatabase, allCards: readonly FieldCard[]) {
  const [session, setSession] = useState<Session>();
  const [cannotKeep, setCannotKeep] = useState(false);
  const [reachable, setReachable] = useState(() => navigator.onLine);

  const ask = useCallback(
    async (
      method: 'GET' | 'PUT' | 'POST',
      path: `/api/${string}`,
      body?: unknown,
      madeBy?: string,
    ): Promise<Heard> => {
      const heard = await askBy((...given) => window.fetch(...given), method, path, body, madeBy);
      setReachable(heard.is !== 'unreachable');
      return heard;
    },
    [],
  );

  const me = session?.is === 'in' ? session.me : undefined;
  const account = me?.account;
  const cards = useMemo(
    () => allCards.filter(({ permission }) => me?.permissions.includes(permission)),
    [allCards, me],
  );
  const ended = session?.is === 'in' && session.ended;
  const check = useCallback(async () => {
    const found = await checkSession(db, ask);
    if (found) setSession((now) => (alike(now, found) ? now : found));
    return found;
  }, [db, ask]);

  const read = useCallback(async () => {
    if (!account) return;
    // Somebody else may have signed in on this browser since: what they may see is not this one's.
    const found = await check();
    if (found?.is !== 'in' || found.ended || found.me.account !== account) return;
    const get = (path: `/api/${string}`) => ask('GET', path);
    await readFeeds(db, account, cards, { get, clock: phoneClock });
  }, [db, account, cards, ask, check]);

  // The sender lives as long as the account is the same; what it calls may change meanwhile.
  const latest = useRef({ read, check });
  useEffect(() => {
    latest.current = { read, check };
  });

  const sender = useRef<Sender>(undefined);
  useEffect(() => {
    if (!account) return;
    const round = async (): Promise<Round> => {
      const waits = (await entriesOf(db, account)).some(({ state }) => unsent.includes(state));
      if (!waits) return { is: 'done', sent: 0 };
      const found = await latest.current.check();
      if (!found) return { is: 'later', sent: 0 };
      if (found.is === 'out' || found.ended || found.me.account !== account)
        return { is: 'signed-out', sent: 0 };
      return sendRound(db, account, ({ path, body }) => ask('PUT', path, body, account));
    };
    const mine = createSender({
      round,
      onRound: ({ is, sent }) => {
        if (is === 'signed-out') void latest.current.check();
        if (sent > 0) void latest.current.read();
      },
      alone: aloneOfAllTabs,
      wait: (work, milliseconds) => {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
      random: Math.random,
    });
    sender.current = mine;
    return () => mine.stop();
  }, [db, account, ask]);

  useEffect(() => {
    const begin = async () => {
      await forgetOld(db, phoneClock.now());
      await forgetPersonal(db, allCards, phoneClock.now());
      const kept = await findKeptPerson(db);
      if (kept) setSession({ is: 'in', me: kept, ended: false });
      const found = await checkSession(db, ask);
      if (found) setSession(found);
      else if (!kept) setSession({ is: 'out' });
    };
    begin().catch(() => setCannotKeep(true));
  }, [db, ask, allCards]);

  useEffect(() => {
    if (!account) return;
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      void forgetPersonal(db, allCards, phoneClock.now());
      void read();
      sender.current?.kick();
    };
    const first = setTimeout(look);
    const lost = () => setReachable(false);
    const timer = setInterval(look, everyMinute);
    window.addEventListener('online', look);
    window.addEventListener('offline', lost);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
      window.removeEventListener('online', look);
      window.removeEventListener('offline', lost);
      document.removeEventListener('visibilitychange', look);
    };
  }, [db, allCards, account, ended, read]);

  useLiveFeeds(account !== undefined && !ended && reachable, read);

  const of = account ?? '';
  const entries = useLive(of, () => entriesOf(db, of));
  const feeds = useLive(of, () => feedsOf(db, of));
  const settings = useLive(of, () => settingsOf(db, of));
  // What is chosen on this phone may want more to be read.
  const wanted = settings && JSON.stringify(feedsWanted(cards, settings));
  useEffect(() => {
    if (!wanted) return;
    const soon = setTimeout(() => void read());
    return () => clearTimeout(soon);
  }, [wanted, read]);
  const owners = useLive('all', () => waitingByOwner(db));

  return {
    session,
    /** This browser lets the page store nothing, as in a private window of some. */
    cannotKeep,
    cards,
    reachable,
    entries: entries ?? [],
    feeds,
    settings,
    /** Whose entries wait on this phone, this account's own not counted. */
    others: (owners ?? []).filter((one) => one.account !== account),
    ask,
    newId,
    enter: async (person: Person) => setSession(await keepPerson(db, person)),
    leave: async () => {
      const left = await leave(db, ask);
      if (left) setSession(left);
      return left !== undefined;
    },
    record: async (draft: Draft) => {
      if (!me) throw new Error('nobody is signed in');
      await keep(db, me, draft, phoneClock.now());
      sender.current?.kick();
      void askToPersist();
    },
    drop: (id: string) => happened(db, id, 'dropped'),
    remember: async (key: string, value: unknown) => {
      if (account) await db.settings.put({ account, key, value });
    },
    sendNow: () => sender.current?.kick(),
  };
}

export type Field = ReturnType<typeof useField>;

/** The same, so that nothing is read anew because of it. */
const alike = (one: Session | undefined, other: Session) =>
  JSON.stringify(one) === JSON.stringify(other);

let asked = false;

/** Once, with the first entry: a browser asks people, or judges by use, whether to keep what a page stores. */
async function askToPersist(): Promise<void> {
  if (asked || !navigator.storage?.persist) return;
  asked = true;
  if (!(await navigator.storage.persisted())) await navigator.storage.persist();
}
