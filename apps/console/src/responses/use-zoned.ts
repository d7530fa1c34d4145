import { createFormat, type Format } from '@liangbuwu/ui/language/format.ts';
import { useLanguage } from '@liangbuwu/ui/language/language.ts';

/** Times of a response in its own zone, whichever is chosen in the header. */
export function useZoned(zone: string): Format {
  const { language } = useLanguage();
  return createFormat(language, zone);
}
