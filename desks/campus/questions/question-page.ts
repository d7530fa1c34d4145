import { choices, hidden, lineField, textField } from '@liangbuwu/office/public/form.ts';
import { type Html, html } from '@liangbuwu/office/public/html.ts';
import { inLanguage, type PageLanguage, sentTo } from '@liangbuwu/office/public/language.ts';
import { moments } from '@liangbuwu/office/public/moments.ts';
import type { Shown } from '@liangbuwu/office/public/page.ts';
import { z } from 'zod';
import { Topic, topicWords } from './question.ts';
import type { PublishedRow } from './question-store.ts';
import { type QuestionWords, questionWords } from './question-words.ts';
import { questionSettings } from './settings.ts';
import { mostLike } from './similar.ts';

/** What is looked for: it stands in the address, so it is a few words and never the question itself. */
export const FindQuery = z.strictObject({
  q: z.string().max(40).optional(),
  topic: z.union([Topic, z.literal('')]).optional(),
});
type Find = z.infer<typeof FindQuery>;

export interface Asks {
  /** /p/campus/home/…/questions or /p/campus/…/questions; a form is sent to it. */
  path: string;
  /** Back to. */
  above: string;
  zone: string;
  published: readonly PublishedRow[];
  /** Of a family: the children that it may ask about. */
  children: readonly { id: string; name: string }[] | null;
  /** Of a form that may be sent; undefined: the school takes no questions now. */
  form: string | undefined;
}

/** Published answers to look through; the own part of a family; and the form for a question that nobody asked before. */
export function questionPage(
  of: Asks,
  find: Find,
  own: Html | false,
  language: PageLanguage,
): Shown {
  const w = questionWords[language];
  return {
    title: w.title,
    path: of.path,
    body: html`<h1>${w.title}</h1>
${own}
<p>${w.lead}</p>
${findForm(of, find, language)}
${foundPart(of, find, language)}
${of.form !== undefined && askForm(of, of.form, language)}
${backTo(of, w, language)}`,
  };
}

const backTo = ({ above }: Asks, w: QuestionWords, language: PageLanguage) =>
  html`<p class="back"><a href="${inLanguage(above, language)}">${w.back}</a></p>`;

function findForm({ path }: Asks, { q, topic }: Find, language: PageLanguage): Html {
  const w = questionWords[language];
  return html`<form method="get" action="${path}">${hidden('lang', language === 'en' ? 'en' : 'zh')}
${lineField({ name: 'q', label: w.words, hint: w.wordsHint, value: q }, { most: 40, complete: 'off' })}
<label for="topic">${w.topic}</label><select id="topic" name="topic"><option value="">${w.anyTopic}</option>${Topic.options.map(
    (one) =>
      html`<option value="${one}"${one === topic && html` selected`}>${topicWords[one][language]}</option>`,
  )}</select>
<button class="plain">${w.find}</button></form>`;
}

const mostShown = 30;

function foundPart(of: Asks, { q = '', topic }: Find, language: PageLanguage): Html {
  const w = questionWords[language];
  const within = of.published.filter((one) => !topic || one.topic === topic);
  const words = q.trim();
  const found = words ? looked(words, within) : within.slice(0, mostShown);
  const asked = words !== '' || Boolean(topic);
  if (found.length === 0) return html`<p>${asked ? w.foundNone : w.none}</p>`;
  return html`<h2>${asked ? w.found(found.length) : w.latest}</h2>${answersList(found, of.zone, language)}`;
}

/** Whatever holds the words as they were typed, then what has words in common. */
function looked(words: string, among: readonly PublishedRow[]): PublishedRow[] {
  const textOf = ({ question, answer }: PublishedRow) => `${question} ${answer}`;
  const plain = (text: string) => text.normalize('NFKC').toLowerCase();
  const exact = among.filter((one) => plain(textOf(one)).includes(plain(words)));
  const like = mostLike(words, among, textOf, { most: mostShown, least: 0 });
  return [...new Set([...exact, ...like])].slice(0, mostShown);
}

const answersList = (some: readonly PublishedRow[], zone: string, language: PageLanguage): Html =>
  html`${some.map(
    ({ question, answer, at, topic }) =>
      html`<details><summary>${question}</summary>${paragraphs(answer)}
<p class="note">${topicWords[topic][language]} · ${questionWords[language].said(moments(language).moment(at, zone))}</p></details>`,
  )}`;

export const paragraphs = (text: string): Html =>
  html`${text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [html`<p>${line}</p>`]))}`;

function askForm({ path, children }: Asks, form: string, language: PageLanguage): Html {
  const w = questionWords[language];
  const hours = questionSettings.answerWithin;
  return html`<h2>${w.ask}</h2><p class="note">${children ? w.askOwn(hours) : w.askPublic(hours)}</p>
<form method="post" action="${sentTo(path, language)}">${hidden('id', form)}
${
  children &&
  choices(
    'child',
    w.child,
    children.map(({ id, name }) => ({ value: id, words: name })),
  )
}
${choices(
  'topic',
  w.topic,
  Topic.options.map((one) => ({ value: one, words: topicWords[one][language] })),
)}
${textField({ name: 'text', label: w.question }, 500)}
<button>${w.send}</button></form>`;
}

interface Typed {
  id: string;
  topic: Topic;
  text: string;
  child?: string | undefined;
}

/** Before it is sent: what was answered already and has words in common with it. */
export function similarPage(
  of: Asks,
  typed: Typed,
  similar: readonly PublishedRow[],
  language: PageLanguage,
): Shown {
  const w = questionWords[language];
  return {
    title: w.title,
    body: html`<h1>${w.similarTitle}</h1><p>${w.similarLead}</p>
${answersList(similar, of.zone, language)}
<h2>${w.yours}</h2>${paragraphs(typed.text)}
<form method="post" action="${sentTo(of.path, language)}">${hidden('id', typed.id)}${hidden('topic', typed.topic)}${hidden('text', typed.text)}${typed.child !== undefined && hidden('child', typed.child)}${hidden('sure', 'yes')}
<button>${w.sendAnyway}</button></form>
${backTo({ ...of, above: of.path }, w, language)}`,
  };
}

export const similarTo = (text: string, published: readonly PublishedRow[]): PublishedRow[] =>
  mostLike(text, published, ({ question }) => question);
