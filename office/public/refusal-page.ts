import type { RefusalBody } from '../http/refusal.ts';
import { type Say, say } from '../http/say.ts';
import { html } from './html.ts';
import { inLanguage, type PageLanguage } from './language.ts';
import type { Shown } from './page.ts';

const titles: Readonly<Record<string, Say>> = {
  'too-often': say('请稍等', 'Please wait'),
  malformed: say('请更正', 'Please correct'),
};
const notDone = say('没有办成', 'This was not done');
const notFound = say('没有找到', 'Not found');
const wayBack = say('返回', 'Go back');
const back = say(
  '按浏览器的返回键，刚才填的还在。',
  'Go back in your browser: what you typed is still there.',
);

/** What was refused, why, and what to do: the same words as anywhere else. */
export function refusalPage(
  refusal: RefusalBody,
  of: {
    language: PageLanguage;
    status: number;
    /** A form was sent that Back shows again: it can be corrected and sent again. */
    form: boolean;
    /** Where to go from here. */
    path: string;
    words?: Readonly<Record<string, Say>> | undefined;
  },
): Pick<Shown, 'title' | 'body'> {
  const { language, words = {} } = of;
  const title = (titles[refusal.code] ?? (of.status === 404 ? notFound : notDone))[language];
  const named = (path: string) => {
    const field = path.split('/').at(-1) ?? '';
    return words[field]?.[language] ?? field;
  };
  return {
    title,
    body: html`<h1>${title}</h1>
<div class="box bad"><p><strong>${refusal.cause[language]}</strong></p><p>${refusal.remedy[language]}</p></div>
${
  refusal.at &&
  html`<ul>${refusal.at.map(
    ({ path, cause, remedy }) =>
      html`<li><strong>${named(path)}</strong>${cause[language]} ${remedy[language]}</li>`,
  )}</ul>`
}
${of.form && html`<p>${back[language]}</p>`}
<p class="back"><a href="${inLanguage(of.path, language)}">${wayBack[language]}</a></p>`,
  };
}
