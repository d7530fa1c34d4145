import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { createFormat } from '@liangbuwu/ui/language/format.ts';
import { type Language, languages } from '@liangbuwu/ui/language/messages.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useMemo } from 'react';
import type { DeskDayView } from '../desk-day.tsx';
import { noticeTexts } from '../messages/notice-texts.ts';
import type { Edition, Telling } from './compose.ts';
import type { PaperDay } from './paper.tsx';

/** By which plan it is told: what is published, even where the plan's own record is beyond reach. */
export function editionOf(plan: PlanHead | undefined): Edition {
  if (!plan || plan.state === 'published') return { state: 'in-force', version: plan?.version };
  return { state: plan.state === 'replaced' ? 'replaced' : 'draft', version: plan.version };
}

/** All that texts and sheets of the day say of themselves, in both languages. */
export function useTelling(view: DeskDayView, plan: PlanHead | undefined) {
  const { day, now, isToday, desk } = view;
  const { timeZone, instant, timeOfDay } = useFormat();
  const zh = noticeTexts.use('zh-CN');
  const en = noticeTexts.use('en');
  // The response's clock: it goes on between what the server says of it.
  const at = isToday ? `${day} ${timeOfDay(now)}` : instant(view.of.now);
  return useMemo(() => {
    const edition = editionOf(plan);
    const words = { 'zh-CN': zh, en };
    const telling = Object.fromEntries(
      languages.map((language) => [
        language,
        {
          t: words[language],
          format: createFormat(language, timeZone),
          town: desk.name,
          day,
          now,
          at,
          edition,
        } satisfies Telling,
      ]),
    ) as Record<Language, Telling>;
    const paper: PaperDay = {
      desk: desk.name,
      day,
      isToday,
      edition,
      publishedAt: plan?.publishedAt ? instant(plan.publishedAt) : undefined,
      printedAt: at,
      timeZone,
    };
    return { edition, telling, paper };
  }, [plan, zh, en, timeZone, instant, day, now, isToday, desk, at]);
}

/** The same text in both languages. */
export const inBoth = (
  telling: Record<Language, Telling>,
  compose: (telling: Telling) => string,
): Record<Language, string> => ({
  'zh-CN': compose(telling['zh-CN']),
  en: compose(telling.en),
});
