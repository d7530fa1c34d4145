import { choices, hidden, lineField } from '@liangbuwu/office/public/form.ts';
import { html } from '@liangbuwu/office/public/html.ts';
import { type PageLanguage, sentTo } from '@liangbuwu/office/public/language.ts';
import type { Shown } from '@liangbuwu/office/public/page.ts';
import { backTo, personFields } from './ask-page.ts';
import type { PublicDay, PublicDelivery } from './read-point.ts';
import type { OpenPoint } from './request-pages.ts';
import { requestWords } from './request-words.ts';
import { written } from './words.ts';

/** Its time has begun: now it can be missed. */
export const isDue = ({ day, from }: PublicDelivery, { today, now }: PublicDay): boolean =>
  day < today || (day === today && from <= now);

/** That a delivery did not come, or brought less. The newest stands first. */
export function answerForm(
  { code, point, day }: OpenPoint,
  id: string,
  language: PageLanguage,
): Shown {
  const w = requestWords[language];
  const f = written(language);
  const due = day.deliveries.filter((one) => isDue(one, day)).reverse();
  const form = html`<form method="post" action="${sentTo(`/p/${code}/answer`, language)}">${hidden('id', id)}
${choices(
  'about',
  w.which,
  due.map((one) => ({
    value: one.promise,
    words: w.about(
      `${f.day(one.day)} ${f.span(one.from, one.to)}`,
      one.giver,
      f.litres(one.litres),
    ),
  })),
)}
${choices('kind', w.what, [
  { value: 'did-not-come', words: w.didNotCome },
  { value: 'less', words: w.less },
])}
${lineField({ name: 'litres', label: w.came, hint: w.cameHint }, { mode: 'numeric', most: 4 })}
${personFields(w)}
<button>${w.send}</button></form>`;
  return {
    title: `${w.answer} · ${point.name}`,
    path: `/p/${code}/answer`,
    form: true,
    body: html`<h1>${w.answer}</h1>
<p class="where">${point.name}</p>
<p>${w.answerLead}</p>
${due.length > 0 ? form : html`<div class="box"><p>${w.whichNone}</p></div>`}
${backTo(code, w, language)}`,
  };
}
