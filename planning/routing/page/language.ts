import { type Language, type Word, words } from './words.ts';

const KEPT = 'liangbuwu.routing.language';

let language: Language = kept() === 'en' ? 'en' : 'zh-CN';

export function currentLanguage(): Language {
  return language;
}

export function say(word: Word): string {
  return words[language][word];
}

/** Numbers with separators, as the language writes them. */
export function sayNumber(value: number, decimals = 0): string {
  return value.toLocaleString(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

export function switchLanguage(): void {
  language = language === 'en' ? 'zh-CN' : 'en';
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // Not every browser keeps anything for a page from a file.
  }
}

/** Says again all that stands in the page itself. */
export function sayFixedWords(): void {
  document.documentElement.lang = language;
  document.title = say('title');
  for (const element of document.querySelectorAll<HTMLElement>('[data-say]')) {
    element.textContent = say(element.dataset.say as Word);
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}
