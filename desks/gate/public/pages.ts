import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { readCode, secretLength } from '@liangbuwu/office/public/code.ts';
import { lineField } from '@liangbuwu/office/public/form.ts';
import { html } from '@liangbuwu/office/public/html.ts';
import { type PageLanguage, sentTo } from '@liangbuwu/office/public/language.ts';
import { leadTo, type PublicPage, publicPage, type Shown } from '@liangbuwu/office/public/page.ts';
import { z } from 'zod';
import { noSuchPage } from '../own/own-rules.ts';
import type { GateServices } from '../server.ts';
import { findOwnPage } from './enter.ts';
import { homePages } from './home-pages.ts';
import { mayIPages } from './may-i-pages.ts';
import { ownPages } from './own-pages.ts';
import { gateWords } from './words.ts';

/** Every page of the gate desk that anybody may open. */
export const gatePages = (services: GateServices): PublicPage[] => [
  publicPage({
    method: 'GET',
    path: '/p/gate',
    show: async (_, { language }) => firstPage(false, language),
  }),

  // A secret that is typed stands in no address of a form.
  publicPage({
    method: 'POST',
    path: '/p/gate',
    asks: true,
    form: z.strictObject({ code: z.string().max(60).optional() }),
    async show({ form }, { tx, language }) {
      const typed = form.code ?? '';
      const poster = readCode(typed);
      const own = poster ? undefined : await findOwnPage(tx, typed, 'own');
      const home = poster || own ? undefined : await findOwnPage(tx, typed, 'home');
      const found = poster ?? (own && `own/${own.secret}`) ?? (home && `home/${home.secret}`);
      if (found) return leadTo(`/p/gate/${found}`, language);
      if (readCode(typed, secretLength)) throw refuse(noSuchPage, undefined);
      return firstPage(true, language);
    },
  }),

  ...mayIPages(services),
  ...ownPages(services),
  ...homePages(services),
];

function firstPage(wrong: boolean, language: PageLanguage): Shown {
  const w = gateWords[language];
  return {
    title: w.firstTitle,
    path: '/p/gate',
    common: !wrong,
    body: html`<h1>${w.firstTitle}</h1>
${wrong ? html`<div class="box warn"><p>${w.noCode}</p></div>` : html`<p>${w.firstLead}</p>`}
<form method="post" action="${sentTo('/p/gate', language)}">
${lineField({ name: 'code', label: w.typeCode, hint: w.typeCodeHint }, { most: 30, required: true, complete: 'off' })}
<button>${w.open}</button></form>`,
  };
}
