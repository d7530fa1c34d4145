import { html } from '@liangbuwu/office/public/html.ts';
import { inLanguage, type PageLanguage } from '@liangbuwu/office/public/language.ts';
import type { Shown } from '@liangbuwu/office/public/page.ts';
import type { Receipt } from '../requests/ask.ts';
import { backTo } from './ask-page.ts';
import type { OpenPoint } from './request-pages.ts';
import { requestWords } from './request-words.ts';
import { aboutLine, answerLine, numberSaid, openLine } from './state-page.ts';

/** What somebody takes home: the number, what to say with it, and by when there is an answer. */
export function receiptPage(
  at: OpenPoint,
  { request, person }: Receipt,
  language: PageLanguage,
): Shown {
  const w = requestWords[language];
  const { code, point } = at;
  return {
    title: `${w.received} · ${point.name}`,
    body: html`<h1>${w.received}</h1>
<p class="where">${point.name}</p>
<div class="box"><p>${openLine(request, language)}</p>
${aboutLine(at, request, language)}
<p>${w.number}</p><p class="big">${numberSaid(request, w)}</p>
${
  person.code === null
    ? html`<p>${w.keepPhone}</p>`
    : html`<p class="big">${w.keepCode(person.code)}</p><p>${w.keepCodeHint}</p>`
}</div>
${answerLine(at, request, language)}
<p><a class="button" href="${inLanguage(`/p/${code}/requests`, language)}">${w.look}</a></p>
${backTo(code, w, language)}`,
  };
}
