import { choices, hidden, momentField } from '@liangbuwu/office/public/form.ts';
import { type Html, html } from '@liangbuwu/office/public/html.ts';
import { inLanguage, type PageLanguage, sentTo } from '@liangbuwu/office/public/language.ts';
import { localOf } from '@liangbuwu/office/public/local-time.ts';
import { moments } from '@liangbuwu/office/public/moments.ts';
import type { Shown } from '@liangbuwu/office/public/page.ts';
import type { RuleFact } from '@liangbuwu/office/rulebook/rulebook.ts';
import type { Purpose } from '../gate.ts';
import type { AtGate } from './enter.ts';
import { carried, factField, type Told } from './facts.ts';
import { daysAhead } from './local-time.ts';
import { type GateWords, gateWords } from './words.ts';

/** What somebody asks: what for, when, and what they said so far. */
export interface Question extends Told {
  purpose: Purpose;
  at: string;
  /** The same as the form has it. */
  local: string;
}

/** So many questions at once: a phone's screen. */
const fewAtOnce = 3;

export const titleOf = ({ gate }: AtGate, w: GateWords): string => `${w.mayI} · ${gate.name}`;

/** All of a question as it is carried on: in the body of a form, never in an address. */
export const questionFields = ({ purpose, local, facts, unknown }: Question): Html =>
  html`${hidden('purpose', purpose)}${hidden('at', local)}${carried({ facts, unknown })}`;

export const backToGate = ({ code }: AtGate, words: string, language: PageLanguage): Html =>
  html`<p class="back"><a href="${inLanguage(`/p/gate/${code}`, language)}">${words}</a></p>`;

export const whereLine = (
  { gate, response }: AtGate,
  { at }: Question,
  language: PageLanguage,
): Html =>
  html`<p class="where">${gate.areaName} ${gate.name} · ${moments(language).moment(at, response.zone)}</p>`;

/** What a gate's poster leads to. `purposes` are those for which a rule governs now or will. */
export function mayIPage(at: AtGate, purposes: readonly Purpose[], language: PageLanguage): Shown {
  const w = gateWords[language];
  const { gate, response, code } = at;
  const latest = Temporal.Instant.from(response.now).add({ hours: 24 * daysAhead });
  const now = localOf(response.now, response.zone);
  const to = localOf(latest.toString(), response.zone);
  const head = html`<h1>${w.mayI}</h1>
<p class="where">${gate.areaName} ${gate.name}</p>`;
  const path = `/p/gate/${code}`;
  if (purposes.length === 0)
    return {
      title: titleOf(at, w),
      path,
      body: html`${head}<div class="box"><p class="big">${w.comeThrough}</p>
<p>${response.ended ? w.ended : w.nothingNote}</p></div>`,
    };
  return {
    title: titleOf(at, w),
    path,
    body: html`${head}
<p>${w.mayILead}</p>
<form method="post" action="${sentTo(`${path}/ask`, language)}">
${choices(
  'purpose',
  w.what,
  purposes.map((value) => ({ value, words: w.purpose[value] })),
)}
${momentField({ name: 'at', label: w.when, hint: w.whenHint, value: now }, { from: now, to, required: true })}
<button>${w.ask}</button></form>`,
  };
}

/** The next few questions; what was answered is carried along. */
export function questionPage(
  at: AtGate,
  question: Question,
  { ask, again }: { ask: readonly RuleFact[]; again: boolean },
  language: PageLanguage,
): Shown {
  const w = gateWords[language];
  const few = ask.slice(0, fewAtOnce);
  return {
    title: titleOf(at, w),
    body: html`<h1>${w.few}</h1>
<p class="where">${w.purpose[question.purpose]}</p>
${whereLine(at, question, language)}
${again ? html`<div class="box warn"><p>${w.again}</p></div>` : html`<p>${w.fewLead}</p>`}
<form method="post" action="${sentTo(`/p/gate/${at.code}/ask`, language)}">${questionFields(question)}${hidden('asked', JSON.stringify(few.map(({ name }) => name)))}
${few.map((fact) => factField(fact, w, language))}
<button>${w.next}</button></form>
${backToGate(at, w.over, language)}`,
  };
}

/** No rule governs there at that moment. */
export function nothingPage(
  at: AtGate,
  { question, next }: { question: Question; next: string | undefined },
  language: PageLanguage,
): Shown {
  const w = gateWords[language];
  const when = moments(language).moment(question.at, at.response.zone);
  return {
    title: titleOf(at, w),
    body: html`<h1>${w.purpose[question.purpose]}</h1>
${whereLine(at, question, language)}
<div class="box"><p class="big">${w.comeThrough}</p><p>${w.nothingThen(when)}</p>${next !== undefined && html`<p>${w.nothingUntil(moments(language).moment(next, at.response.zone))}</p>`}</div>
${backToGate(at, w.over, language)}`,
  };
}
