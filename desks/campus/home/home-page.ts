import { choices, hidden, lineField } from '@liangbuwu/office/public/form.ts';
import { type Html, html } from '@liangbuwu/office/public/html.ts';
import { inLanguage, type PageLanguage, sentTo } from '@liangbuwu/office/public/language.ts';
import { moments } from '@liangbuwu/office/public/moments.ts';
import type { Shown } from '@liangbuwu/office/public/page.ts';
import { carePageWords } from '../care/care-words.ts';
import { programmePart } from '../care/programme-part.ts';
import type { Child, Home } from './at-home.ts';
import { cardPart } from './card-part.ts';
import { reportForm } from './home-form.ts';
import { homeWords } from './home-words.ts';
import { lessonsPart } from './lessons-part.ts';
import { questionsPart } from './own-questions.ts';
import { passPart } from './pass-part.ts';
import type { Fault, Typed } from './read-report.ts';

/** The form's own id and the moment that it speaks of: sent twice it is one report. */
export const carried = ({ response }: Home, form: string): Html =>
  html`${hidden('id', form)}${hidden('at', response.now)}`;

const pathOf = ({ secret }: Home) => `/p/campus/home/${secret}`;

/** Every child of the family: the answer with its reason, what to do, when again; and the one form for all of them. */
export function homePage(
  home: Home,
  of: { form: string; typed?: Typed; faults?: readonly Fault[] },
  language: PageLanguage,
): Shown {
  const w = homeWords[language];
  const { children } = home;
  const needed = children.filter(({ said }) => !said.consented);
  const faults = of.faults ?? [];
  const asks = children.some(({ asked }) => asked.length > 0);
  const reported = children.some(({ said }) => said.report !== null);
  const form = reportForm(home, { ...of, faults, typed: of.typed ?? {} }, language);
  const body =
    needed.length > 0
      ? consentPart(home, needed, of.form, language)
      : html`${
          asks
            ? html`<h2>${w.report}</h2>
${
  reported &&
  html`<form method="post" action="${sentTo(`${pathOf(home)}/same`, language)}">${carried(home, of.form)}
<button>${w.same}</button></form><p class="note">${w.sameNote}</p>`
}
${reported && faults.length === 0 ? html`<details><summary>${w.changed}</summary>${form}</details>` : form}`
            : html`<p>${w.nothing}</p>`
        }
${withdrawPart(home, of.form, language)}`;
  return {
    title: w.title,
    // A form that was sent is not sent again for another language.
    ...(of.typed === undefined && { path: pathOf(home) }),
    body: html`<h1>${w.title}</h1>
${children.map((child) => childPart(child, home, language))}
${body}
${lessonsPart(home, of.form, language)}
${questionsPart(home, language)}
${home.counsels && html`<a class="button plain" href="${inLanguage(`${pathOf(home)}/care`, language)}">${carePageWords[language].toAsk}</a>`}
${home.programmes.map((one) => programmePart(one, language))}
<p class="note">${w.private}</p>`,
  };
}

function childPart(child: Child, home: Home, language: PageLanguage): Html {
  const { response } = home;
  const { zone } = response;
  const w = homeWords[language];
  const f = moments(language);
  const { name, place, answer, said } = child;
  const { state, outcome, why, ask, arrival, arrivalKnown, todo, again, changes } = answer;
  const where = `${place.schoolName} ${place.class?.name ?? ''}`.trim();
  const when = f.moment(arrival, zone);
  const until = said.report?.value.atHome === true && said.report.value.atHomeUntil;
  const level = state === 'may-return' || state === 'free' ? '' : ' warn';
  return html`<h2>${name} · ${where}</h2>
${!arrivalKnown && state !== 'free' && html`<p class="where">${w.notSet(when)}</p>`}
${arrivalKnown && state !== 'may-return' && state !== 'free' && html`<p class="where">${w.asOf(when)}</p>`}
<div class="box${level}"><p class="big">${state === 'not-now' && outcome ? outcome[language] : w.state[state](arrivalKnown ? when : null)}</p>
${why && html`<p>${why[language]}</p>`}
${ask.length > 0 && html`<p>${w.lacks(ask.map((one) => one[language]).join(language === 'en' ? ', ' : '、'))}</p>`}</div>
${passPart(child, response, language)}
${todo && html`<p><strong>${w.todo}</strong><br>${todo[language]}</p>`}
${
  state === 'not-now' &&
  html`<p><strong>${w.again}</strong><br>${again ? again[language] : w.againAny}</p>${until && html`<p>${w.until(f.day(until))}</p>`}`
}
${changes.length > 0 && html`<details><summary>${w.change}</summary><ul>${changes.map((one) => html`<li>${one[language]}</li>`)}</ul></details>`}
${rulePart(child, zone, language)}
${said.report && html`<p class="note">${w.reportedAt(f.moment(said.report.recorded, zone))}</p>`}
${cardPart(child, home, language)}`;
}

function rulePart({ answer }: Child, zone: string, language: PageLanguage): Html | false {
  const { rule, row, state } = answer;
  if (!rule) return false;
  const w = homeWords[language];
  const { moment } = moments(language);
  const from = moment(rule.from, zone);
  const decided = state === 'may-return' || state === 'not-now' ? row : null;
  return html`<details><summary>${w.rule}</summary>
<p>${w.version(rule.name[language], rule.number, decided)}</p>
${rule.invented && html`<p class="note">${w.invented}</p>`}
<dl>${rule.issuer && html`<dt>${w.issuer}</dt><dd>${rule.issuer[language]}</dd>`}
${rule.document && html`<dt>${w.document}</dt><dd>${rule.document[language]}</dd>`}
<dt>${w.holds}</dt><dd>${rule.until === null ? w.from(from) : w.fromTo(from, moment(rule.until, zone))}</dd>
${rule.appeal && html`<dt>${w.appeal}</dt><dd>${rule.appeal[language]}</dd>`}</dl></details>`;
}

function consentPart(
  home: Home,
  needed: readonly Child[],
  form: string,
  language: PageLanguage,
): Html {
  const w = homeWords[language];
  const refused = needed.some(({ said }) => said.withheld === 'consent-withdrawn');
  const relations = (['father', 'mother', 'grandparent', 'other'] as const).map((value) => ({
    value,
    words: w.relations[value],
  }));
  return html`<h2>${w.consentTitle}</h2>
${refused && html`<div class="box warn"><p>${w.consentWithdrawn}</p></div>`}
<p>${w.consentLead}</p>
<form method="post" action="${sentTo(`${pathOf(home)}/consent`, language)}">${carried(home, form)}
${lineField({ name: 'guardian', label: w.guardian }, { most: 60, required: true, complete: 'name' })}
${choices('relation', w.relation, relations)}
<button name="agree" value="yes">${w.agree}</button>
${!refused && html`<button class="plain" name="agree" value="no">${w.refuse}</button>`}</form>
<p class="note">${w.refuseNote}</p>`;
}

function withdrawPart(home: Home, form: string, language: PageLanguage): Html {
  const w = homeWords[language];
  return html`<details><summary>${w.withdraw}</summary><p class="note">${w.withdrawNote}</p>
<form method="post" action="${sentTo(`${pathOf(home)}/consent`, language)}">${carried(home, form)}
${lineField({ name: 'guardian', label: w.guardian }, { most: 60, required: true, complete: 'name' })}
<button class="plain" name="agree" value="no">${w.withdraw}</button></form></details>`;
}
