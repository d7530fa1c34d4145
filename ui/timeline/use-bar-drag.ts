import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Bar } from './bars.ts';

/** A bar on its way to another row or time. */
export type BarDrag = { bar: Bar; row: string; at: number };

/** Full minutes to which a dragged bar keeps, seconds. */
const step = 300;
/** The pointer has to move this far before a press becomes a drag, px. */
const slop = 5;

/**
 * Drags bars between the rows of a chart with mouse or pen (a finger scrolls the chart). Escape leaves the bar where it was.
 *
 * @param rowAt the row at a height of the window, px; undefined where none takes bars.
 */
export function useBarDrag(options: {
  pxPerSecond: number;
  rowAt: (clientY: number) => string | undefined;
  onMove: ((bar: string, to: { row: string; at: number }) => void) | undefined;
}) {
  const { pxPerSecond, rowAt, onMove } = options;
  const [drag, setDrag] = useState<BarDrag>();
  const grabbed = useRef<{ bar: Bar; row: string; x: number; y: number }>(undefined);
  const moved = useRef(false);

  useEffect(() => {
    if (!drag) return;
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      grabbed.current = undefined;
      setDrag(undefined);
    };
    // Before whoever else listens for it: the press of the key is used up here.
    window.addEventListener('keydown', leave, { capture: true });
    return () => window.removeEventListener('keydown', leave, { capture: true });
  }, [drag]);

  return {
    drag,
    /** Whether the click that follows is only the end of a drag. */
    endedDrag: () => {
      const was = moved.current;
      moved.current = false;
      return was;
    },
    onGrab: (bar: Bar, row: string, event: PointerEvent<HTMLElement>) => {
      moved.current = false;
      if (!onMove || !bar.movable || event.button !== 0 || event.pointerType === 'touch') return;
      event.currentTarget.setPointerCapture(event.pointerId);
      grabbed.current = { bar, row, x: event.clientX, y: event.clientY };
    },
    onPull: (event: PointerEvent<HTMLElement>) => {
      const from = grabbed.current;
      if (!from) return;
      const [right, down] = [event.clientX - from.x, event.clientY - from.y];
      if (!drag && Math.hypot(right, down) < slop) return;
      moved.current = true;
      const at = Math.round((from.bar.from + right / pxPerSecond) / step) * step;
      setDrag({ bar: from.bar, row: rowAt(event.clientY) ?? from.row, at: Math.max(0, at) });
    },
    onRelease: () => {
      const from = grabbed.current;
      grabbed.current = undefined;
      setDrag(undefined);
      if (!from || !drag) return;
      if (drag.row === from.row && drag.at === from.bar.from) return;
      onMove?.(drag.bar.id, { row: drag.row, at: drag.at });
    },
    onLost: () => {
      grabbed.current = undefined;
      setDrag(undefined);
    },
  };
}
