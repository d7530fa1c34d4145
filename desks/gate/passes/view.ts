import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { PLACES } from '@liangbuwu/passes/pass/pass.ts';
import { Paper, type PassView } from './pass.ts';
import * as store from './pass-store.ts';

/** 0-40712: the list, and the place in it. */
const numberOf = (place: number): string => `${Math.floor(place / PLACES)}-${place % PLACES}`;

export function openPaper(
  keys: ResponseKeys,
  of: { tenant: string; response: string },
  { pass, sealed }: store.PaperRow,
): Paper {
  return Paper.parse(keys.open({ ...of, record: `gate-pass:${pass}` }, sealed));
}

export async function viewAll(
  tx: Tx,
  keys: ResponseKeys,
  tenant: string,
  rows: readonly store.PassRow[],
): Promise<PassView[]> {
  const papers = await store.listPapers(
    tx,
    rows.map(({ id }) => id),
  );
  // Of a response that has closed there are rows, and no papers.
  return rows.flatMap((row) => {
    const paper = papers.get(row.id);
    return paper ? [viewOf(row, openPaper(keys, { tenant, response: row.response }, paper))] : [];
  });
}

export async function view(
  tx: Tx,
  keys: ResponseKeys,
  tenant: string,
  pass: string,
): Promise<PassView> {
  const [seen] = await viewAll(tx, keys, tenant, [await store.getPass(tx, pass)]);
  if (!seen) throw refuse(notFound, { what: say('通行证', 'pass') });
  return seen;
}

const viewOf = (row: store.PassRow, { holder, decision }: Paper): PassView => ({
  id: row.id,
  response: row.response,
  area: row.area,
  state: row.state,
  kind: row.kind,
  purpose: row.purpose,
  gates: row.gates,
  number: row.place === null ? null : numberOf(row.place),
  from: row.from,
  until: row.until,
  askedAt: row.askedAt,
  onBehalf: row.onBehalf,
  renews: row.renews,
  issuedAt: row.issuedAt,
  revokedAt: row.revokedAt,
  revokeReason: row.revokeReason,
  keyStolen: row.keyStolen,
  holder,
  decision,
});
