import { idIn } from '@liangbuwu/ui/shell/address.ts';

/** Which school and which version a page is about; whatever is missing, the page chooses by itself. */
export type TimesSearch = { school?: string | undefined; timetable?: string | undefined };

export function readTimesSearch(raw: Record<string, unknown>): TimesSearch {
  const [school, timetable] = [idIn(raw.school), idIn(raw.timetable)];
  return { ...(school && { school }), ...(timetable && { timetable }) };
}

/** What is printed: the sheets of classes, of gates, or one of either. */
export type PrintSearch = TimesSearch & { of?: 'gates' | undefined; sheet?: string | undefined };

export function readPrintSearch(raw: Record<string, unknown>): PrintSearch {
  const sheet = raw.sheet === 'canteen' ? 'canteen' : idIn(raw.sheet);
  return {
    ...readTimesSearch(raw),
    ...(raw.of === 'gates' && { of: 'gates' }),
    ...(sheet && { sheet }),
  };
}
