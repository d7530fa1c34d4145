import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { listNeeds } from '@liangbuwu/office/commitments/contract.ts';
import { type Call, client } from '@liangbuwu/office/http/client.ts';
import { Refusal } from '@liangbuwu/office/http/refusal.ts';
import { recordAsDriver } from '@liangbuwu/water/recording/entry.contract.ts';
import type { DriverEntry } from '@liangbuwu/water/recording/entry.ts';
import { getDriverDays } from '@liangbuwu/water/recording/field-day.contract.ts';

/** What a phone in bad signal does, as shares of its tries. */
const habits = { offline: 0.3, twice: 0.2, cutOff: 0.15 };

export interface PhonesAsk {
  phones: number;
  /** Entries of each. */
  each: number;
  response: string;
  tankers: readonly string[];
  points: readonly string[];
  sources: readonly string[];
  /** Before this instant, back to six hours. */
  until: string;
  /** Where the server is now; undefined while it is down. */
  url(): string | undefined;
  cookie: string;
  random(): number;
}

export interface PhonesSaid {
  /** All that was acknowledged, by id, with its litres. */
  acknowledged: Map<string, { kind: DriverEntry['kind']; litres: number }>;
  sent: number;
}

/**
 * Phones that record, go off and on line at random, send twice, are cut off before the answer, and send in any order,
 * until everything that they recorded is acknowledged.
 */
export function startPhones(ask: PhonesAsk): { said: PhonesSaid; done: Promise<unknown> } {
  const said: PhonesSaid = { acknowledged: new Map(), sent: 0 };
  return {
    said,
    done: Promise.all(Array.from({ length: ask.phones }, () => runPhone(ask, said))),
  };
}

/** Phones of a desk that know its tankers, points and sources as of now. */
export async function startPhonesOf(
  officer: Call & { cookie: string },
  ask: Pick<PhonesAsk, 'phones' | 'each' | 'url' | 'random'>,
): Promise<ReturnType<typeof startPhones>> {
  const { days } = await officer(getDriverDays, { query: {} });
  const [today] = days;
  if (!today) throw new Error('no desk is within reach');
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  return startPhones({
    ...ask,
    response: today.response.id,
    tankers: ids(today.tankers),
    points: ids(today.points),
    sources: ids(today.sources),
    until: today.response.now,
    cookie: officer.cookie,
  });
}

/** What is held beside what was acknowledged: ids that are not there, and those that count more than once. */
export async function countHeld(
  officer: Call,
  { acknowledged }: PhonesSaid,
): Promise<{ entries: number; litres: number; proofs: number; lost: string[]; doubled: string[] }> {
  const { days } = await officer(getDriverDays, { query: {} });
  const [today] = days;
  if (!today) throw new Error('no desk is within reach');
  const { needs } = await officer(listNeeds, {
    query: { response: today.response.id, desk: 'water', day: today.day },
  });
  const proofs = needs.flatMap(({ promises }) => promises.flatMap((promise) => promise.proofs));
  const held = today.entries.map(({ id }) => id);
  const proven = proofs.map(({ id }) => id);
  const wanted = (id: string) => (acknowledged.get(id)?.kind === 'emptied' ? 2 : 1);
  const times = (id: string) =>
    held.filter((one) => one === id).length + proven.filter((one) => one === id).length;
  const ids = [...new Set([...acknowledged.keys(), ...held, ...proven])];
  return {
    entries: held.length,
    litres: proofs.reduce((sum, { quantity }) => sum + quantity, 0),
    proofs: proven.length,
    lost: ids.filter((id) => times(id) < wanted(id)),
    doubled: ids.filter((id) => times(id) > wanted(id)),
  };
}

async function runPhone(ask: PhonesAsk, said: PhonesSaid): Promise<void> {
  const { random } = ask;
  const waiting = shuffled(
    Array.from({ length: ask.each }, () => ({ id: randomUUID(), body: entry(ask) })),
    random,
  );
  while (waiting.length > 0) {
    const url = ask.url();
    if (!url || random() < habits.offline) {
      await wait(5 + random() * 60);
      continue;
    }
    const at = Math.floor(random() * waiting.length);
    const next = waiting[at];
    if (!next) continue;
    const leaving = new AbortController();
    const call = client(url, (address, init) =>
      fetch(address, { ...init, headers: { ...init?.headers, cookie: ask.cookie } }),
    );
    const send = () => {
      said.sent += 1;
      return call(
        recordAsDriver,
        { params: { entry: next.id }, body: next.body },
        { signal: leaving.signal },
      );
    };
    const tries = random() < habits.twice ? [send(), send()] : [send()];
    if (random() < habits.cutOff) setTimeout(() => leaving.abort(), random() * 8);
    const results = await Promise.allSettled(tries);
    for (const result of results) {
      if (result.status === 'rejected' && isRefused(result.reason)) throw result.reason;
    }
    if (!results.some(({ status }) => status === 'fulfilled')) continue;
    const { kind } = next.body;
    said.acknowledged.set(next.id, { kind, litres: litresIn(next.body) });
    waiting.splice(at, 1);
  }
}

/** Refused for what it says; whatever lies between is tried again. */
const isRefused = (error: unknown): boolean =>
  error instanceof Refusal && error.status >= 400 && error.status < 500;

const litresIn = (body: DriverEntry): number =>
  'amount' in body && 'litres' in body.amount ? body.amount.litres : 0;

function entry({ response, tankers, points, sources, until, random }: PhonesAsk): DriverEntry {
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const tanker = one(tankers);
  const amount = { litres: 1 + Math.floor(random() * 3000) };
  const at = new Date(Date.parse(until) - random() * 6 * 3_600_000).toISOString();
  return random() < 0.3
    ? { kind: 'filled', response, tanker, source: one(sources), amount, at }
    : { kind: 'emptied', response, tanker, point: one(points), promise: null, amount, at };
}

function shuffled<T>(rows: readonly T[], random: () => number): T[] {
  return rows
    .map((row) => ({ row, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row);
}

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
