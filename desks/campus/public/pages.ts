import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { readCode, secretLength } from '@liangbuwu/office/public/code.ts';
import { lineField } from '@liangbuwu/office/public/form.ts';
import { type Html, html } from '@liangbuwu/office/public/html.ts';
import { inLanguage, type PageLanguage, sentTo } from '@liangbuwu/office/public/language.ts';
import { moments } from '@liangbuwu/office/public/moments.ts';
import { leadTo, type PublicPage, publicPage, type Shown } from '@liangbuwu/office/public/page.ts';
import { hashOf } from '@liangbuwu/office/public/secret.ts';
import { z } from 'zod';
import { listTold, type Told } from '../batches/batch-store.ts';
import { enterCare } from '../care/care-store.ts';
import type { BroadcastItem } from '../care/programme.ts';
import { programmePart } from '../care/programme-part.ts';
import { listToday } from '../care/programme-store.ts';
import { openHome } from '../home/at-home.ts';
import { questionWords } from '../questions/question-words.ts';
import { getSchool } from '../schools/school-store.ts';
import { findOpenZone } from '../zone/zone-store.ts';
import { atSchool, codeParams } from './enter.ts';
import { questionPages } from './question-pages.ts';
import { receiptPages } from './receipt-pages.ts';
import { campusWords } from './words.ts';
import { zoneWords } from './zone-words.ts';

/** The pages for parents: what a school announces, by the code on its poster. The first one leads to a family's own page and to a request's as well. */
export const schoolPages = (services: { keys: ResponseKeys; newId(): string }): PublicPage[] => [
  publicPage({
    method: 'GET',
    path: '/p/campus',
    show: async (_, { language }) => firstPage(false, language),
  }),

  // A secret that is typed stands in no address of a form.
  publicPage({
    method: 'POST',
    path: '/p/campus',
    asks: true,
    form: z.strictObject({ code: z.string().max(60).optional() }),
    async show({ form }, deed) {
      const typed = form.code ?? '';
      const code = readCode(typed);
      if (code) return leadTo(`/p/campus/${code}`, deed.language);
      const own = readCode(typed, secretLength);
      if (!own) return firstPage(true, deed.language);
      if (await enterCare(deed.tx, hashOf(own)))
        return leadTo(`/p/campus/care/${own}`, deed.language);
      const { secret } = await openHome(deed.tx, typed);
      return leadTo(`/p/campus/home/${secret}`, deed.language);
    },
  }),

  publicPage({
    method: 'GET',
    path: '/p/campus/:code',
    params: codeParams,
    async show({ params }, { tx, clock, language }) {
      const { code, school } = await atSchool(tx, params.code);
      const { name } = await getSchool(tx, school);
      const told = await listTold(tx, school);
      const items = await listToday(tx, clock, school);
      const takesIn = (await findOpenZone(tx, school)) !== undefined;
      return schoolPage({ code, name, told, takesIn, items }, language);
    },
  }),

  ...receiptPages(services),
  ...questionPages(services),
];

function firstPage(wrong: boolean, language: PageLanguage): Shown {
  const w = campusWords[language];
  return {
    title: w.firstTitle,
    path: '/p/campus',
    common: !wrong,
    body: html`<h1>${w.firstTitle}</h1>
${wrong ? html`<div class="box warn"><p>${w.noCode}</p></div>` : html`<p>${w.firstLead}</p>`}
<form method="post" action="${sentTo('/p/campus', language)}">
${lineField({ name: 'code', label: w.typeCode, hint: w.typeCodeHint }, { most: 30, required: true, complete: 'off' })}
<button>${w.open}</button></form>`,
  };
}

function schoolPage(
  of: {
    code: string;
    name: string;
    told: readonly Told[];
    takesIn: boolean;
    items: readonly BroadcastItem[];
  },
  language: PageLanguage,
): Shown {
  const { code, name, told } = of;
  const w = campusWords[language];
  const batches = [...new Set(told.map(({ batch }) => batch))];
  return {
    title: w.title(name),
    path: `/p/campus/${code}`,
    common: true,
    body: html`<h1>${w.title(name)}</h1>
${told.length === 0 ? html`<div class="box"><p>${w.none}</p></div>` : html`<p class="note">${w.keep}</p>`}
${batches.map((batch) =>
  batchPart(
    code,
    told.filter((one) => one.batch === batch),
    language,
  ),
)}
<a class="button plain" href="${inLanguage(`/p/campus/${code}/questions`, language)}">${questionWords[language].open}</a>
${programmePart({ school: name, items: of.items }, language)}
${of.takesIn && html`<a class="button plain" href="${inLanguage(`/p/campus/${code}/zone`, language)}">${zoneWords[language].toZone}</a>`}`,
  };
}

/** What holds of a batch, and below it what was said before. */
function batchPart(
  code: string,
  [latest, ...earlier]: readonly Told[],
  language: PageLanguage,
): Html {
  if (!latest) return html``;
  const w = campusWords[language];
  const at = moments(language).moment(latest.at, latest.zone);
  return html`${saidWords(latest, language)}
<p class="note">${latest.number > 1 ? w.corrected(at) : w.saidAt(at)}</p>
<a class="button plain" href="${inLanguage(`/p/campus/${code}/read/${latest.id}`, language)}">${w.read}</a>
${
  earlier.length > 0 &&
  html`<details><summary>${w.earlier}</summary>${earlier.map((one) => paragraphs(one.words[language].split('\n\n')))}</details>`
}`;
}

/** The first line is its heading; what stands in 【】 or ends with a colon heads its part. */
function saidWords({ words }: Told, language: PageLanguage): Html {
  const [head = '', ...parts] = words[language].split('\n\n');
  return html`<h2>${head}</h2>${paragraphs(parts)}`;
}

const paragraphs = (parts: readonly string[]): Html =>
  html`${parts.map((part) => {
    const [first = '', ...lines] = part.split('\n');
    if (lines.length === 0) return html`<p>${first}</p>`;
    return html`<p><strong>${first}</strong></p><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
  })}`;
