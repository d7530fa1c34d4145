import { writtenCode } from '@liangbuwu/office/public/code.ts';
import { choices, hidden, lineField, textField, tick } from '@liangbuwu/office/public/form.ts';
import { type Html, html } from '@liangbuwu/office/public/html.ts';
import { inLanguage, type PageLanguage, sentTo } from '@liangbuwu/office/public/language.ts';
import { moments } from '@liangbuwu/office/public/moments.ts';
import type { Shown } from '@liangbuwu/office/public/page.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import type { Home } from '../home/at-home.ts';
import { type Appointment, type CareState, type HelpLine, Talker } from './care.ts';
import { isLate } from './care-rules.ts';
import { carePageWords } from './care-words.ts';
import { touchWithin } from './settings.ts';

/** What to do when it cannot wait, with the numbers that the school entered, and none that it did not. */
function urgentPart(
  schools: readonly { name: string; lines: readonly HelpLine[] }[],
  language: PageLanguage,
): Html {
  const w = carePageWords[language];
  const several = schools.length > 1;
  const lines = schools.flatMap(({ name, lines: of }) =>
    of.map((one) => ({ ...one, name: several ? `${name} ${one.name}` : one.name })),
  );
  return html`<div class="box bad"><p><strong>${w.urgentTitle}</strong></p><p>${w.urgentLead}</p>
${lines.length === 0 ? html`<p>${w.noLines}</p>` : html`<ul>${lines.map(({ name, number }) => html`<li>${name} <a href="tel:${number.replace(/[^+\d]/g, '')}">${number}</a></li>`)}</ul>`}</div>`;
}

/** The form of a family: for whichever child’s school takes requests. It is the same whoever asked before. */
export function careForm(
  home: Home,
  of: {
    form: string;
    /** Schools that take requests, with what they entered. */
    open: ReadonlyMap<string, readonly HelpLine[]>;
  },
  language: PageLanguage,
): Shown {
  const w = carePageWords[language];
  const path = `/p/campus/home/${home.secret}/care`;
  const within = home.children.filter(({ place }) => of.open.has(place.school));
  const children = within.filter(({ said }) => said.withheld === null);
  const schools = new Map(within.map(({ place }) => [place.school, place.schoolName]));
  const lines = [...schools].map(([id, name]) => ({ name, lines: of.open.get(id) ?? [] }));
  const form = html`<p>${w.lead} ${w.promise(touchWithin.usual)}</p>
<form method="post" action="${sentTo(path, language)}">${hidden('id', of.form)}
${choices(
  'member',
  w.child,
  children.map(({ member, name, place }) => ({
    value: member.id,
    words: `${name} · ${place.schoolName} ${place.areaName}`,
  })),
)}
${choices(
  'talks',
  w.talks,
  Talker.options.map((value) => ({ value, words: w.talkers[value] })),
)}
${lineField({ name: 'reach', label: w.reach, hint: w.reachHint }, { most: 80, required: true, complete: 'off' })}
${lineField({ name: 'suits', label: w.suits, hint: w.optional }, { most: 80, complete: 'off' })}
${textField({ name: 'words', label: w.words, hint: w.optional }, 500)}
${tick('urgent', 'yes', w.urgent(touchWithin.urgent))}
<button>${w.send}</button></form>`;
  const why = within.length === 0 ? w.notOpen : w.consent;
  return {
    title: w.title,
    form: true,
    path,
    body: html`<h1>${w.title}</h1>
${urgentPart(lines, language)}
${children.length === 0 ? html`<p>${why}</p>` : form}
<p class="back"><a href="${inLanguage(`/p/campus/home/${home.secret}`, language)}">${w.back}</a></p>`,
  };
}

/** How a request stands, to whoever has its secret: nothing of what was said, and nobody’s name. */
export function carePage(
  of: {
    secret: string;
    school: string;
    state: CareState;
    due: string;
    appointment: Appointment | null;
    lines: readonly HelpLine[];
    response: Response;
  },
  language: PageLanguage,
): Shown {
  const w = carePageWords[language];
  const { moment } = moments(language);
  const { state, due, appointment, response } = of;
  const late = isLate(of, response.now);
  return {
    title: w.own,
    path: `/p/campus/care/${of.secret}`,
    body: html`<h1>${w.own} · ${of.school}</h1>
<div class="box${late && ' warn'}"><p class="big">${w.state[state]}</p>
${appointment && html`<p>${w.at(moment(appointment.at, response.zone), appointment.place)}</p>`}
${state === 'asked' && html`<p>${late ? w.late : w.by(moment(due, response.zone))}</p>`}</div>
${state === 'closed' && html`<p>${w.again}</p>`}
<div class="keep"><p>${w.keep}</p><p class="big code">${writtenCode(of.secret)}</p></div>
<p class="note">${w.noWords}</p>
${urgentPart([{ name: of.school, lines: of.lines }], language)}`,
  };
}
