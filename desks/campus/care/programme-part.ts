import { type Html, html } from '@liangbuwu/office/public/html.ts';
import type { PageLanguage } from '@liangbuwu/office/public/language.ts';
import { type BroadcastItem, timeOfMinute } from './programme.ts';

const words: Record<PageLanguage, { title(school: string): string }> = {
  'zh-CN': { title: (school) => `${school}今天的广播` },
  en: { title: (school) => `Read out today at ${school}` },
};

/** What a school’s loudspeakers bring today; nothing where nothing is planned. */
export const programmePart = (
  of: { school: string; items: readonly BroadcastItem[] },
  language: PageLanguage,
): Html | false =>
  of.items.length > 0 &&
  html`<h2>${words[language].title(of.school)}</h2>
<ul>${of.items.map(({ at, what, reader }) => html`<li>${timeOfMinute(at)} ${what}${reader !== '' && html` · ${reader}`}</li>`)}</ul>`;
