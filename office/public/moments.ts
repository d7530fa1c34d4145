import type { PageLanguage } from './language.ts';

/** How public pages write days and times. */
export const moments = (language: PageLanguage) => ({
  day: (day: string) => dayWords(Temporal.PlainDate.from(day), language),
  moment: (instant: string, zone: string) => {
    const at = local(instant, zone);
    return `${dayWords(at.toPlainDate(), language)} ${minuteOf(at)}`;
  },
  /** From one moment to another, the day said once where it is the same. */
  between: (from: string, to: string, zone: string) => {
    const [begin, end] = [local(from, zone), local(to, zone)];
    const [day, last] = [begin, end].map((at) => dayWords(at.toPlainDate(), language));
    return `${day} ${minuteOf(begin)}–${day === last ? '' : `${last} `}${minuteOf(end)}`;
  },
});

const local = (instant: string, zone: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
const minuteOf = (at: Temporal.ZonedDateTime) => at.toPlainTime().toString().slice(0, 5);

// By hand: what a runtime's own words for a Chinese date are depends on its build.
const dayWords = (day: Temporal.PlainDate, language: PageLanguage) =>
  language === 'en'
    ? day.toLocaleString('en', { weekday: 'short', month: 'short', day: 'numeric' })
    : `${day.month}月${day.day}日周${'一二三四五六日'[day.dayOfWeek - 1]}`;
