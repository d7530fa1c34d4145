import type { Format } from '@liangbuwu/ui/language/format.ts';
import type { NoticeWords } from '../messages/notice-texts.ts';
import type { DriverDay, DriverStop } from './driver-day.ts';
import { fullestSms } from './sms.ts';
import { type Delivery, type Shortage, spansOf, split, type VillageDay } from './village-day.ts';

/** Which plan a text goes by. Only what is in force may be passed on. */
export type Edition = {
  state: 'in-force' | 'draft' | 'replaced';
  /** Beyond a village's reach. */
  version: number | undefined;
};

export type Telling = {
  t: NoticeWords;
  format: Format;
  /** Whose desk it is: there may be a village of the same name in the next town. */
  town: string;
  /** A calendar day. */
  day: string;
  /** Second of that day: what is over is not announced any more. */
  now: number;
  /** When the text is made, in words. */
  at: string;
  edition: Edition;
};

/** 2022-11-10 → 11月10日周四, or without the weekday where room is short. */
export function shortDate(
  { format, day }: Pick<Telling, 'format' | 'day'>,
  weekday = true,
): string {
  const zh = format.language === 'zh-CN';
  return new Intl.DateTimeFormat(zh ? 'zh-CN' : 'en-GB', {
    timeZone: 'UTC',
    month: zh ? 'long' : 'short',
    day: 'numeric',
    ...(weekday && { weekday: 'short' }),
  }).format(Date.parse(`${day}T00:00:00Z`));
}

/** What marks a text that may not be passed on; undefined where it may. */
export function markOf({ t, edition }: Pick<Telling, 't' | 'edition'>): string | undefined {
  if (edition.state === 'in-force') return undefined;
  return t(edition.state);
}

/** 古岳峰镇红旗村 */
export const inTown = (village: string, town: string): string =>
  village.startsWith(town) ? village : `${town}${village}`;

/** First and last, so that a part that is copied by hand still carries it. */
function marked(telling: Telling, lines: readonly string[]): string {
  const mark = markOf(telling);
  return (mark === undefined ? lines : [`【${mark}】`, ...lines, `【${mark}】`]).join('\n');
}

function editionLine({ t, edition, at }: Telling): string {
  return edition.version === undefined
    ? t('editionUnseen', { at })
    : t('edition', { version: edition.version, at });
}

type Why = Parameters<NoticeWords>[0] & `why.${string}`;
type Can = Parameters<NoticeWords>[0] & `can.${string}`;
const whys: ReadonlySet<string> = new Set([
  'room-left',
  'bays',
  'source-hours',
  'source-litres',
  'point-hours',
  'tanker-size',
  'way-closed',
  'tank-size',
  'shift',
  'tankers',
  'tank-dry',
  'no-source',
]);
const cans: ReadonlySet<string> = new Set([
  'room-left',
  'point-hours',
  'tanker-size',
  'way-closed',
  'tank-size',
  'tank-dry',
]);

/** A planner's reason as a village hears it. */
export const plainWhy = (t: NoticeWords, because: string): string =>
  t(`why.${whys.has(because) ? because : 'other'}` as Why);

/** What the village itself can do, the particular before the general. */
export function whatHelps(t: NoticeWords, shortages: readonly Shortage[]): string[] {
  if (shortages.length === 0) return [];
  const own = [...new Set(shortages.map(({ because }) => because))].filter((one) => cans.has(one));
  return [...own.map((because) => t(`can.${because}` as Can)), t('can.always')];
}

export function shortLine({ t, format }: Pick<Telling, 't' | 'format'>, short: Shortage): string {
  return t('village.short', {
    places: short.places.join(t('comma')),
    each: t(`village.each.${short.kind}`),
    floor: format.number(short.litresPerPerson, 1),
    missing: format.litres(short.missing),
    why: plainWhy(t, short.because),
  });
}

/** The day's message for a village's group chat. */
export function villageChat(village: VillageDay, telling: Telling): string {
  const { t, format, now } = telling;
  const { deliveries, cancelled, shortages } = village;
  const { ahead, past } = split(deliveries, now);
  const perPerson = format.number(village.perPerson, 1);
  const each = t(`village.each.${village.kind}`);
  const line = ({ from, to, place, litres, tanker }: Delivery) =>
    t('village.line', {
      time: format.timeRange(from, to),
      place,
      litres: format.litres(litres),
      tanker,
    });
  const head = t('village.head', {
    village: inTown(village.called, telling.town),
    date: shortDate(telling),
  });
  const sums = {
    count: deliveries.length,
    litres: format.litres(village.litres),
    perPerson,
    each,
  };
  return marked(telling, [
    head,
    ...(deliveries.length === 0
      ? [t('village.none', { perPerson, each })]
      : ahead.length === 0
        ? [t('village.over', { count: past.length })]
        : [t('village.count', sums)]),
    ...(ahead.length > 0 && past.length > 0
      ? [
          t('village.past', {
            count: past.length,
            litres: format.litres(past.reduce((sum, { litres }) => sum + litres, 0)),
          }),
        ]
      : []),
    ...ahead.map(line),
    ...cancelled.map(({ from, place, litres }) =>
      t('village.cancelled', {
        time: format.timeOfDay(from),
        place,
        litres: format.litres(litres),
      }),
    ),
    ...shortages.map((short) => shortLine(telling, short)),
    ...(ahead.length > 0 ? [t('village.queue')] : []),
    t('village.ask'),
    editionLine(telling),
  ]);
}

