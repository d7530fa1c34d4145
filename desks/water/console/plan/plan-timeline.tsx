import { PrintIcon } from '@liangbuwu/ui/icons.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
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
import { barKinds, hoursOf, type TimelineWords, timelineRows } from './timeline-rows.ts';

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
  onChoose: (chosen: Chosen | undefined) => void;
  onTanker: (tanker: string) => void;
}) {
  const { day, names, words, followed, light } = props;
  const t = planMessages.use();
  const rows = useMemo(
    () => timelineRows(day, followed.rides, names, words),
    [day, followed, names, words],
  );
  const kinds = useMemo(() => barKinds((kind) => t(`timeline.${kind}`)), [t]);
  const hours = hoursOf(day.desk, followed.rides);
  return (
    <Panel flush title={t('timeline.title')} note={<EstimateNote day={day} />}>
      <Timeline
        title={t('timeline.title')}
        rowHeader={t('timeline.tanker')}
        rows={rows}
        kinds={kinds}
        from={hours.from}
        to={hours.to}
        now={props.now}
        selected={light.bar}
        focus={light.bars}
        onSelect={(id) => props.onChoose(id === undefined ? undefined : { kind: 'ride', id })}
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

/** What is chosen, in words, with the way out. */
export function ChosenNote(props: {
  chosen: Chosen | undefined;
  names: DayNames;
  followed: Followed;
  onClear: () => void;
}) {
  const { chosen, names, followed } = props;
  const t = planMessages.use();
  const format = useFormat();
  const words = (() => {
    if (chosen?.kind === 'tanker')
      return t('timeline.drop', { name: names.tankers.get(chosen.id)?.name ?? '—' });
    if (chosen?.kind !== 'point' && chosen?.kind !== 'source') return undefined;
    const of = chosen.kind === 'point' ? names.points : names.sources;
    const name = of.get(chosen.id)?.name ?? '—';
    const stops = followed.rides.filter(
      ({ stretch }) => stretch.at === chosen.id && stretch.litres !== null,
    );
    if (stops.length === 0) return t('timeline.visitsNone', { name });
    const litres = stops.reduce((sum, { stretch }) => sum + (stretch.litres ?? 0), 0);
    return t('timeline.visits', { name, count: stops.length, litres: format.litres(litres) });
  })();
  return (
    <p className={styles.chosen} role="status">
      {words && (
        <>
          <span>{words}</span>
          <button type="button" onClick={props.onClear}>
            {t('timeline.clear')}
          </button>
        </>
      )}
    </p>
  );
}
