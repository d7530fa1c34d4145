import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { hidden, lineField } from '@liangbuwu/office/public/form.ts';
import { type Html, html } from '@liangbuwu/office/public/html.ts';
import { inLanguage, type PageLanguage } from '@liangbuwu/office/public/language.ts';
import type { PageDeed, Shown } from '@liangbuwu/office/public/page.ts';
import { dayOf } from '../day-of.ts';
import { answerSum } from '../requests/answer-words.ts';
import { openWords } from '../requests/person.ts';
import { readNumber, type WaterRequest } from '../requests/request.ts';
import { type HeldRequest, listSealedWords } from '../requests/request-store.ts';
import { waitsFor } from '../requests/rules.ts';
import { backTo } from './ask-page.ts';
import type { OpenPoint } from './request-pages.ts';
import { type RequestWords, requestWords } from './request-words.ts';
import { written } from './words.ts';

export function lookUpForm({ code, point }: OpenPoint, language: PageLanguage): Shown {
  const w = requestWords[language];
  return {
    title: `${w.look} · ${point.name}`,
    path: `/p/${code}/requests`,
    body: html`<h1>${w.look}</h1>
<p class="where">${point.name}</p>
<form method="post" action="${inLanguage(`/p/${code}/requests`, language)}">
${lineField({ name: 'number', label: w.number, hint: w.numberHint }, { most: 20, required: true, complete: 'off' })}
${lineField({ name: 'figures', label: w.figures, hint: w.figuresHint }, { mode: 'numeric', most: 4, required: true, complete: 'off' })}
<button>${w.lookUp}</button></form>
${backTo(code, w, language)}`,
  };
}

interface Own {
  keys: ResponseKeys;
  request: HeldRequest;
  /** What it was looked up by; needed again to take it back. */
  own: { number: string; figures: string };
  /** The id of the step that taking it back would be. */
  step: string;
}

/** One request as whoever asked sees it: what was promised, and what proves that it was kept. Nothing of who asked. */
export async function statePage(
  at: OpenPoint,
  { keys, request, own, step }: Own,
  { tx, language }: PageDeed,
): Promise<Shown> {
  const w = requestWords[language];
  const sealed = await listSealedWords(tx, request.id);
  const words = new Map(
    [...sealed].map(([id, text]) => [id, openWords(keys, { ...request, id }, text)]),
  );
  const { code } = at;
  return {
    title: w.stateTitle,
    body: html`<h1>${w.number} ${numberSaid(request, w)}</h1>
<p class="where">${request.pointName}</p>
<p>${openLine(request, language)}</p>
${aboutLine(at, request, language)}
<div class="box${request.state === 'done' || request.state === 'promised' ? '' : ' warn'}"><p class="big">${w.state[request.state]}</p>
${nowLine(at, request, language)}</div>
${request.state === 'open' && answerLine(at, request, language)}
${history(at, request, words, language)}
${
  waitsFor(request.state) &&
  html`<form method="post" action="${inLanguage(`/p/${code}/withdraw`, language)}">${hidden('id', step)}${hidden('number', own.number)}${hidden('figures', own.figures)}
<button class="plain">${w.withdraw}</button></form>`
}
${backTo(code, w, language)}`,
  };
}

/** 10日3号, as it is said. */
export function numberSaid({ number }: WaterRequest, w: RequestWords): string {
  const read = readNumber(number);
  return read ? w.numberSaid(read.dayOfMonth, read.seq) : number;
}

/** What was asked for, in one line. */
export function openLine({ kind, litres }: WaterRequest, language: PageLanguage): string {
  const w = requestWords[language];
  const f = written(language);
  const figure =
    litres === null ? '' : kind === 'less' ? w.cameLitres(f.litres(litres)) : f.litres(litres);
  return [w.kind[kind], figure].filter((part) => part !== '').join(' · ');
}

/** Which delivery a complaint is about. */
export function aboutLine(
  { day }: OpenPoint,
  { about }: WaterRequest,
  language: PageLanguage,
): Html | null {
  if (!about) return null;
  const f = written(language);
  const time = f.between(about.dueFrom, about.dueTo, day.response.zone);
  return html`<p>${requestWords[language].about(time, about.giverName, f.litres(about.quantity))}</p>`;
}

/** By when there is an answer, with the sum that this comes from. */
export function answerLine(
  { day }: OpenPoint,
  request: WaterRequest,
  language: PageLanguage,
): Html {
  const w = requestWords[language];
  const moment = written(language).moment(request.answerBy, day.response.zone);
  const asked = dayOf(day.response, request.day).secondOf(request.asked);
  return html`<p><strong>${request.kind === 'door' ? w.answerBy(moment) : w.answerByComplaint(moment)}</strong></p>
<p class="note">${answerSum(asked, day.desk)[language]}</p>`;
}

function nowLine({ day }: OpenPoint, request: WaterRequest, language: PageLanguage): Html | null {
  const w = requestWords[language];
  if (request.state === 'not-at-home') return html`<p>${w.again}</p>`;
  const last = request.steps.at(-1);
  if (request.state === 'done' && last && last.litres !== null)
    return html`<p><strong>${w.brought(written(language).litres(last.litres))}</strong></p>`;
  if (request.state !== 'promised' || !request.promisedFrom || !request.promisedTo) return null;
  return html`<p><strong>${w.promisedFor(written(language).between(request.promisedFrom, request.promisedTo, day.response.zone))}</strong></p>`;
}

function history(
  { day }: OpenPoint,
  request: WaterRequest,
  words: ReadonlyMap<string, string>,
  language: PageLanguage,
): Html {
  const w = requestWords[language];
  const f = written(language);
  const { zone } = day.response;
  return html`<h2>${w.history}</h2>
<ol><li><strong>${w.asked}</strong>${f.moment(request.asked, zone)}</li>${request.steps.map(
    (one) => html`<li><strong>${w.state[one.event]}</strong>${f.moment(one.at, zone)}
${one.from !== null && one.to !== null && html`<p>${w.promisedFor(f.between(one.from, one.to, zone))}</p>`}
${one.litres !== null && html`<p>${w.brought(f.litres(one.litres))}</p>`}
${words.has(one.id) && html`<p>${words.get(one.id)}</p>`}</li>`,
  )}</ol>`;
}
