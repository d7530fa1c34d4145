import type { Say } from '../http/say.ts';

export type PageLanguage = keyof Say;

/** Chinese unless the address or, where it says nothing, the browser asks for English first. */
export function languageOf(asked: unknown, accepted: string | undefined): PageLanguage {
  if (asked === 'en') return 'en';
  if (asked !== undefined) return 'zh-CN';
  return /^\s*en\b/i.test(accepted ?? '') ? 'en' : 'zh-CN';
}

/** An address of these pages that keeps its language. */
export const inLanguage = (path: string, language: PageLanguage): string =>
  language === 'en' ? `${path}?lang=en` : `${path}?lang=zh`;

/** Where a page's form is sent: not the page's own address, which a browser that sent to it would ask for anew upon Back. */
export const sentTo = (path: string, language: PageLanguage): string =>
  `${inLanguage(path, language)}&sent`;
