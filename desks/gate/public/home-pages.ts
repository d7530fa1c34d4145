import { id, text } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { hidden, textField } from '@liangbuwu/office/public/form.ts';
import { type Html, html } from '@liangbuwu/office/public/html.ts';
import { type PageLanguage, sentTo } from '@liangbuwu/office/public/language.ts';
import { moments } from '@liangbuwu/office/public/moments.ts';
import { leadTo, type PublicPage, publicPage, type Shown } from '@liangbuwu/office/public/page.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { getResponse } from '@liangbuwu/office/responses/store.ts';
import { z } from 'zod';
import { HomeSaying } from '../home/home.ts';
import { openPhone } from '../home/home-seal.ts';
import { findLink } from '../home/home-store.ts';
import { sayToday } from '../home/say-day.ts';
import type { MonitoredDay, Returnee } from '../returnees/returnee.ts';
import { getReturnee } from '../returnees/returnee-store.ts';
import { viewReturnee } from '../returnees/view-returnees.ts';
import type { GateServices } from '../server.ts';
import { atOwn, secretParams } from './enter.ts';
import { ownWords } from './own-words.ts';

/** The days of who came home, for the household: what the official says, and what they say. */
export const homePages = ({ keys, newId }: GateServices): PublicPage[] => [
  publicPage({
    method: 'GET',
    path: '/p/gate/home/:secret',
    params: secretParams,
    async show({ params }, deed) {
      const { tx, clock, language } = deed;
      const own = await atOwn(deed, params.secret, 'home');
      const row = await getReturnee(tx, own.id);
      const response = await getResponse(tx, row.response, clock);
      const returnee = await viewReturnee(tx, keys, own.tenant, response, row.id);
      const link = await findLink(tx, row.id);
      const of = { tenant: own.tenant, response: row.response };
      const phone = link ? openPhone(keys, of, row, link.sealed) : null;
      return homePage({ secret: own.secret, form: newId(), returnee, response, phone }, language);
    },
  }),

  publicPage({
    method: 'POST',
    path: '/p/gate/home/:secret/say',
    params: secretParams,
    form: z.strictObject({ id, said: HomeSaying, words: text(200).optional() }),
    words: { words: say('要说的话', 'In your words'), said: say('今天怎样', 'How it was') },
    async show({ params, form }, deed) {
      const own = await atOwn(deed, params.secret, 'home');
      const said = { id: form.id, said: form.said, words: form.words ?? null };
      await sayToday(deed, { tenant: own.tenant, returnee: own.id, keys }, said);
      return leadTo(`/p/gate/home/${own.secret}`, deed.language);
    },
  }),
];

interface Home {
  secret: string;
  form: string;
  returnee: Returnee;
  response: Response;
  phone: string | null;
}

function homePage(home: Home, language: PageLanguage): Shown {
  const { secret, returnee, response, phone } = home;
  const w = ownWords[language];
  const f = moments(language);
  const { releasedAt, releaseOn } = returnee;
  const path = `/p/gate/home/${secret}`;
  const end = releasedAt
    ? w.released(f.moment(releasedAt, response.zone))
    : releaseOn && w.releaseOn(f.day(releaseOn));
  return {
    title: w.home,
    path,
    body: html`<h1>${w.home}</h1>
<p class="where">${returnee.areaName} · ${returnee.holder.name} ${returnee.holder.lastFour}</p>
<div class="box"><p class="big">${end}</p><p>${w.homeLead(returnee.official.name)}</p>
${phone !== null && html`<p><strong><a href="tel:${phone.replaceAll(/[^\d+]/g, '')}">${w.call(phone)}</a></strong></p>`}</div>
${todayPart(home, language)}
<h2>${w.days}</h2>
<ul>${returnee.days.map((day) => dayLine(day, response, language))}</ul>`,
  };
}

function todayPart({ secret, form, returnee, response }: Home, language: PageLanguage): Html {
  const w = ownWords[language];
  const f = moments(language);
  const today = returnee.days.find(({ day }) => day === response.today);
  const title = html`<h2>${w.today} · ${f.day(response.today)}</h2>`;
  if (!today || returnee.state !== 'home') return html`${title}<p>${w.todayNone}</p>`;
  const { household } = today;
  return html`${title}
${
  household &&
  html`<div class="box${household.said !== 'visited' && ' warn'}"><p><strong>${w.saidNow(w.saying[household.said], f.moment(household.at, response.zone))}</strong></p>
${household.words !== null && html`<p>${household.words}</p>`}<p>${w.mayChange}</p></div>`
}
<form method="post" action="${sentTo(`/p/gate/home/${secret}/say`, language)}">${hidden('id', form)}
${textField({ name: 'words', label: w.homeWords, hint: w.homeWordsHint }, 200)}
${HomeSaying.options.map(
  (said) =>
    html`<button name="said" value="${said}"${said !== 'visited' && html` class="plain"`}>${w.saying[said]}</button>`,
)}</form>
<p class="note">${w.urgent}</p>`;
}

/** Both sides of one day. */
function dayLine(
  { day, state, doneAt, household }: MonitoredDay,
  { zone }: Response,
  language: PageLanguage,
): Html {
  const w = ownWords[language];
  const f = moments(language);
  const colon = language === 'en' ? ': ' : '：';
  const done = doneAt === null ? '' : ` ${f.moment(doneAt, zone)}`;
  return html`<li><strong>${f.day(day)}</strong><p>${w.officialSays}${colon}${w.day[state]}${done}</p>
${
  (state !== 'to-come' || household) &&
  html`<p>${w.youSay}${colon}${household ? w.saying[household.said] : w.nothingSaid}</p>`
}</li>`;
}
