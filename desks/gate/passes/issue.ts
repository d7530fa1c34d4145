import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { ReadingLimit } from '@liangbuwu/office/people/reading-limit.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import type { CodeSecret } from '@liangbuwu/passes/bundle/bundle.ts';
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

type Services = KeyServices & Pick<IssueServices, 'randomInt'>;
type Row = Pick<store.PassRow, 'id' | 'response' | 'area' | 'kind' | 'purpose' | 'from' | 'until'>;
type SignedFor = readonly Pick<Gate, 'id' | 'number'>[];

/** What passes of a response are signed with, found once for as many as are signed at once. */
export interface Signing {
  key: string;
  /** A place at random, by how many more than were issued before are being issued. */
  drawPlace(more: number): number;
  sign(of: {
    row: Omit<Row, 'area' | 'response'>;
    paper: Paper;
    gates: SignedFor;
    place: number;
  }): Promise<Pick<Paper, 'text' | 'codes'>>;
}

export async function openSigning(
  tx: Tx,
  of: { tenant: string; response: Response },
  services: Services,
): Promise<Signing> {
  const { now } = of.response;
  const named = { tenant: of.tenant, response: of.response.id };
  await ensureKeys(tx, named, now, services);
  const held = await signerInUse(tx, named, 'issuer', services);
  if (!held) throw new Error('a response with gates has keys');
  const { passes } = await store.placesUsed(tx, named.response);
  const { code: issuer } = await readIssuer(tx);
  const secrets = new Map<string, CodeSecret>();
  const secretOf = async (gate: SignedFor[number], until: string): Promise<CodeSecret> => {
    const known = secrets.get(`${gate.id} ${until}`);
    if (known) return known;
    const row = await ensureSecret(tx, gate, { now, until }, services);
    const secret = codeSecret(services.keys, named, row, { issuer, area: gate.number });
    secrets.set(`${gate.id} ${until}`, secret);
    return secret;
  };
  return {
    key: held.id,
    drawPlace: (more) =>
      Math.floor((passes + more) / mostInList) * PLACES + services.randomInt(PLACES),
    async sign({ row, paper, gates, place }) {
      const pass = passOf({ row, paper, gates, place, issuer, issuedAt: seconds(now) });
      const codes: Paper['codes'] = [];
      for (const gate of gates) {
        const code = findCode(pass, await secretOf(gate, row.until));
        if (code) codes.push({ gate: gate.id, code });
      }
      return { text: await issuePass(pass, held.signer), codes };
    },
  };
}

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
    row: Row;
    paper: Paper;
    person: string | null;
    gates: SignedFor;
    by: { tenant: string; account: string };
  },
  response: Response,
  services: Services,
): Promise<void> {
  const of = { tenant: by.tenant, response: row.response };
  const signing = await openSigning(tx, { tenant: by.tenant, response }, services);
  let place: number;
  do place = signing.drawPlace(0);
  while (
    !(await store.issueAt(tx, row.id, {
      place,
      signedBy: signing.key,
      by: by.account,
      at: response.now,
      recorded: clock.now().toString(),
    }))
  );
  const signed = await signing.sign({ row, paper, gates, place });
  const sealed = sealPaper(services, of, row.id, { ...paper, ...signed });
  await store.putPaper(tx, { ...of, area: row.area }, { pass: row.id, person, sealed });
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
