/* oxlint-disable jsx-a11y/prefer-tag-over-role -- bars lie on a time axis, not in the cells of a table */
import {
  type CSSProperties,
  type KeyboardEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useFormat } from '../language/use-format.tsx';
import { uiMessages } from '../messages.ts';
import { useElementWidth } from '../theme/element-size.ts';
import { coloursOf } from '../theme/tone.ts';
import {
  type Bar,
  closedStretches,
  findNextBar,
  lanesOf,
  type TimelineRow,
  ticksOf,
} from './bars.ts';
import styles from './timeline.module.css';
import type { TimelineProps } from './timeline.tsx';
import { type BarHandlers, TimelineBar } from './timeline-bar.tsx';
import { useBarDrag } from './use-bar-drag.ts';

const leastPxPerHour = 40;
const laneHeight = 26;
/** Room at either end, so that the first and the last hour can be read. */
const margin = 22;

type Tip = { bar: Bar; left: number; top: number };

export function TimelineChart(props: TimelineProps & { zoom: number }) {
  const { rows, kinds, from, to, now, selected, onSelect, onHover, focus, zoom } = props;
  const t = uiMessages.use();
  const format = useFormat();
  const hintId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const width = useElementWidth(frame);
  const tools = rows.some(({ tool }) => tool !== undefined);
  const heads = (width < 560 ? 92 : 152) + (tools ? 32 : 0);
  const [reached, setReached] = useState<string>();
  const [tip, setTip] = useState<Tip>();
  const kindOf = useMemo(() => new Map(kinds.map((kind) => [kind.id, kind])), [kinds]);
  const focused = useMemo(() => new Set(focus), [focus]);

  const pxPerSecond =
    Math.max((width - heads - 2 * margin) / (to - from), leastPxPerHour / 3600) * zoom;
  const x = (seconds: number) => margin + (seconds - from) * pxPerSecond;
  const trackWidth = Math.floor(x(to)) + margin;
  const ticks = ticksOf(from, to, pxPerSecond, 56);
  const nowShown = now !== undefined && now >= from && now <= to ? now : undefined;

  const all = rows.flatMap(({ bars }) => bars);
  const reachable =
    [reached, selected].find((id) => id !== undefined && all.some((bar) => bar.id === id)) ??
    all[0]?.id;

  // A choice made elsewhere (on a map, in a table) comes into sight.
  useEffect(() => {
    if (selected === undefined) return;
    findElement(scroller.current, selected)?.scrollIntoView({
      block: 'nearest',
      inline: 'nearest',
    });
  }, [selected]);

  const show = (bar: Bar, element: HTMLElement) => {
    const box = element.getBoundingClientRect();
    const outer = frame.current?.getBoundingClientRect();
    if (!outer) return;
    const middle =
      (Math.max(box.left, outer.left + heads) + Math.min(box.right, outer.right)) / 2 - outer.left;
    setTip({
      bar,
      left: Math.min(Math.max(middle, 120), outer.width - 120),
      top: box.top - outer.top,
    });
    onHover?.(bar.id);
  };
  const hide = () => {
    setTip(undefined);
    onHover?.(undefined);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const id = (event.target as HTMLElement).dataset.bar;
    if (id === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onSelect?.(id === selected ? undefined : id);
      return;
    }
    if (event.key === 'Escape') return hide();
    const next = findNextBar(rows, id, event.key);
    if (!next) return;
    event.preventDefault();
    setReached(next.id);
    const element = findElement(scroller.current, next.id);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  const fixed = new Set(rows.filter((row) => row.fixed).map(({ id }) => id));
  const { drag, endedDrag, ...grip } = useBarDrag({
    pxPerSecond,
    onMove: props.onMove,
    rowAt: (clientY) => {
      const elements = scroller.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [];
      for (const element of elements) {
        const { top, bottom } = element.getBoundingClientRect();
        const id = element.dataset.row;
        if (clientY >= top && clientY < bottom && id && !fixed.has(id)) return id;
      }
      return undefined;
    },
  });

  const handlers: BarHandlers = {
    ...grip,
    onPress: (bar) => {
      if (!endedDrag()) onSelect?.(bar.id === selected ? undefined : bar.id);
    },
    onShow: (bar, element) => {
      if (!drag) show(bar, element);
    },
    onHide: hide,
    onReach: (bar) => setReached(bar.id),
  };

  const words = (bar: Bar) =>
    [
      `${format.timeRange(bar.from, bar.to)} ${kindOf.get(bar.kind)?.label ?? ''}`,
      bar.title,
      bar.short,
      bar.note,
      bar.mark?.label,
    ]
      .filter(Boolean)
      .join(' · ');

  return (
    <div ref={frame} className={styles.frame}>
      <span id={hintId} className="visually-hidden">
        {t('timeline.hint')}
      </span>
      <div ref={scroller} className={styles.scroller} onScroll={() => setTip(undefined)}>
        <div
          role="grid"
          tabIndex={-1}
          aria-label={t('timeline.label', { title: props.title })}
          aria-describedby={hintId}
          className={styles.grid}
          style={{ width: heads + trackWidth, '--heads': `${heads}px` } as CSSProperties}
          onKeyDown={onKeyDown}
        >
          <div className={styles.axis} aria-hidden="true">
            <div className={styles.corner}>{props.rowHeader}</div>
            <div className={styles.ticks} style={{ width: trackWidth }}>
              {ticks.map((tick) => (
                <span key={tick} style={{ left: x(tick) }}>
                  {format.timeOfDay(tick)}
                </span>
              ))}
              {nowShown !== undefined && (
                <strong className={styles.nowLabel} style={{ left: x(nowShown) }}>
                  {t('timeline.now', { time: format.timeOfDay(nowShown) })}
                </strong>
              )}
            </div>
          </div>
          {rows.map((row) => {
            const lanes = lanesOf(row.bars);
            const height =
              Math.max(1, ...[...lanes.values()].map((lane) => lane + 1)) * laneHeight + 14;
            return (
              <div
                key={row.id}
                role="row"
                data-row={row.id}
                className={styles.row}
                style={{ height }}
              >
                <RowHead row={row} selected={row.id === props.selectedRow} onRow={props.onRow} />
                <div className={styles.track} style={{ width: trackWidth }}>
                  {closedStretches(from, to, row.open).map((closed) => (
                    <span
                      key={closed.from}
                      className={styles.closed}
                      style={{ left: x(closed.from), width: x(closed.to) - x(closed.from) }}
                    />
                  ))}
                  {row.bars.map((bar) => (
                    <TimelineBar
                      key={bar.id}
                      bar={bar}
                      row={row.id}
                      kind={kindOf.get(bar.kind)}
                      left={x(bar.from)}
                      width={Math.max(3, x(bar.to) - x(bar.from) - 1)}
                      top={7 + (lanes.get(bar.id) ?? 0) * laneHeight}
                      words={words(bar)}
                      selected={bar.id === selected}
                      back={focused.size > 0 && !focused.has(bar.id) && bar.id !== selected}
                      reachable={bar.id === reachable}
                      lifted={bar.id === drag?.bar.id}
                      handlers={handlers}
                    />
                  ))}
                  {drag?.row === row.id && (
                    <span
                      className={styles.ghost}
                      style={{
                        left: x(drag.at),
                        width: Math.max(3, x(drag.bar.to) - x(drag.bar.from) - 1),
                      }}
                    >
                      <span>{format.timeOfDay(drag.at)}</span>
                    </span>
                  )}
                </div>
              </div>
            );
          })}
          <div className={styles.rules} aria-hidden="true">
            {ticks.map((tick) => (
              <span key={tick} style={{ left: x(tick) }} />
            ))}
          </div>
          {nowShown !== undefined && (
            <div className={styles.now} aria-hidden="true" style={{ left: heads + x(nowShown) }} />
          )}
        </div>
      </div>
      {tip && !drag && (
        <div className={styles.tip} aria-hidden="true" style={{ left: tip.left, top: tip.top }}>
          <strong>
            {kindOf.get(tip.bar.kind)?.label} {format.timeRange(tip.bar.from, tip.bar.to)}
          </strong>
          <span>
            {tip.bar.title}
            {tip.bar.short ? ` · ${tip.bar.short}` : ''}
          </span>
          <span>{format.duration(tip.bar.to - tip.bar.from)}</span>
          {tip.bar.note && <span>{tip.bar.note}</span>}
          {tip.bar.mark && <span>{tip.bar.mark.label}</span>}
        </div>
      )}
    </div>
  );
}

const findElement = (within: HTMLElement | null, bar: string) =>
  within?.querySelector<HTMLElement>(`[data-bar="${CSS.escape(bar)}"]`);

function RowHead(props: {
  row: TimelineRow;
  selected: boolean;
  onRow: ((row: string) => void) | undefined;
}) {
  const { row, onRow } = props;
  const name = (
    <>
      {row.tone && (
        <span className={styles.swatch} style={{ background: coloursOf(row.tone).edge }} />
      )}
      <span className={styles.rowText}>
        <span className={styles.rowLabel}>{row.label}</span>
        {row.note && <span className={styles.rowNote}>{row.note}</span>}
      </span>
    </>
  );
  return (
    <div role="rowheader" className={styles.head} data-selected={props.selected || undefined}>
      {onRow ? (
        <button
          type="button"
          className={styles.rowButton}
          aria-pressed={props.selected}
          onClick={() => onRow(row.id)}
        >
          {name}
        </button>
      ) : (
        name
      )}
      {row.tool}
    </div>
  );
}
