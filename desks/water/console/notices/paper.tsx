import { createFormat, type Format } from '@liangbuwu/ui/language/format.ts';
import type { Language } from '@liangbuwu/ui/language/messages.ts';
import { A4Sheet } from '@liangbuwu/ui/paper/a4-sheet.tsx';
import type { CSSProperties, ReactNode } from 'react';
import { noticeTexts } from '../messages/notice-texts.ts';
import { paperMessages } from '../messages/paper.ts';
import { type Edition, markOf, shortDate } from './compose.ts';
import styles from './paper.module.css';
import { widthOf } from './paper-room.ts';

/** What every sheet of a day says at its head and foot. */
export type PaperDay = {
  desk: string;
  day: string;
  isToday: boolean;
  edition: Edition;
  /** In words; undefined where it is beyond reach, or has not happened. */
  publishedAt: string | undefined;
  printedAt: string;
  timeZone: string;
};

export const formatOf = (language: Language, { timeZone }: Pick<PaperDay, 'timeZone'>): Format =>
  createFormat(language, timeZone);

/** Beside the version, mm. */
const titleWidth = 128;

/** A page of a day's notices, with the head and foot that they share. */
export function Paper(props: {
  name: string;
  language: Language;
  of: PaperDay;
  kicker: string;
  title: string;
  /** For the styles of what is on it. */
  sizes?: CSSProperties;
  children: ReactNode;
}) {
  const { language, of } = props;
  const t = paperMessages.use(language);
  const texts = noticeTexts.use(language);
  const format = formatOf(language, of);
  const { edition } = of;
  const mark = markOf({ t: texts, edition });
  return (
    <A4Sheet
      name={props.name}
      language={language}
      mark={mark}
      sizes={{ ...props.sizes, '--across': acrossOf(mark) } as CSSProperties}
    >
      {mark && <p className={styles.mark}>{mark}</p>}
      <header className={styles.head}>
        <div>
          <p className={styles.kicker}>{props.kicker}</p>
          <h2
            className={styles.title}
            style={{ '--fit': `${titleWidth / widthOf(props.title)}mm` } as CSSProperties}
          >
            {props.title}
          </h2>
          <p className={styles.date}>{shortDate({ format, day: of.day })}</p>
        </div>
        <p className={styles.version}>
          <strong>
            {edition.version === undefined
              ? t('versionUnseen')
              : t('version', { version: edition.version })}
          </strong>
          {of.publishedAt && <span>{t('published', { at: of.publishedAt })}</span>}
          <span>{t('printed', { at: of.printedAt })}</span>
        </p>
      </header>
      {props.children}
      <p className={styles.foot}>{t('outdated')}</p>
    </A4Sheet>
  );
}

/** Its size where it runs across the page. */
const acrossOf = (mark = ''): string =>
  `${Math.min(22, 190 / Math.max(1, widthOf(mark))).toFixed(1)}mm`;

/** A line to write on by hand. */
export function Blank({ label }: { label: string }) {
  return (
    <span className={styles.blank}>
      {label}
      <span className={styles.line} />
    </span>
  );
}
