import type { Language } from '@liangbuwu/ui/language/messages.ts';
import type { CSSProperties } from 'react';
import { noticeTexts } from '../messages/notice-texts.ts';
import { paperMessages } from '../messages/paper.ts';
import { shortLine, whatHelps } from './compose.ts';
import { Blank, formatOf, Paper, type PaperDay } from './paper.tsx';
import { rowHeight, typeSize } from './paper-room.ts';
import type { VillageDay } from './village-day.ts';
import styles from './village-paper.module.css';

const rules = ['one', 'two', 'three', 'four', 'five'] as const;
const columns = ['time', 'place', 'litres', 'tanker'] as const;

/** A village's notice for the wall: when, where, how much, why not more, how to queue, whom to ask. */
export function VillagePaper(props: { village: VillageDay; language: Language; of: PaperDay }) {
  const { village, language, of } = props;
  const t = paperMessages.use(language);
  const format = formatOf(language, of);
  const { deliveries, cancelled, called, litres } = village;
  const rows = [
    ...deliveries.map((row) => ({ ...row, gone: false })),
    ...cancelled.map((row) => ({ ...row, gone: true })),
  ].sort((a, b) => a.from - b.from);
  const sums = { count: deliveries.length, litres: format.litres(litres) };
  const row = `${rowHeight(rows.length, 84, 12)}mm`;
  const title = t('village.title', { village: called });
  return (
    <Paper
      name={title}
      language={language}
      of={of}
      kicker={t('village.kicker', { desk: of.desk })}
      title={title}
    >
      <p className={styles.sum}>
        {deliveries.length === 0
          ? t('village.none')
          : t(of.isToday ? 'village.sum' : 'village.sumOther', sums)}
        <span>{t('village.perPerson', { litres: format.number(village.perPerson, 1) })}</span>
      </p>
      {rows.length > 0 && (
        <table className={styles.table} style={{ '--row': row } as CSSProperties}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`village.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, from, to, place, litres: brings, tanker, gone }) => (
              <tr key={id} data-gone={gone || undefined}>
                <td className={styles.time}>{format.timeRange(from, to)}</td>
                <td className={styles.place}>{place}</td>
                <td className={styles.litres}>{format.number(brings)}</td>
                <td>{gone ? <strong>{t('village.cancelled')}</strong> : tanker}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Points village={village} language={language} of={of} />
      <Shortages village={village} language={language} of={of} />
      <section className={styles.part}>
        <h3>{t('village.rules')}</h3>
        <ol className={styles.rules}>
          {rules.map((rule) => (
            <li key={rule}>{t(`village.rule.${rule}`)}</li>
          ))}
        </ol>
      </section>
      <p className={styles.ask}>
        <strong>{t('village.ask')}</strong>
        <Blank label={t('village.name')} />
        <Blank label={t('village.phone')} />
      </p>
    </Paper>
  );
}

type PartProps = { village: VillageDay; language: Language; of: PaperDay };

function Points({ village: { points }, language, of }: PartProps) {
  const t = paperMessages.use(language);
  const format = formatOf(language, of);
  const row = `${rowHeight(Math.ceil(points.length / 2), 42, 7)}mm`;
  return (
    <section className={styles.part}>
      <h3>{t('village.points')}</h3>
      <ul className={styles.points} style={{ '--row': row } as CSSProperties}>
        {points.map(({ id, place, people, perPerson }) => (
          <li key={id}>
            <strong>{place}</strong>
            <span>
              {t('village.point', {
                people: format.number(people),
                litres: format.number(perPerson, 1),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Shortages({ village: { shortages }, language, of }: PartProps) {
  const t = paperMessages.use(language);
  const texts = noticeTexts.use(language);
  if (shortages.length === 0) return null;
  const format = formatOf(language, of);
  const why = shortages.map((short) => shortLine({ t: texts, format }, short));
  const can = whatHelps(texts, shortages);
  const size = `${typeSize([...why, ...can], { width: 184, room: 50, most: 4.4 })}mm`;
  return (
    <section className={styles.part} style={{ '--size': size } as CSSProperties}>
      <h3>{t('village.short')}</h3>
      <ul className={styles.words}>
        {why.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>{t('village.can')}</h3>
      <ul className={styles.words}>
        {can.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
