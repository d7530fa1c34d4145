import { uiMessages } from '../messages.ts';
import styles from './skeleton.module.css';

function Waiting(props: { className: string | undefined; children: React.ReactNode }) {
  const t = uiMessages.use();
  return (
    <div className={props.className} aria-busy="true">
      <output className="visually-hidden">{t('loading')}</output>
      {props.children}
    </div>
  );
}

const numbered = (count: number) => Array.from({ length: count }, (_, at) => at);

export function TableSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <Waiting className={styles.table}>
      <div className={styles.head} />
      {numbered(rows).map((at) => (
        <div key={at} className={styles.row}>
          <span className={styles.bone} style={{ width: `${52 + ((at * 17) % 36)}%` }} />
          <span className={styles.bone} />
          <span className={styles.bone} />
        </div>
      ))}
    </Waiting>
  );
}

export function TilesSkeleton({ tiles = 4 }: { tiles?: number }) {
  return (
    <Waiting className={styles.tiles}>
      {numbered(tiles).map((at) => (
        <div key={at} className={styles.tile}>
          <span className={styles.bone} style={{ width: '48%' }} />
          <span className={styles.figure} />
        </div>
      ))}
    </Waiting>
  );
}

export function PictureSkeleton({ height = 360 }: { height?: number | string }) {
  return (
    <Waiting className={styles.picture}>
      <div className={styles.canvas} style={{ height }} />
    </Waiting>
  );
}

export function PageSkeleton() {
  return (
    <div className={styles.page}>
      <TilesSkeleton />
      <TableSkeleton />
    </div>
  );
}
