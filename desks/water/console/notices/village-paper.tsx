import type { Format } from '@liangbuwu/ui/language/format.ts';
import type { Language } from '@liangbuwu/ui/language/messages.ts';
import type { CSSProperties } from 'react';
import type { PointKind } from '../../water.ts';
import { headsOf, kindMessages } from '../messages/kinds.ts';
import { noticeTexts } from '../messages/notice-texts.ts';
import { type PaperWords, paperMessages } from '../messages/paper.ts';
import { shortLine, whatHelps } from './compose.ts';
import { Blank, formatOf, Paper, type PaperDay } from './paper.tsx';
import { fitTexts, rowHeight, widthOf } from './paper-room.ts';
import type { VillageDay } from './village-day.ts';
import styles from './village-paper.module.css';

const rules = ['one', 'two', 'three', 'four', 'five'] as const;
const columns = ['time', 'place', 'litres', 'tanker'] as const;

/** Between head and foot, without headings and gaps, mm. */
const room = 178;
/** Two headings, and a row that is read from some steps away. */
const [shortHeads, goodRow] = [13, 8];

/** A village's notice for the wall: when, where, how much, why not more, how to queue, whom to ask. */
export function VillagePaper(props: { village: VillageDay; language: Language; of: PaperDay }) {
  const { village, language, of } = props;
  const t = paperMessages.use(language);
  const texts = noticeTexts.use(language);
  const kinds = kindMessages.use(language);
  const format = formatOf(language, of);
  const { deliveries, called, points, shortages } = village;
  const rows = deliveries.length + village.cancelled.length;
  const why = shortages.map((short) => shortLine({ t: texts, format }, short));
  const can = whatHelps(texts, shortages);
  // The fewer the rows, the larger the rest; what it does not need is the rows'.
  const roomy = rows <= 6;
  const pointRow = rowHeight(Math.ceil(points.length / 2), 42, roomy ? 8 : 6.5);
  const rule = fitTexts(
    rules.map((one) => t(`village.rule.${one}`)),
    { width: 178, room: 30, most: roomy ? 4.8 : 4.2 },
  );
  const free =
    room -
    pointRow * Math.ceil(points.length / 2) -
    rule.height -
    (of.edition.state === 'in-force' ? 0 : 12);
  const short = fitTexts([...why, ...can], {
    width: 178,
    room: Math.max(36, free - shortHeads - rows * goodRow),
    most: roomy ? 5.2 : 4.4,
  });
  const used = why.length > 0 ? short.height + shortHeads : 0;
  const sizes = {
    '--row': `${rowHeight(rows, free - used, 13)}mm`,
    '--point': `${pointRow}mm`,
    '--short': `${short.size}mm`,
    '--rule': `${rule.size}mm`,
  };
  const eachOf = (kind: PointKind) => texts(`village.each.${kind}`);
  const title = t('village.title', { village: called });
  return (
    <Paper
      name={title}
      language={language}
      of={of}
      kicker={t('village.kicker', { desk: of.desk })}
      title={title}
      sizes={sizes as CSSProperties}
    >
      <Sum
        village={village}
        isToday={of.isToday}
        each={eachOf(village.kind)}
        t={t}
        format={format}
      />
      {rows > 0 && <Deliveries village={village} t={t} format={format} />}
      <Points
        points={points.map(({ id, kind, place, people, perPerson }) => ({
          id,
          place,
          says: t('village.point', {
            heads: headsOf(kinds, format, kind, people),
            each: eachOf(kind),
            litres: format.number(perPerson, 1),
          }),
        }))}
        t={t}
      />
      {why.length > 0 && (
        <section className={styles.part}>
          <h3>{t('village.short')}</h3>
          <Lines lines={why} />
          <h3>{t('village.can')}</h3>
          <Lines lines={can} />
        </section>
      )}
      <section className={styles.part}>
        <h3>{t('village.rules')}</h3>
        <ol className={styles.rules}>
          {rules.map((one) => (
            <li key={one}>{t(`village.rule.${one}`)}</li>
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

type Words = { t: PaperWords; format: Format };

function Sum({
  village,
  isToday,
  each,
  t,
  format,
}: Words & { village: VillageDay; isToday: boolean; each: string }) {
  const { deliveries, litres, perPerson } = village;
  const sums = { count: deliveries.length, litres: format.litres(litres) };
  const sum =
    sums.count === 0 ? t('village.none') : t(isToday ? 'village.sum' : 'village.sumOther', sums);
  const fit = `${(184 / widthOf(sum)).toFixed(2)}mm`;
  return (
    <p className={styles.sum} style={{ '--fit': fit } as CSSProperties}>
      {sum}
      <span>{t('village.perPerson', { each, litres: format.number(perPerson, 1) })}</span>
    </p>
  );
}

function Deliveries({ village, t, format }: Words & { village: VillageDay }) {
  const rows = [
    ...village.deliveries.map((row) => ({ ...row, gone: false })),
    ...village.cancelled.map((row) => ({ ...row, gone: true })),
  ].sort((a, b) => a.from - b.from);
  return (
    <table className={styles.table}>
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
        {rows.map(({ id, from, to, place, litres, tanker, gone }) => (
          <tr key={id} data-gone={gone || undefined}>
            <td className={styles.time}>{format.timeRange(from, to)}</td>
            <td className={styles.place}>{place}</td>
            <td className={styles.litres}>{format.number(litres)}</td>
            <td>{gone ? <strong>{t('village.cancelled')}</strong> : tanker}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Points({
  points,
  t,
}: Pick<Words, 't'> & { points: readonly { id: string; place: string; says: string }[] }) {
  return (
    <section className={styles.part}>
      <h3>{t('village.points')}</h3>
      <ul className={styles.points}>
        {points.map(({ id, place, says }) => (
          <li key={id}>
            <strong>{place}</strong>
            <span>{says}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
