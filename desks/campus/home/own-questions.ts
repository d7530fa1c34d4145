import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { type Html, html } from '@liangbuwu/office/public/html.ts';
import { inLanguage, type PageLanguage } from '@liangbuwu/office/public/language.ts';
import { moments } from '@liangbuwu/office/public/moments.ts';
import { paragraphs } from '../questions/question-page.ts';
import { openWords } from '../questions/question-seal.ts';
import { listQuestions } from '../questions/question-store.ts';
import { questionWords } from '../questions/question-words.ts';
import type { Home } from './at-home.ts';

export interface OwnQuestion {
  id: string;
  text: string;
  at: string;
  answerBy: string;
  answer: { text: string; at: string } | null;
}

/** What this family asked, and was answered. */
export async function ownQuestions(
  tx: Tx,
  keys: ResponseKeys,
  of: { tenant: string; response: string; members: readonly string[] },
): Promise<OwnQuestion[]> {
  return (await listQuestions(tx, of.response, of)).map(
    ({ id, at, answerBy, answered, sealed }) => {
      const { question: text, answer } = openWords(keys, { ...of, id }, sealed);
      return {
        id,
        text,
        at,
        answerBy,
        answer: answered && answer !== null ? { text: answer, at: answered.at } : null,
      };
    },
  );
}

/** On the family’s page: its questions to the school with the answers, and the way to ask. */
export function questionsPart(home: Home, language: PageLanguage): Html {
  const w = questionWords[language];
  return html`<h2>${w.title}</h2>${ownList(home, language)}
<a class="button plain" href="${inLanguage(questionsPath(home), language)}">${w.open}</a>`;
}

export const questionsPath = ({ secret }: Home): string => `/p/campus/home/${secret}/questions`;

export function ownList({ asked, response }: Home, language: PageLanguage): Html | false {
  if (asked.length === 0) return false;
  const w = questionWords[language];
  const when = (at: string) => moments(language).moment(at, response.zone);
  const isLate = (until: string) => Date.parse(until) < Date.parse(response.now);
  return html`<h3>${w.own}</h3>${asked.map(
    ({ text, answer, answerBy }) => html`<div class="box"><p><strong>${text}</strong></p>
${answer ? paragraphs(answer.text) : html`<p>${(isLate(answerBy) ? w.late : w.waits)(when(answerBy))}</p>`}
${answer && html`<p class="note">${w.answered(when(answer.at))}</p>`}</div>`,
  )}`;
}
