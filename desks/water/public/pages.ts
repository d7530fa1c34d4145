import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { html } from '@liangbuwu/office/public/html.ts';
import { inLanguage } from '@liangbuwu/office/public/language.ts';
import { type PageDeed, type PublicPage, publicPage } from '@liangbuwu/office/public/page.ts';
import { z } from 'zod';
import { readCode } from './point-code.ts';
import { pointPage } from './point-page.ts';
import { type EnteredPoint, enterPoint } from './point-store.ts';
import { type PublicPoint, readPoint } from './read-point.ts';
import { noSuchPoint } from './refusals.ts';
import { pointWords } from './words.ts';

export const codeParams = z.strictObject({ code: z.string().max(40) });

/** Comes in by a point's code; who has none, an old one or a wrong one is told the same. */
export async function enter(
  { tx, clock }: PageDeed,
  typed: string,
): Promise<{ code: string; entered: EnteredPoint; point: PublicPoint }> {
  const code = readCode(typed);
  const entered = code && (await enterPoint(tx, code));
  const point = entered && (await readPoint(tx, entered, clock));
  if (!point) throw refuse(noSuchPoint, undefined);
  return { code, entered, point };
}

/** Every page of the water desk that anybody may open. */
export const waterPages = (): PublicPage[] => [
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
