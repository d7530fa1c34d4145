import {
  choices,
  dayField,
  hidden,
  lineField,
  momentField,
  tick,
} from '@liangbuwu/office/public/form.ts';
import { type Html, html } from '@liangbuwu/office/public/html.ts';
import { type PageLanguage, sentTo } from '@liangbuwu/office/public/language.ts';
import { localOf } from '@liangbuwu/office/public/local-time.ts';
import type { RuleFact } from '@liangbuwu/office/rulebook/rulebook.ts';
import type { Child, Home } from './at-home.ts';
import { type HomeWords, homeWords } from './home-words.ts';
import { type Fault, fieldOf, notKnown, type Typed } from './read-report.ts';

interface Filled {
  form: string;
  typed: Typed;
  faults: readonly Fault[];
}

/** One form for all children of the family, with what their rules ask and nothing else. */
export function reportForm(home: Home, of: Filled, language: PageLanguage): Html {
  const w = homeWords[language];
  const { children, response, secret } = home;
  const latest = localOf(response.now, response.zone);
  const asking = { w, typed: of.typed, latest, language };
  const together = new Set(
    children.flatMap(({ asked }) => asked.filter((name) => name.startsWith('household'))),
  );
  return html`${
    of.faults.length > 0 &&
    html`<div class="box bad"><p><strong>${w.wrong}</strong></p><ul>${of.faults.map((fault) => html`<li>${w.faults[fault]}</li>`)}</ul></div>`
  }
<p class="note">${w.lead}</p>
<form method="post" action="${sentTo(`/p/campus/home/${secret}/report`, language)}">${hidden('id', of.form)}${hidden('at', response.now)}
${children.map((child) => childFields(child, asking))}
${together.size > 0 && html`<h2>${w.household}</h2>${livesWithFields(together, asking)}`}
<button>${w.send}</button></form>`;
}

interface Asking {
  w: HomeWords;
  typed: Typed;
  /** Now, as a form has it. */
  latest: string;
  language: PageLanguage;
}

function childFields(child: Child, asking: Asking): Html {
  const own = child.asked.filter((name) => !name.startsWith('household'));
  const facts = own.flatMap((name) => child.by.catalogue.find((fact) => fact.name === name) ?? []);
  return html`<h2>${child.name} · ${child.place.areaName}</h2>
${facts.map((fact) => factField(child, fact, asking))}`;
}

function factField(child: Child, fact: RuleFact, asking: Asking): Html {
  const { w, typed, latest, language } = asking;
  const name = fieldOf(child, fact.name);
  const label = fact.say[language];
  if (fact.name === 'reported') {
    const none = fieldOf(child, 'none');
    return html`${momentField({ name, label, value: typed[name] }, { to: latest })}${tick(none, 'yes', w.testNone, typed[none] === 'yes')}`;
  }
  const values =
    fact.type === 'boolean'
      ? yesOrNo(w)
      : fact.values.flatMap(({ value, say }) =>
          typeof value === 'string' ? [{ value, words: say[language] }] : [],
        );
  const beside = { from: 'since', atHome: 'atHomeUntil' } as const;
  const day = fact.name === 'from' || fact.name === 'atHome' ? beside[fact.name] : undefined;
  const dayName = day && fieldOf(child, day);
  return html`${chosen(name, label, values, asking)}
${day && dayName && dayField({ name: dayName, label: w[day], hint: w.optional, value: typed[dayName] })}`;
}

const yesOrNo = (w: HomeWords) => [
  { value: 'true', words: w.yes },
  { value: 'false', words: w.no },
];

const chosen = (
  name: string,
  label: string,
  values: readonly { value: string; words: string }[],
  { w, typed }: Asking,
  required = true,
): Html =>
  choices(
    name,
    label,
    [...values, { value: notKnown, words: w.notKnown }].map((one) => ({
      ...one,
      chosen: typed[name] === one.value,
    })),
    { required },
  );

function livesWithFields(together: ReadonlySet<string>, asking: Asking): Html {
  const { w, typed, latest, language } = asking;
  const codes = { 'zh-CN': ['绿码', '黄码', '红码'], en: ['green', 'yellow', 'red'] }[language];
  const values = ['green', 'yellow', 'red'].map((value, i) => ({
    value,
    words: codes[i] ?? value,
  }));
  return html`${lineField(
    { name: 'h.people', label: w.people, hint: w.peopleHint, value: typed['h.people'] },
    { mode: 'numeric', most: 2, required: true, complete: 'off' },
  )}
${together.has('householdCode') && chosen('h.code', w.theirCode, values, asking, false)}
${together.has('householdCard') && chosen('h.card', w.theirCard, yesOrNo(w), asking, false)}
${
  together.has('householdReported') &&
  momentField(
    { name: 'h.reported', label: w.theirTest, hint: w.theirTestHint, value: typed['h.reported'] },
    { to: latest },
  )
}`;
}
