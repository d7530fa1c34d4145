import type { ReactNode } from 'react';
import type { Language } from '../language/messages.ts';
import { A4Sheet } from './a4-sheet.tsx';
import styles from './poster.module.css';

type InBoth = Readonly<Record<Language, string>>;

/** An A4 poster in both languages around a QR code, read from some steps away. */
export function Poster(props: {
  name: string;
  /** Font size of the name: CSS. */
  nameSize: string;
  kicker: InBoth;
  scan: InBoth;
  /** Where the code leads. */
  link: string;
  /** As one SVG path, a unit a module. */
  qr: { size: number; path: string };
  code: string;
  tells: readonly InBoth[];
  note: InBoth;
  children?: ReactNode;
}) {
  const { name, link, qr, code } = props;
  return (
    <A4Sheet name={name} language="zh-CN" className={styles.poster}>
      <header className={styles.head}>
        <p className={styles.small}>
          <Both of={props.kicker} />
        </p>
        <h2 className={styles.name} style={{ fontSize: props.nameSize }}>
          {name}
        </h2>
      </header>
      <p className={styles.scan}>
        <Both of={props.scan} />
      </p>
      <svg
        className={styles.qr}
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        role="img"
        aria-label={link}
        shapeRendering="crispEdges"
      >
        <path d={qr.path} />
      </svg>
      <p className={styles.code}>{`${code.slice(0, 4)}-${code.slice(4)}`}</p>
      <ul className={styles.tells}>
        {props.tells.map((one) => (
          <li key={one.en}>
            <Both of={one} />
          </li>
        ))}
      </ul>
      <p className={styles.small}>
        <Both of={props.note} />
      </p>
      {props.children}
    </A4Sheet>
  );
}

/** Chinese, and beneath it English, smaller. */
export function Both({ of }: { of: InBoth }) {
  return (
    <>
      {of['zh-CN']}
      <span lang="en">{of.en}</span>
    </>
  );
}
