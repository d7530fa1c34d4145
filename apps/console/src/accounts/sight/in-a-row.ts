import type { Language } from '@liangbuwu/ui/language/messages.ts';

/** Deeds in words as they follow each other inside a sentence; a Chinese word stays as it is. */
export const inARow = (words: readonly string[], language: Language, comma: string): string =>
  words.map((text) => (language === 'en' ? withSmallLetter(text) : text)).join(comma);

// "SMS" keeps its capitals.
const withSmallLetter = (text: string) =>
  /^[A-Z](?![A-Z])/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
