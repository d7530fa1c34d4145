import { PrintIcon } from '@liangbuwu/ui/icons.ts';
import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Timeline } from '@liangbuwu/ui/timeline/timeline.tsx';
import { useMemo } from 'react';
import { planMessages } from '../messages/plan.ts';
import type { Day, DayNames } from './day-names.ts';
import { EstimateNote } from './estimate-note.tsx';
import type { Followed } from './follow.ts';
import type { Chosen, Highlight } from './highlight.ts';
import styles from './plan-timeline.module.css';
import {
  barKinds,
  hoursOf,
  type TimelineHand,
  type TimelineWords,
  timelineRows,
  withoutFaintText,
} from './timeline-rows.ts';

/** Every tanker's day against the hours. */
export function PlanTimeline(props: {
  day: Day;
  names: DayNames;
  words: TimelineWords;
  followed: Followed;
  light: Highlight;
  now: number | undefined;
  tanker: string | undefined;
  printHref: string;
  /** Given while the plan is changed by hand. */
  hand?: { rows: TimelineHand; onMove: (ride: string, to: { row: string; at: number }) => void };
  onChoose: (chosen: Chosen | undefined) => void;
  onTanker: (tanker: string) => void;
}) {
  const { day, names, words, followed, light, hand } = props;
  const t = planMessages.use();
  const rows = useMemo(
    () => timelineRows(day, followed.rides, names, words, hand?.rows),
    [day, followed, names, words, hand?.rows],
  );
  // Being changed, every delivery is there to be taken hold of.
  const shown = useMemo(
    () => (hand ? rows : withoutFaintText(rows, light.bars)),
    [rows, light, hand],
  );
  const kinds = useMemo(() => barKinds((kind) => t(`timeline.${kind}`)), [t]);
  const hours = hoursOf(day.desk, followed.rides);
  return (
    <Panel flush title={t('timeline.title')} note={<EstimateNote day={day} />}>
      <Timeline
        title={t('timeline.title')}
        rowHeader={t('timeline.tanker')}
        rows={shown}
        kinds={kinds}
        from={hours.from}
        to={hours.to}
        now={props.now}
        selected={light.bar}
        focus={hand ? [] : light.bars}
        onSelect={(id) => props.onChoose(id === undefined ? undefined : { kind: 'ride', id })}
        onMove={hand?.onMove}
        onRow={props.onTanker}
        selectedRow={props.tanker}
        tools={
          <AppLink href={props.printHref} className={styles.print}>
            <PrintIcon /> {t('timeline.print')}
          </AppLink>
        }
      />
    </Panel>
  );
}
