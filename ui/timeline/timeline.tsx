import { Button, Segmented, Tooltip } from 'antd';
import { type ReactNode, useState } from 'react';
import { FitIcon, ListIcon, MinusIcon, PlusIcon, PrintIcon, ScheduleIcon } from '../icons.ts';
import { uiMessages } from '../messages.ts';
import { EmptyState } from '../state/empty-state.tsx';
import { useMedia } from '../theme/media.ts';
import type { BarKind, TimelineRow } from './bars.ts';
import { KindMark } from './kind-mark.tsx';
import styles from './timeline.module.css';
import { TimelineChart } from './timeline-chart.tsx';
import { TimelineTable } from './timeline-table.tsx';

export type TimelineProps = {
  title: string;
  /** What a row is, as the table's heading: "Tanker". */
  rowHeader: string;
  rows: readonly TimelineRow[];
  kinds: readonly BarKind[];
  /** Seconds since 00:00 of the day. */
  from: number;
  to: number;
  now?: number | undefined;
  selected?: string | undefined;
  onSelect?: (bar: string | undefined) => void;
  onHover?: (bar: string | undefined) => void;
  /** A movable bar was dragged to a row, to begin at a second of the day. */
  onMove?: ((bar: string, to: { row: string; at: number }) => void) | undefined;
  /** A row's name was pressed. */
  onRow?: (row: string) => void;
  selectedRow?: string | undefined;
  /** Bars that a choice elsewhere is about; the others step back. */
  focus?: readonly string[];
  tools?: ReactNode;
};

const closest = 8;

/** Rows of bars against the hours of a day, and the same as a table to read or print. */
export function Timeline(props: TimelineProps) {
  const { rows, kinds } = props;
  const t = uiMessages.use();
  const printing = useMedia('print');
  const [shown, setShown] = useState<'timeline' | 'table'>('timeline');
  const [zoom, setZoom] = useState(1);
  if (rows.every(({ bars }) => bars.length === 0))
    return <EmptyState small title={t('timeline.nothing')} />;
  const used = kinds.filter(({ id }) =>
    rows.some(({ bars }) => bars.some(({ kind }) => kind === id)),
  );
  const step = (name: string, icon: ReactNode, next: number) => (
    <Tooltip title={name}>
      <Button
        size="small"
        type="text"
        aria-label={name}
        icon={icon}
        onClick={() => setZoom(Math.min(closest, Math.max(1, next)))}
      />
    </Tooltip>
  );
  return (
    <div className={styles.timeline}>
      <div className={`${styles.bar} no-print`}>
        <Segmented
          size="small"
          aria-label={t('timeline.view')}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'timeline', label: t('timeline.asTimeline'), icon: <ScheduleIcon /> },
            { value: 'table', label: t('timeline.asTable'), icon: <ListIcon /> },
          ]}
        />
        <ul className={styles.kinds}>
          {used.map((kind) => (
            <li key={kind.id}>
              <KindMark kind={kind} />
              {kind.label}
            </li>
          ))}
        </ul>
        <span className={styles.tools}>
          {props.tools}
          {shown === 'timeline' ? (
            <>
              {step(t('timeline.zoomOut'), <MinusIcon />, zoom / 1.5)}
              {step(t('timeline.zoomIn'), <PlusIcon />, zoom * 1.5)}
              {step(t('timeline.fit'), <FitIcon />, 1)}
            </>
          ) : (
            <Button size="small" type="text" icon={<PrintIcon />} onClick={() => window.print()}>
              {t('timeline.print')}
            </Button>
          )}
        </span>
      </div>
      {shown === 'table' || printing ? (
        <TimelineTable {...props} />
      ) : (
        <TimelineChart {...props} zoom={zoom} />
      )}
    </div>
  );
}
