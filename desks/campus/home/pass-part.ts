import { type Html, html } from '@liangbuwu/office/public/html.ts';
import type { PageLanguage } from '@liangbuwu/office/public/language.ts';
import { moments } from '@liangbuwu/office/public/moments.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { dayIn } from '@liangbuwu/office/responses/when.ts';
import { passQr } from '@liangbuwu/passes/qr.ts';
import { qrPath } from '@liangbuwu/passes/qr-path.ts';
import type { Coming } from '../passes/coming-store.ts';
import type { ShownPass } from '../passes/gate-port.ts';
import type { Child } from './at-home.ts';
import { passWords } from './pass-words.ts';

/** The child’s pass; that it was withdrawn, and what to do; or why there is none yet. */
export function passPart(child: Child, response: Response, language: PageLanguage): Html | false {
  const { answer, pass } = child;
  if (answer.state === 'free') return false;
  const w = passWords[language];
  const f = moments(language);
  const may = answer.state === 'may-return' && answer.arrivalKnown;
  if (may && pass.shown) return shownPart(pass.shown, child, response, language);
  const { given } = pass;
  const ended = given !== undefined && Date.parse(given.until) <= Date.parse(response.now);
  if (may && (given === undefined || ended || given.revoked?.again))
    return html`<p class="note">${w.notYet}</p>`;
  if (given === undefined || ended) return false;
  const { revoked } = given;
  const day = f.day(dayIn(response, given.from));
  return html`<div class="box bad"><p class="big">${w.withdrawn(day)}</p>
<p>${revoked?.byHand ? w.byHand(revoked.why[language]) : w.byAnswer}</p>
<p>${revoked?.byHand ? w.askFirst : w.stayHome}</p></div>`;
}

function shownPart(
  shown: ShownPass,
  child: Child,
  response: Response,
  language: PageLanguage,
): Html {
  const w = passWords[language];
  const f = moments(language);
  const { answer, coming } = child;
  const qr = passQr(shown.text);
  const many = shown.gates.length > 1;
  const { lastFour } = shown;
  const day = dayIn(response, answer.arrival);
  return html`<section class="keep"><h3>${w.pass(f.day(day))}</h3>
<svg class="qr" viewBox="0 0 ${qr.size} ${qr.size}" role="img" aria-label="${w.qr(shown.name)}" shape-rendering="crispEdges"><path d="${qrPath(qr)}"/></svg>
${shown.gates.map(({ name, code }) => code !== null && html`<p>${many ? w.codeAt(name) : w.code}</p><p class="big code">${code}</p>`)}
<dl><dt>${w.who}</dt><dd>${shown.name}${lastFour !== null && ` ${lastFour}`}</dd>
<dt>${w.gate}</dt><dd>${shown.gates.map(({ name }) => name).join(language === 'en' ? ', ' : '、')}</dd>
<dt>${w.arrival}</dt><dd>${f.moment(answer.arrival, response.zone)}</dd>
${timesOf(coming, day, language)}</dl>
<p>${lastFour === null ? w.bring : w.bringFour(lastFour)}</p><p class="note">${w.onlyWhile}</p></section>`;
}

/** What parents were told of that day, and the times in force. */
function timesOf(coming: readonly Coming[], day: string, language: PageLanguage): Html[] {
  const w = passWords[language];
  return coming.flatMap(({ day: of, mode, from, to, gate }) => {
    if (of === day) return html`<dt>${w.told}</dt><dd>${from}–${to ?? ''} ${gate}</dd>`;
    if (of === null && mode !== null)
      return html`<dt>${w.staggered[mode]}</dt><dd>${from} ${gate}</dd>`;
    return [];
  });
}
