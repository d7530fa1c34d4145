import { hidden, lineField, textField } from '@liangbuwu/office/public/form.ts';
import { type Html, html } from '@liangbuwu/office/public/html.ts';
import { inLanguage, type PageLanguage, sentTo } from '@liangbuwu/office/public/language.ts';
import type { Shown } from '@liangbuwu/office/public/page.ts';
import type { OpenPoint } from './request-pages.ts';
import { type RequestWords, requestWords } from './request-words.ts';

/** Water to the door. `id` is the form's own: sent twice it is one request. */
export function askForm({ code, point }: OpenPoint, id: string, language: PageLanguage): Shown {
  const w = requestWords[language];
  return {
    title: `${w.ask} · ${point.name}`,
    path: `/p/${code}/ask`,
    form: true,
    body: html`<h1>${w.ask}</h1>
<p class="where">${point.name}</p>
<p>${w.askLead}</p>
<form method="post" action="${sentTo(`/p/${code}/ask`, language)}">${hidden('id', id)}
${lineField({ name: 'litres', label: w.litres, hint: w.litresHint }, { mode: 'numeric', most: 4, required: true })}
${lineField({ name: 'address', label: w.address, hint: w.addressHint }, { most: 200, required: true, complete: 'street-address' })}
${personFields(w)}
<button>${w.send}</button></form>
${backTo(code, w, language)}`,
  };
}

/** How to reach whoever asks; all of it may be left out. */
export const personFields = (w: RequestWords): Html => html`
${lineField({ name: 'phone', label: w.phone, hint: w.phoneHint }, { mode: 'tel', most: 20, complete: 'tel' })}
${lineField({ name: 'name', label: w.name, hint: w.optional }, { most: 40, complete: 'name' })}
${textField({ name: 'note', label: w.note, hint: w.noteHint }, 300)}
<p class="note">${w.private}</p>`;

export const backTo = (code: string, w: RequestWords, language: PageLanguage): Html =>
  html`<p class="back"><a href="${inLanguage(`/p/${code}`, language)}">${w.back}</a></p>`;
