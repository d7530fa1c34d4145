/** What a person reads, in both languages. */
export interface Say {
  'zh-CN': string;
  en: string;
}

export function say(zh: string, en: string): Say {
  return { 'zh-CN': zh, en };
}
