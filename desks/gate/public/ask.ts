import { Refusal, refuse } from '@liangbuwu/office/http/refusal.ts';
import { localOf } from '@liangbuwu/office/public/local-time.ts';
import type { PageDeed } from '@liangbuwu/office/public/page.ts';
import { governor } from '@liangbuwu/office/rulebook/decide-server.ts';
import { listFacts } from '@liangbuwu/office/rulebook/store.ts';
import { z } from 'zod';
import { type Gate, Purpose } from '../gate.ts';
import { type Judged, judge } from '../passes/judge.ts';
import type { AtGate } from './enter.ts';
import { readFacts } from './facts.ts';
import { comingAt, daysAhead } from './local-time.ts';
import type { Question } from './may-i-page.ts';
import { notCheckedHere } from './refusals.ts';

/** Beside what is named here a form has facts, by the names of the catalogue. */
export const AskForm = z
  .object({
    purpose: Purpose,
    at: z.string().max(30).optional(),
    asked: z.string().max(1000).optional(),
  })
  .catchall(z.string().max(500));
export type AskForm = z.infer<typeof AskForm>;

export interface Asked {
  question: Question;
  judged: Judged;
}

/** No rule governs then; `next`: from when on one will. */
interface NothingAsked {
  question: Question;
  judged?: never;
  next: string | undefined;
}

/** A question as a form has it, and what the rule of that moment says to it; nothing where no rule governs. */
export async function asked(
  deed: PageDeed,
  { gate, response }: AtGate,
  form: AskForm,
): Promise<Asked | NothingAsked> {
  const { purpose } = form;
  if (!gate.purposes.includes(purpose)) throw refuse(notCheckedHere, undefined);
  const at = comingAt(form.at, response);
  const catalogue = await listFacts(deed.tx);
  const told = readFacts(form as Record<string, string>, catalogue, response.zone);
  const local = localOf(at, response.zone);
  // Whoever says when they come has said when they arrive.
  const comes = catalogue.some(({ name, type }) => name === 'arrival' && type === 'date and time');
  const facts = comes ? { arrival: at, ...told.facts } : told.facts;
  const judged = await judge(deed, { purpose, gates: [gate], at, facts }).catch(
    (error: unknown) => {
      if (error instanceof Refusal && error.body.code === 'nothing-asked') return undefined;
      throw error;
    },
  );
  const question = { ...told, facts: judged?.facts ?? {}, purpose, at, local };
  // What no rule asks is not carried on.
  return judged ? { question, judged } : { question, next: await findNext(deed, gate, question) };
}

/** When a rule begins, where none governs yet. */
async function findNext(
  { tx, clock }: PageDeed,
  { area }: Gate,
  { purpose, at }: Question,
): Promise<string | undefined> {
  const governs = await governor(tx, clock, { purpose, area });
  for (const moment of daily(at)) {
    const governed = governs(moment);
    if (governed.is === 'in-force') return governed.version.from;
  }
  return undefined;
}

const daily = (from: string): string[] =>
  Array.from({ length: daysAhead + 1 }, (_, days) =>
    Temporal.Instant.from(from)
      .add({ hours: 24 * days })
      .toString(),
  );

/** For what the gate checks, and a rule governs within the time for which one may ask. */
export async function governedPurposes(
  { tx, clock }: PageDeed,
  { gate, response }: AtGate,
): Promise<Purpose[]> {
  if (response.ended) return [];
  const governed: Purpose[] = [];
  for (const purpose of gate.purposes) {
    const governs = await governor(tx, clock, { purpose, area: gate.area });
    if (daily(response.now).some((at) => governs(at).is === 'in-force')) governed.push(purpose);
  }
  return governed;
}

/** Whether something that was asked was left open. */
export function isLeftOpen({ facts, unknown }: Question, json: string | undefined): boolean {
  const names = z.array(z.string()).safeParse(json === undefined ? [] : safely(json));
  return names.success && names.data.some((name) => !(name in facts) && !unknown.includes(name));
}

function safely(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
