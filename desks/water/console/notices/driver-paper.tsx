import type { Format } from '@liangbuwu/ui/language/format.ts';
import type { Language } from '@liangbuwu/ui/language/messages.ts';
import type { CSSProperties } from 'react';
import { barred } from '../../rules.ts';
import type { Interval } from '../../water.ts';
import { type PaperWords, paperMessages } from '../messages/paper.ts';
import type { DriverDay, DriverStop } from './driver-day.ts';
import styles from './driver-paper.module.css';
import { Blank, formatOf, Paper, type PaperDay } from './paper.tsx';
import { fitTexts, rowHeight, widthOf } from './paper-room.ts';

const columns = [
  'leave',
  'time',
  'what',
  'place',
  'litres',
  'notice',
  'driverSigns',
  'otherSigns',
] as const;

/** A driver's day on one page: when, where, how many litres, what to mind, and where both sides sign. */
export function DriverPaper(props: { driver: DriverDay; language: Language; of: PaperDay }) {
  const { driver, language, of } = props;
  const t = paperMessages.use(language);
  const format = formatOf(language, of);
  const why = driver.tanker && barred(driver.tanker, of.day);
  const room = 153 - (why ? 11 : 0) - (of.edition.state === 'in-force' ? 0 : 12);
  const row = `${rowHeight(driver.stops.length, room, 14)}mm`;
  return (
    <Paper
      name={`${driver.name} ${driver.driver ?? ''}`.trim()}
      language={language}
      of={of}
      kicker={t('driver.kicker', { desk: of.desk })}
      title={driver.name}
    >
      {why && <p className={styles.barred}>{t(`driver.barred.${why}`)}</p>}
      <p className={styles.sum}>
        <strong>
          {driver.driver === undefined
            ? t('driver.noDriver')
            : t('driver.shift', {
                driver: driver.driver,
                from: format.timeOfDay(driver.from),
                to: format.timeOfDay(driver.to),
              })}
        </strong>
        <span>
          {t('driver.sum', {
            fills: driver.fills,
            deliveries: driver.deliveries,
            litres: format.litres(driver.litres),
            distance: format.distance(driver.metres),
          })}
        </span>
      </p>
      <table className={styles.table} style={{ '--row': row } as CSSProperties}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles[column]}>
                {t(`driver.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {driver.stops.map((stop) => (
            <StopRow key={stop.id} stop={stop} t={t} format={format} />
          ))}
        </tbody>
      </table>
      <div className={styles.parts}>
        <Checks driver={driver} t={t} />
        <Sources driver={driver} t={t} format={format} />
      </div>
      <p className={styles.measure}>{t('driver.measure')}</p>
      <p className={styles.phones}>
        <Blank label={t('driver.change')} />
        <Blank label={t('driver.own')} />
      </p>
    </Paper>
  );
}

/** Of the column, mm. */
const placeWidth = 40;

const hoursOf = (open: readonly Interval[], format: Format): string =>
  open.map(([from, to]) => format.timeRange(from, to)).join(' ');

function StopRow({ stop, t, format }: { stop: DriverStop; t: PaperWords; format: Format }) {
  const { kind, from, to, leave, place, litres, open, maxTankerLitres } = stop;
  const notice = [
    ...(maxTankerLitres === null
      ? []
      : [t('driver.limit', { litres: format.litres(maxTankerLitres) })]),
    ...(open === null ? [] : [t('driver.open', { hours: hoursOf([open], format) })]),
  ];
  const signed = kind === 'fill' || kind === 'deliver';
  return (
    <tr data-kind={kind}>
      <td className={styles.leave}>{leave === null ? '' : format.timeOfDay(leave)}</td>
      <td className={styles.time}>
        {kind === 'home' ? format.timeOfDay(to) : format.timeRange(from, to)}
      </td>
      <td>{t(`driver.kind.${kind}`)}</td>
      <td className={styles.place}>
        <span style={{ '--fit': `${(placeWidth / widthOf(place)).toFixed(2)}mm` } as CSSProperties}>
          {place}
        </span>
      </td>
      <td className={styles.litres}>{litres === null ? '' : format.number(litres)}</td>
      <td className={styles.notice}>
        <span className={styles.two}>
          {notice.map((part) => (
            <span key={part}>{part}</span>
          ))}
        </span>
      </td>
      <td>{signed ? '' : '—'}</td>
      <td>{signed ? '' : '—'}</td>
    </tr>
  );
}

function Checks({ driver: { tanker }, t }: { driver: DriverDay; t: PaperWords }) {
  const checks = [
    tanker && tanker.disinfectedOn !== null
      ? t('driver.checks.disinfected', { on: tanker.disinfectedOn })
      : t('driver.checks.record'),
    t('driver.checks.lid'),
    t('driver.checks.vehicle'),
    t('driver.checks.mask'),
  ];
  return (
    <section className={styles.part}>
      <h3>{t('driver.check')}</h3>
      <ul className={styles.checks}>
        {checks.map((check) => (
          <li key={check}>{check}</li>
        ))}
      </ul>
    </section>
  );
}

function Sources(props: { driver: DriverDay; t: PaperWords; format: Format }) {
  const { driver, t, format } = props;
  if (driver.sources.length === 0) return null;
  const lines = driver.sources.map((source) =>
    [
      t('driver.source', { name: source.name, hours: hoursOf(source.open, format) }),
      source.litresPerDay !== null &&
        t('driver.sourceDay', { litres: format.litres(source.litresPerDay) }),
      source.consentUntil !== null && t('driver.consent', { until: source.consentUntil }),
    ]
      .filter(Boolean)
      .join(' · '),
  );
  const size = `${fitTexts(lines, { width: 96, room: 30, most: 3.6 }).size}mm`;
  return (
    <section className={styles.part}>
      <h3>{t('driver.sources')}</h3>
      <ul className={styles.sources} style={{ '--size': size } as CSSProperties}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
