import { readCode } from '@liangbuwu/office/public/code.ts';
import { html } from '@liangbuwu/office/public/html.ts';
import { inLanguage } from '@liangbuwu/office/public/language.ts';
import { type PublicPage, publicPage } from '@liangbuwu/office/public/page.ts';
import { z } from 'zod';
import { codeParams, enter } from './enter.ts';
import { pointPage } from './point-page.ts';
import { type RequestPageServices, requestPages } from './request-pages.ts';
import { pointWords } from './words.ts';

/** Every page of the water desk that anybody may open. */
export const waterPages = (services: RequestPageServices): PublicPage[] => [
  ...requestPages(services),

  publicPage({
    method: 'GET',
    path: '/p',
    query: z.strictObject({ code: z.string().max(40).optional() }),
    async show({ query }, { language }) {
      const w = pointWords[language];
      const code = query.code && (readCode(query.code) ?? 'none');
      return {
        title: w.whichPoint,
        path: '/p',
        ...(code ? { elsewhere: inLanguage(`/p/${code}`, language) } : {}),
        body: html`<h1>${w.whichPoint}</h1>
<p>${w.whichLead}</p>
<form action="/p"><input type="hidden" name="lang" value="${language}">
<label for="code">${w.typeCode}<small>${w.typeCodeHint}</small></label>
<input id="code" name="code" required maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false">
<button>${w.open}</button></form>`,
      };
    },
  }),

  publicPage({
    method: 'GET',
    path: '/p/:code',
    params: codeParams,
    async show({ params }, deed) {
      const { code, point } = await enter(deed, params.code);
      return pointPage(point, code, deed.language);
    },
  }),
];
