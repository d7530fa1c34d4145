import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { CellWords } from './format-cell.ts';
import { tableMessages } from './messages.ts';

/** What values are written with, in the page's language. */
export function useCellWords(): CellWords {
  const t = tableMessages.use();
  const say = useSay();
  const format = useFormat();
  return {
    format,
    say,
    yes: t('form.yes'),
    no: t('form.no'),
    comma: t('comma'),
    empty: t('empty'),
  };
}
