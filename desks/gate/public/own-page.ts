import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { writtenCode } from '@liangbuwu/office/public/code.ts';
import { hidden } from '@liangbuwu/office/public/form.ts';
import { type Html, html } from '@liangbuwu/office/public/html.ts';
import { inLanguage, type PageLanguage } from '@liangbuwu/office/public/language.ts';
import { moments } from '@liangbuwu/office/public/moments.ts';
import type { Shown } from '@liangbuwu/office/public/page.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { passQr } from '@liangbuwu/passes/qr.ts';
import { qrPath } from '@liangbuwu/passes/qr-path.ts';
import { listCodes } from '../codes/codes-store.ts';
import { type Gate, revokeWords } from '../gate.ts';
import { listNumbers } from '../gates/gate-store.ts';
import { openOwn } from '../own/own-seal.ts';
import type { OwnRow } from '../own/own-store.ts';
import type { Paper } from '../passes/pass.ts';
import { findPass, listPapers, type PassRow } from '../passes/pass-store.ts';
import { openPaper } from '../passes/view.ts';
import { type OwnWords, ownWords } from './own-words.ts';
import { gateWords } from './words.ts';

interface Issued {
  row: PassRow;
  paper: Paper;
  names: ReadonlyMap<string, string>;
}

/** What became of an application, for who made it; once issued, the pass itself. */
export async function ownPage(
  of: { tx: Tx; keys: ResponseKeys; language: PageLanguage },
  { secret, row, gate, response }: { secret: string; row: OwnRow; gate: Gate; response: Response },
): Promise<Shown> {
  const { tx, keys, language } = of;
  const w = ownWords[language];
  const { moment } = moments(language);
  const paper = openOwn(keys, row, row.sealed);
  const issued = row.state === 'issued' ? await findIssued(tx, keys, row) : undefined;
  const [code] = await listCodes(tx, { gate: gate.id });
  const path = `/p/gate/own/${secret}`;
  const withdraw =
    row.state === 'waiting' &&
    html`<form method="post" action="${inLanguage(`${path}/withdraw`, language)}">${hidden('sure', 'yes')}
<button class="plain">${w.withdraw}</button></form>`;
  const { name, lastFour, plate } = paper.shown;
  return {
    title: `${w.own} · ${gate.name}`,
    path,
    body: html`${issued ? passPart(issued, response, language) : html`<h1>${w.own}</h1>`}
${
  !issued &&
  html`<div class="box${row.state === 'refused' && ' warn'}"><p class="big">${w.ownState[row.state]}</p>
${row.state === 'waiting' && html`<p>${w.waitingNote}</p>`}
${paper.words !== null && html`<p>${w.refusedWhy}${language === 'en' ? ': ' : '：'}<strong>${paper.words}</strong></p>`}
${row.state === 'refused' && html`<p>${w.refusedNext}</p>`}</div>
<p class="where">${plate ?? `${name ?? ''} ${lastFour ?? ''}`}</p>
<dl><dt>${w.forWhat}</dt><dd>${gateWords[language].purpose[row.purpose]}</dd><dt>${w.whenComes}</dt><dd>${moment(row.at, response.zone)}</dd><dt>${w.gate}</dt><dd>${gate.areaName} ${gate.name}</dd></dl>`
}
<div class="keep"><p>${w.keepLink}</p><p class="big code">${writtenCode(secret)}</p></div>
${withdraw}
${code?.code && html`<p class="back"><a href="${inLanguage(`/p/gate/${code.code}`, language)}">${w.backToGate}</a></p>`}`,
  };
}

async function findIssued(
  tx: Tx,
  keys: ResponseKeys,
  { id, tenant, response }: OwnRow,
): Promise<Issued | undefined> {
  const row = await findPass(tx, id);
  const sealed = (await listPapers(tx, [id])).get(id);
  if (!row || !sealed) return undefined;
  const numbers = await listNumbers(tx, response);
  return {
    row,
    paper: openPaper(keys, { tenant, response }, sealed),
    names: new Map(numbers.map((one) => [one.id, one.name])),
  };
}

function passPart({ row, paper, names }: Issued, response: Response, language: PageLanguage): Html {
  const w = ownWords[language];
  const { moment } = moments(language);
  const { name, lastFour, plate } = paper.holder;
  const head = html`<h1>${w.pass}</h1><p class="where">${gateWords[language].purpose[row.purpose]}</p>`;
  const over = gone(row, response, w, language);
  if (over) return html`${head}<div class="box bad"><p class="big">${over}</p></div>`;
  const many = paper.codes.length > 1;
  return html`${head}
<p class="big">${plate ?? `${name ?? ''} ${lastFour ?? ''}`}</p>
${paper.text !== null && qrPart(paper.text, w)}
${paper.codes.map(
  ({ gate, code }) =>
    html`<p>${many ? w.shortCodeAt(names.get(gate) ?? '') : w.shortCode}</p><p class="big code">${code}</p>`,
)}
<dl><dt>${w.opens}</dt><dd>${row.gates.map((gate) => names.get(gate) ?? '').join(language === 'en' ? ', ' : '、')}</dd>
<dt>${w.validFrom}</dt><dd>${moment(row.from, response.zone)}</dd>
<dt>${w.validTo}</dt><dd>${moment(row.until, response.zone)}</dd></dl>
<h2>${w.bring}</h2><ul>${paper.decision.todo && html`<li>${paper.decision.todo[language]}</li>`}
<li>${plate === null ? w.bringDocument(lastFour ?? '') : w.bringPlate(plate)}</li></ul>
<p class="note">${w.savePass}</p>`;
}

/** Why a pass is no longer good. */
function gone(
  row: PassRow,
  { now, zone }: Response,
  w: OwnWords,
  language: PageLanguage,
): string | undefined {
  if (row.state === 'revoked') {
    const why = row.revokeReason && revokeWords[row.revokeReason][language];
    const when = w.revoked(moments(language).moment(row.revokedAt ?? now, zone));
    return why ? `${when} · ${why}` : when;
  }
  return Date.parse(row.until) <= Date.parse(now) ? w.expired : undefined;
}

function qrPart(text: string, w: OwnWords): Html {
  const qr = passQr(text);
  return html`<svg class="qr" viewBox="0 0 ${qr.size} ${qr.size}" role="img" aria-label="${w.pass}" shape-rendering="crispEdges"><path d="${qrPath(qr)}"/></svg>`;
}
