/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- the grid around it has the keys */

import type { PointerEvent } from 'react';
import { classNames } from '../class-names.ts';
import { textWidth } from '../map/place-labels.ts';
import type { Bar, BarKind } from './bars.ts';
import { kindStyle } from './kind-mark.tsx';
import styles from './timeline.module.css';

export type BarHandlers = {
  onPress: (bar: Bar) => void;
  onShow: (bar: Bar, element: HTMLElement) => void;
  onHide: () => void;
  onReach: (bar: Bar) => void;
  onGrab: (bar: Bar, row: string, event: PointerEvent<HTMLElement>) => void;
  onPull: (event: PointerEvent<HTMLElement>) => void;
  onRelease: () => void;
  onLost: () => void;
};

export function TimelineBar(props: {
  bar: Bar;
  row: string;
  kind: BarKind | undefined;
  left: number;
  width: number;
  top: number;
  words: string;
  selected: boolean;
  back: boolean;
  reachable: boolean;
  /** It is being dragged: here is where it was. */
  lifted: boolean;
  handlers: BarHandlers;
}) {
  const { bar, kind, handlers } = props;
  const fits =
    bar.short !== undefined &&
    kind?.pattern !== 'thin' &&
    textWidth(bar.short, 12) + (bar.mark ? 26 : 10) <= props.width;
  return (
    <div
      role="gridcell"
      aria-label={props.words}
      aria-selected={props.selected}
      tabIndex={props.reachable ? 0 : -1}
      data-bar={bar.id}
      data-pattern={kind?.pattern ?? 'solid'}
      data-movable={bar.movable || undefined}
      className={classNames(styles.item, props.back && styles.back, props.lifted && styles.lifted)}
      style={{ ...kindStyle(kind), left: props.left, width: props.width, top: props.top }}
      onClick={() => handlers.onPress(bar)}
      onMouseEnter={(event) => handlers.onShow(bar, event.currentTarget)}
      onMouseLeave={handlers.onHide}
      onFocus={(event) => {
        handlers.onReach(bar);
        if (event.currentTarget.matches(':focus-visible'))
          handlers.onShow(bar, event.currentTarget);
      }}
      onBlur={handlers.onHide}
      onPointerDown={(event) => handlers.onGrab(bar, props.row, event)}
      onPointerMove={handlers.onPull}
      onPointerUp={handlers.onRelease}
      onPointerCancel={handlers.onLost}
    >
      {bar.mark && (
        <span className={styles.mark} aria-hidden="true">
          {bar.mark.icon}
        </span>
      )}
      {fits && <span className={styles.short}>{bar.short}</span>}
    </div>
  );
}
