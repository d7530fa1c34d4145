import type { Because, RuleStatement } from '@liangbuwu/eligibility/answer.ts';
import { type Html, html } from '@liangbuwu/office/public/html.ts';
import { type PageLanguage, sentTo } from '@liangbuwu/office/public/language.ts';
import { moments } from '@liangbuwu/office/public/moments.ts';
import type { Shown } from '@liangbuwu/office/public/page.ts';
import { admits } from '@liangbuwu/office/rulebook/admits.ts';
import type { Judged } from '../passes/judge.ts';
import type { AtGate } from './enter.ts';
import { factLine } from './facts.ts';
import { backToGate, type Question, questionFields, titleOf, whereLine } from './may-i-page.ts';
import { gateWords } from './words.ts';

const isDeciding = (one: Because): one is RuleStatement =>
  one.kind === 'rule' && one.status === 'applies';

/** Yes, no or postponed, in large words: why, what now, when again, by which rule, and where to turn. */
export function answerPage(
  at: AtGate,
  question: Question,
  judged: Judged,
  language: PageLanguage,
): Shown {
  const w = gateWords[language];
  const { decision, admitted, told } = judged;
  const rule = told.find(isDeciding);
  const outcome = decision.known ? decision.outcome?.[language] : undefined;
  const big = outcome ?? w.canNotTell;
  const missing = decision.ask.map(({ say }) => say[language]);
  const change = told.find(
    (one) =>
      !admitted &&
      one.kind === 'change' &&
      admits(question.purpose, judged.by.table.outputs, one.outcome),
  );
  const part = (title: string, ...lines: (string | Html | null | undefined | false)[]) =>
    html`<h2>${title}</h2>${lines.map((line) => line && html`<p>${line}</p>`)}`;
  const apply = html`<form method="post" action="${sentTo(`/p/gate/${at.code}/form`, language)}">${questionFields(question)}
<button${!admitted && html` class="plain"`}>${admitted ? w.apply : w.lookAt}</button></form>`;
  return {
    title: titleOf(at, w),
    body: html`<h1>${w.purpose[question.purpose]}</h1>
${whereLine(at, question, language)}
<div class="box${!admitted && ' warn'}"><p class="big">${big}</p>
${decision.known && rule?.why && html`<p>${rule.why[language]}</p>`}
${!decision.known && html`<p>${w.canNotTellNote(missing.join(language === 'en' ? ', ' : '、'))}</p>`}</div>
${part(w.todo, decision.todo?.[language] ?? (admitted ? w.todoNone : w.todoAsk))}
${admitted && apply}
${!admitted && part(w.lookedAgain, decision.again?.[language], w.lookedAgainAny)}
${change && part(w.change, change.say[language])}
${decision.known && rule && clausePart(at, judged, rule, language)}
${part(w.appeal, decision.appeal?.[language] ?? w.appealNone)}
${sourcePart(at, judged, rule, language)}
${!admitted && apply}
<p class="note">${w.notKept}</p>
${backToGate(at, w.over, language)}`,
  };
}

/** What of the facts decided: those that the clause looks at. */
function clausePart(
  { response: { zone } }: AtGate,
  { asked, facts }: Judged,
  { clauses }: RuleStatement,
  language: PageLanguage,
): Html | null {
  const w = gateWords[language];
  const lines = clauses.flatMap(({ asks, holds, say }) => {
    if (holds !== 'passed') return [];
    const fact = asked.find(({ name }) => name === asks);
    const value = facts[asks];
    return fact && value !== undefined
      ? [factLine(fact, value, { w, zone, language })]
      : [say[language]];
  });
  if (lines.length === 0) return null;
  return html`<h2>${w.why}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function sourcePart(
  { response: { zone } }: AtGate,
  { decision, by }: Judged,
  rule: RuleStatement | undefined,
  language: PageLanguage,
): Html {
  const w = gateWords[language];
  const { moment } = moments(language);
  const from = moment(by.from, zone);
  return html`<h2>${w.rule}</h2>
<p><strong>${decision.rule?.[language]}</strong> · ${w.version(by.number, decision.known ? rule?.row : undefined)}</p>
${by.invented && html`<p class="note">${w.invented}</p>`}
<dl>${by.issuer && html`<dt>${w.issuer}</dt><dd>${by.issuer[language]}</dd>`}
${by.document && html`<dt>${w.document}</dt><dd>${by.document[language]}</dd>`}
<dt>${w.holds}</dt><dd>${by.until === null ? w.from(from) : w.fromTo(from, moment(by.until, zone))}</dd></dl>`;
}
