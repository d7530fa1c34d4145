import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { ReadingLimit } from '@liangbuwu/office/people/reading-limit.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { issuePass } from '@liangbuwu/passes/issue.ts';
import { idOfNumber, type Pass, PLACES } from '@liangbuwu/passes/pass/pass.ts';
import { typedCode } from '@liangbuwu/passes/typed/code.ts';
import { type Gate, numberOfPurpose, seconds } from '../gate.ts';
import { readIssuer } from '../gates/gate-store.ts';
import {
  codeSecret,
  ensureKeys,
  ensureSecret,
  type KeyServices,
  signerInUse,
} from '../gates/keys.ts';
import type { Paper } from './pass.ts';
import { mostIssued } from './pass-rules.ts';
import * as store from './pass-store.ts';

type Doing = Deed & { actor: Actor };

export interface IssueServices extends KeyServices {
  randomInt(below: number): number;
  /** How many people an account may ask for by their documents. */
  limit: ReadingLimit;
}

/**
 * Whether the account may issue one more. Where not, it stands in the ledger and on the pages of the issuers' lead: a
 * clerk's account that was stolen cannot quietly print a thousand.
 */
export async function overLimit(
  deed: Doing,
  of: { response: string; area: string },
): Promise<{ most: number; hours: number } | undefined> {
  const { tx, actor, clock, record, announce } = deed;
  await store.holdAccount(tx, actor.account);
  const now = clock.now();
  const since = (hours: number) => now.subtract({ hours }).toString();
  const issued = await store.countIssued(tx, actor.account, { hour: since(1), day: since(24) });
  const more = await store.sumAllowed(tx, {
    response: of.response,
    account: actor.account,
    now: now.toString(),
  });
  const over =
    issued.day >= mostIssued.day + more
      ? { most: mostIssued.day + more, hours: 24 }
      : issued.hour >= mostIssued.hour + more
        ? { most: mostIssued.hour + more, hours: 1 }
        : undefined;
  if (over) {
    record({
      action: 'gate.limit-reached',
      subject: `account:${actor.account}`,
      area: of.area,
      response: of.response,
      detail: { ...issued, more },
    });
    announce({ topic: 'gate.limit', area: of.area, id: actor.account });
  }
  return over;
}

/** Places are half taken at most, so that one drawn at random is soon found. */
const mostInList = PLACES / 2;

/** Signs a pass whose row and paper are there already. */
export async function issue(
  { tx, clock }: Pick<Deed, 'tx' | 'clock'>,
  {
    row,
    paper,
    person,
    gates,
    by,
  }: {
    row: Pick<store.PassRow, 'id' | 'response' | 'area' | 'kind' | 'purpose' | 'from' | 'until'>;
    paper: Paper;
    person: string | null;
    gates: readonly Pick<Gate, 'id' | 'number'>[];
    /** The account is null where it came of an answer. */
    by: { tenant: string; account: string | null };
  },
  response: Response,
  services: KeyServices & Pick<IssueServices, 'randomInt'>,
): Promise<void> {
  const of = { tenant: by.tenant, response: row.response };
  await ensureKeys(tx, of, response.now, services);
  const held = await signerInUse(tx, of, 'issuer', services);
  if (!held) throw new Error('a response with gates has keys');
  const { passes } = await store.placesUsed(tx, row.response);
  const list = Math.floor(passes / mostInList);
  let place: number;
  do place = list * PLACES + services.randomInt(PLACES);
  while (
    !(await store.issueAt(tx, row.id, {
      place,
      signedBy: held.id,
      by: by.account,
      at: response.now,
      recorded: clock.now().toString(),
    }))
  );
  const { code: issuer } = await readIssuer(tx);
  const pass = passOf({ row, paper, gates, place, issuer, issuedAt: seconds(response.now) });
  const codes: Paper['codes'] = [];
  for (const gate of gates) {
    const secret = await ensureSecret(tx, gate, { now: response.now, until: row.until }, services);
    const code = findCode(
      pass,
      codeSecret(services.keys, of, secret, { issuer, area: gate.number }),
    );
    if (code) codes.push({ gate: gate.id, code });
  }
  const text = await issuePass(pass, held.signer);
  await store.putPaper(
    tx,
    { ...of, area: row.area },
    {
      pass: row.id,
      person,
      sealed: sealPaper(services, of, row.id, { ...paper, text, codes }),
    },
  );
}

export const sealPaper = (
  { keys }: Pick<KeyServices, 'keys'>,
  of: { tenant: string; response: string },
  pass: string,
  paper: Paper,
): Buffer => keys.seal({ ...of, record: `gate-pass:${pass}` }, paper);

function passOf({
  row,
  paper,
  gates,
  place,
  issuer,
  issuedAt,
}: {
  row: Pick<store.PassRow, 'kind' | 'purpose' | 'from' | 'until'>;
  paper: Paper;
  gates: readonly Pick<Gate, 'number'>[];
  place: number;
  issuer: string;
  issuedAt: number;
}): Pass {
  const every = {
    id: idOfNumber(place),
    issuer,
    areas: gates.map(({ number }) => number),
    purpose: numberOfPurpose(row.purpose),
    issuedAt,
    ...(seconds(row.from) > issuedAt && { from: seconds(row.from) }),
    until: seconds(row.until),
  };
  const { name, lastFour, plate } = paper.holder;
  return row.kind === 'person'
    ? { kind: 'person', ...every, name: name ?? '', ...(lastFour && { lastFour }) }
    : { kind: row.kind, ...every, plate: plate ?? '' };
}

/** None for a pass that ends within the hour. */
function findCode(...of: Parameters<typeof typedCode>): string | undefined {
  try {
    return typedCode(...of);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
