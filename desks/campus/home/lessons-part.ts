import { hidden } from '@liangbuwu/office/public/form.ts';
import { type Html, html } from '@liangbuwu/office/public/html.ts';
import { type PageLanguage, sentTo } from '@liangbuwu/office/public/language.ts';
import { moments } from '@liangbuwu/office/public/moments.ts';
import { clockText, type DayLesson, minuteIn, stateAt } from '../lessons/lessons-of-day.ts';
import { isOverdue, mostLetters } from '../lessons/question.ts';
import type { KeptQuestion } from '../lessons/question-store.ts';
import type { Home } from './at-home.ts';
import type { LessonsAtHome } from './lessons-at-home.ts';
import { lessonsWords } from './lessons-words.ts';

/** Today’s lessons of each child, its mentor, and what was asked. */
export const lessonsPart = (home: Home, form: string, language: PageLanguage): Html[] =>
  home.lessons.map((one) => childLessons(one, home, form, language));

function childLessons(one: LessonsAtHome, home: Home, form: string, language: PageLanguage): Html {
  const w = lessonsWords[language];
  const { response } = home;
  const { child, where, lessons } = one;
  const minute = minuteIn(response.now, response.zone);
  return html`<h2>${w.title(child.name)}</h2>
${
  lessons === null || lessons.length === 0
    ? html`<p>${lessons === null ? w.noPlan : w.noLessons}</p>`
    : html`<p class="where">${w.where[where]}</p>
<ol>${lessons.map((lesson) => lessonLine(lesson, { minute, atHome: where !== 'room' }, language))}</ol>`
}
<p>${w.mentor(one.mentor)}</p>
${one.questions.length > 0 && html`<ul>${one.questions.map((question) => questionLine(question, home, language))}</ul>`}
${askPart(one, home, form, language)}`;
}

/** The address of a link stands there to be copied too; nothing is asked of it by this page. */
function lessonLine(
  lesson: DayLesson,
  { minute, atHome }: { minute: number; atHome: boolean },
  language: PageLanguage,
): Html {
  const w = lessonsWords[language];
  const { name, from, to, subject, teacher, room, link, offline } = lesson;
  const state = stateAt(lesson, minute);
  const more = [teacher?.name ?? '', atHome ? '' : room].filter(Boolean).join(' · ');
  return html`<li${state === 'past' && html` class="past"`}><strong>${clockText(from)}–${clockText(to)} ${subject}${state === 'now' && ` · ${w.now}`}</strong>
${name}${more && ` · ${more}`}
${
  atHome &&
  link !== null &&
  html`<br><a href="${link}" rel="noopener noreferrer">${w.enter}</a>
<br><span class="note">${w.address(link)}</span>`
}
${atHome && offline !== '' && html`<br><span class="note">${w.offline(offline)}</span>`}</li>`;
}

function questionLine(question: KeptQuestion, home: Home, language: PageLanguage): Html {
  const w = lessonsWords[language];
  const { now, zone } = home.response;
  const { moment } = moments(language);
  const { text, asked, promised, answer } = question;
  const by = moment(promised, zone);
  const state = isOverdue(question, now) ? w.overdue(by) : w.waits(by);
  return html`<li><strong>${lines(text)}</strong>
<span class="note">${w.asked(moment(asked, zone))}${!answer && html` · ${state}`}</span>
${answer && html`<p><span class="note">${w.answered(answer.by, moment(answer.at, zone))}</span><br>${lines(answer.text)}</p>`}</li>`;
}

const lines = (text: string): Html[] =>
  text.split('\n').map((line, at) => (at === 0 ? html`${line}` : html`<br>${line}`));

function askPart(one: LessonsAtHome, home: Home, form: string, language: PageLanguage): Html {
  const w = lessonsWords[language];
  if (one.promised === null) return html`<p class="note">${w.mayNot[one.mayNot ?? 'consent']}</p>`;
  const { moment } = moments(language);
  const { id } = one.child.member;
  return html`<details><summary>${w.ask}</summary>
<form method="post" action="${sentTo(`/p/campus/home/${home.secret}/ask`, language)}">${hidden('id', form)}
<label for="question-${id}">${w.question}<small>${w.hint}</small></label>
<textarea id="question-${id}" name="question" maxlength="${mostLetters}" rows="3" required></textarea>
<p class="note">${w.promised(moment(one.promised, home.response.zone))}</p>
<button name="child" value="${id}">${w.send}</button></form></details>`;
}
