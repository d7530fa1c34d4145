import i18next, { type i18n } from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { type Language, languages, type MessageBundle, type Said } from './messages.ts';

const rememberedAs = 'liangbuwu.language';

function findRemembered(storage: Storage | undefined): Language | undefined {
  try {
    const found = storage?.getItem(rememberedAs);
    return languages.find((language) => language === found);
  } catch {
    return undefined;
  }
}

/** Chinese unless this browser chose English before: the browser's own language says little about who sits at it. */
export function startLanguage(options: {
  bundles: readonly MessageBundle[];
  storage?: Storage | undefined;
  document?: Document | undefined;
}): i18n {
  const instance = i18next.createInstance();
  const resources = Object.fromEntries(
    languages.map((language) => [
      language,
      Object.fromEntries(
        options.bundles.map(({ namespace, texts }) => [namespace, texts[language]]),
      ),
    ]),
  );
  const follow = (language: string) => {
    options.document?.documentElement.setAttribute('lang', language);
    try {
      options.storage?.setItem(rememberedAs, language);
    } catch {
      // Storage may be full or forbidden; the choice then lasts as long as the page.
    }
  };
  const lng = findRemembered(options.storage) ?? 'zh-CN';
  void instance.use(initReactI18next).init({
    lng,
    fallbackLng: 'zh-CN',
    supportedLngs: [...languages],
    ns: options.bundles.map(({ namespace }) => namespace),
    resources,
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  options.document?.documentElement.setAttribute('lang', lng);
  instance.on('languageChanged', follow);
  return instance;
}

export function useLanguage(): { language: Language; setLanguage: (language: Language) => void } {
  const { i18n } = useTranslation();
  return {
    language: languages.find((language) => language === i18n.language) ?? 'zh-CN',
    setLanguage: useCallback((language) => void i18n.changeLanguage(language), [i18n]),
  };
}

/** Picks what the server said in the language of the page; the other language where one is missing. */
export function useSay(): (said: Said | string | undefined) => string {
  const { language } = useLanguage();
  return useCallback(
    (said) => {
      if (said === undefined) return '';
      if (typeof said === 'string') return said;
      return said[language] || said['zh-CN'] || said.en;
    },
    [language],
  );
}