/** The same in as few SMS as it goes: what is left out first is the least needed. */
export function villageSms(village: VillageDay, telling: Telling): string {
  const { t, format, now } = telling;
  const { ahead, past } = split(village.deliveries, now);
  const of = { village: village.called, date: shortDate(telling, false) };
  const gone = village.cancelled
    .map(({ from, place }) => t('sms.cancelled', { from: format.timeOfDay(from), place }))
    .join('');
  const mark = markOf(telling);
  const sent = (text: string) => (mark === undefined ? '' : `【${mark}】`) + text + gone;
  if (ahead.length === 0) return sent(t(past.length > 0 ? 'sms.over' : 'sms.none', of));
  const items = ahead.map(({ from, place, litres }) =>
    t('sms.item', { from: format.timeOfDay(from), place, litres }),
  );
  const full = t('sms.head', { ...of, list: items.join(t('semicolon')) });
  const places = [...spansOf(ahead)].map(([place, spans]) =>
    t('sms.byPlace', {
      place,
      times: spans
        .map(({ from, to, count }) =>
          count === 1 ? format.timeOfDay(from) : format.timeRange(from, to),
        )
        .join(t('comma')),
    }),
  );
  const bare = t('sms.head', { ...of, list: places.join(t('semicolon')) });
  const total = t('sms.total', { litres: ahead.reduce((sum, { litres }) => sum + litres, 0) });
  return fullestSms([
    sent(full + t('sms.queue')),
    sent(full),
    sent(bare + total + t('sms.queue')),
    sent(bare + total),
  ]);
}

/** The day's message for a driver. */
export function driverChat(day: DriverDay, telling: Telling): string {
  const { t, format } = telling;
  const { driver, name: tanker, from, to, stops } = day;
  const date = shortDate(telling);
  const head =
    driver === undefined
      ? t('driver.head', { tanker, date })
      : t('driver.headNamed', {
          tanker,
          driver,
          date,
          from: format.timeOfDay(from),
          to: format.timeOfDay(to),
        });
  if (stops.length === 0) return marked(telling, [head, t('driver.none'), editionLine(telling)]);
  const line = (stop: DriverStop) => {
    const { kind, place } = stop;
    const litres = format.litres(stop.litres);
    const time = kind === 'home' ? format.timeOfDay(stop.to) : format.timeRange(stop.from, stop.to);
    if (kind === 'rest') return t('driver.rest', { time });
    if (kind === 'home') return t('driver.home', { time, place });
    const limit =
      stop.maxTankerLitres === null
        ? ''
        : t('driver.limit', { litres: format.litres(stop.maxTankerLitres) });
    return t(`driver.${kind}`, { time, place, litres }) + limit;
  };
  return marked(telling, [
    head,
    ...stops.map(line),
    t('driver.total', {
      fills: day.fills,
      deliveries: day.deliveries,
      litres: format.litres(day.litres),
      distance: format.distance(day.metres),
    }),
    t('driver.check'),
    editionLine(telling),
  ]);
}

/** All stops where that takes no more SMS than the bare one: when to leave, how often, where to first. */
export function driverSms(day: DriverDay, telling: Telling): string {
  const { t, format } = telling;
  const of = { tanker: day.name, date: shortDate(telling, false) };
  const mark = markOf(telling);
  const sent = (text: string) => (mark === undefined ? '' : `【${mark}】`) + text;
  const first = day.stops.find(({ kind }) => kind === 'deliver');
  if (!first)
    return sent(t('driver.smsHead', { ...of, list: t('driver.none').replace(/[。.]$/, '') }));
  const items = day.stops.flatMap(({ kind, from, place, litres }) => {
    if (kind !== 'fill' && kind !== 'deliver') return [];
    const key = kind === 'fill' ? 'driver.smsFill' : 'driver.smsDeliver';
    return [t(key, { from: format.timeOfDay(from), place, litres: litres ?? 0 })];
  });
  const start = day.stops[0];
  return fullestSms([
    sent(t('driver.smsHead', { ...of, list: items.join(t('semicolon')) })),
    sent(
      t('driver.smsShort', {
        ...of,
        leave: format.timeOfDay(start?.leave ?? start?.from),
        deliveries: day.deliveries,
        litres: day.litres,
        from: format.timeOfDay(first.from),
        place: first.place,
      }),
    ),
  ]);
}
