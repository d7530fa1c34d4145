import type { Language } from '@liangbuwu/ui/language/messages.ts';
import { A4Sheet } from '@liangbuwu/ui/paper/a4-sheet.tsx';
import type { CSSProperties } from 'react';
import { posterMessages } from '../messages/poster.ts';
import paper from './paper.module.css';
import { Blank } from './paper.tsx';
import { widthOf } from './paper-room.ts';
import styles from './poster.module.css';
import { qrPath } from './qr-path.ts';

const tells = ['next', 'windows', 'door', 'missed'] as const;

/** A point's poster: one A4 page in both languages that leads to its public page. */
export function PosterPaper(props: {
  name: string;
  code: string;
  desk: string;
  /** Where this server is reached: the address that the page itself came from. */
  origin: string;
  day: Record<Language, string>;
}) {
  const { name, code, desk, origin, day } = props;
  const zh = posterMessages.use('zh-CN');
  const en = posterMessages.use('en');
  const qr = qrPath(`${origin}/p/${code}`);
  const address = `${origin.replace(/^https?:\/\//, '')}/p`;
  const both = (one: string, other: string) => (
    <>
      {one}
      <span lang="en">{other}</span>
    </>
  );
  return (
    <A4Sheet name={name} language="zh-CN" className={styles.poster}>
      <header className={styles.head}>
        <p className={styles.kicker}>{both(zh('kicker', { desk }), en('kicker', { desk }))}</p>
        <h2
          className={styles.title}
          style={{ '--fit': `${184 / widthOf(name)}mm` } as CSSProperties}
        >
          {name}
        </h2>
      </header>
      <p className={styles.scan}>{both(zh('scan'), en('scan'))}</p>
      <svg
        className={styles.qr}
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        role="img"
        aria-label={`${origin}/p/${code}`}
        shapeRendering="crispEdges"
      >
        <path d={qr.path} />
      </svg>
      <p className={styles.code}>{`${code.slice(0, 4)}-${code.slice(4)}`}</p>
      <ul className={styles.tells}>
        {tells.map((one) => (
          <li key={one}>{both(zh(`tells.${one}`), en(`tells.${one}`))}</li>
        ))}
      </ul>
      <p className={styles.small}>
        {both(
          `${zh('free')}。${zh('type', { address })}`,
          `${en('free')}. ${en('type', { address })}`,
        )}
      </p>
      <p className={styles.ask}>
        <strong>{both(zh('ask'), en('ask'))}</strong>
        <Blank label="" />
        <strong>{both(zh('phone'), en('phone'))}</strong>
        <Blank label="" />
      </p>
      <p className={paper.foot}>
        {zh('valid', { day: day['zh-CN'] })} <span lang="en">{en('valid', { day: day.en })}</span>
      </p>
    </A4Sheet>
  );
}
