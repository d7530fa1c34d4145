import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** One text in both languages, as the server says it. */
export type Said = { readonly 'zh-CN': string; readonly en: string };

export type MessageTree = { readonly [key: string]: string | MessageTree };

/** English has every key of the Chinese tree, and may add `…_one` for a singular. */
type SameKeys<M> = {
  readonly [K in keyof M]: M[K] extends string ? string : SameKeys<M[K]>;
} & { readonly [K in keyof M & string as M[K] extends string ? `${K}_one` : never]?: string };

type KeyOf<M> = {
  [K in keyof M & string]: M[K] extends string ? K : `${K}.${KeyOf<M[K]>}`;
}[keyof M & string];

type At<M, K> = K extends `${infer Head}.${infer Rest}`
  ? Head extends keyof M
    ? At<M[Head], Rest>
    : never
  : K extends keyof M
    ? M[K]
    : never;

type Holes<Text> = Text extends `${string}{{${infer Hole}}}${infer Rest}`
  ? Hole | Holes<Rest>
  : never;

type Values<Text> = [Holes<Text>] extends [never]
  ? []
  : [values: { readonly [Hole in Holes<Text>]: string | number }];

export type Translate<M> = <K extends KeyOf<M>>(key: K, ...values: Values<At<M, K>>) => string;

/** What the language set-up needs to know of a room's texts. */
export type MessageBundle = {
  readonly namespace: string;
  readonly texts: { readonly 'zh-CN': MessageTree; readonly en: MessageTree };
};

export type Messages<M> = MessageBundle & {
  /** In the page's language, or in one of its own, for texts that go to somebody else. */
  readonly use: (language?: Language) => Translate<M>;
};

/**
 * The texts of one room. Chinese comes first and gives the keys; a key or a `{{hole}}` that is missing in English, or
 * a value that a caller forgets, does not compile. `use()` is the hook that a component reads them with.
 */
export function defineMessages<const M extends MessageTree>(
  namespace: string,
  texts: { readonly 'zh-CN': M; readonly en: SameKeys<NoInfer<M>> },
): Messages<M> {
  return {
    namespace,
    texts: texts as MessageBundle['texts'],
    use: (language) => {
      const { t } = useTranslation(namespace, language && { lng: language });
      return useCallback(
        ((key: string, values?: Record<string, string | number>) =>
          t(key, values ?? {})) as Translate<M>,
        [t],
      );
    },
  };
}
