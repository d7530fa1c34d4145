import {
  type PointerEvent,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { fitPadding, type MapEngineProps, zoomStep } from './engine.ts';
import styles from './map.module.css';
import { findBounds, type MapPicture } from './picture.ts';
import { fit, pan, type View, zoom } from './projection.ts';
import { SvgPicture } from './svg-picture.tsx';

type Size = { width: number; height: number };

const fitted = (picture: MapPicture, size: Size): View | undefined => {
  const bounds = findBounds(picture);
  return bounds && size.width ? fit(bounds, size, Math.min(fitPadding, size.width / 8)) : undefined;
};

export function SvgMap(props: MapEngineProps) {
  const { picture, controls, onPoint, onSelect } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  // Undefined: everything is in view, and stays so when the frame or the picture changes.
  const [moved, setMoved] = useState<View>();
  const whole = useMemo(() => fitted(picture, size), [picture, size]);
  const view = moved ?? whole;
  const drag = useRef<{ x: number; y: number; far: boolean } | undefined>(undefined);

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useImperativeHandle(controls, () => ({
    zoomBy: (steps) => setMoved(view && zoom(view, size, zoomStep ** steps)),
    panBy: (right, down) => setMoved(view && pan(view, -right, -down)),
    fit: () => setMoved(undefined),
  }));

  // React listens to the wheel passively, and the page must not scroll under a zoom.
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const at = [event.clientX - left, event.clientY - top] as const;
      setMoved((now) => {
        const from = now ?? fitted(picture, size);
        return from && zoom(from, size, 1.0015 ** -event.deltaY, at);
      });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [picture, size]);

  const idUnder = (event: PointerEvent) =>
    (event.target as Element).closest('[data-feature]')?.getAttribute('data-feature') ?? undefined;

  return (
    <div
      ref={frame}
      className={styles.canvas}
      data-moved={moved ? '' : undefined}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        drag.current = { x: event.clientX, y: event.clientY, far: false };
      }}
      onPointerMove={(event) => {
        const from = drag.current;
        if (from && view) {
          const dx = event.clientX - from.x;
          const dy = event.clientY - from.y;
          if (!from.far && Math.hypot(dx, dy) < 4) return;
          if (!from.far) event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = { x: event.clientX, y: event.clientY, far: true };
          setMoved(pan(view, dx, dy));
          onPoint(undefined);
          return;
        }
        const id = idUnder(event);
        const { left, top } = event.currentTarget.getBoundingClientRect();
        onPoint(
          id === undefined ? undefined : { id, x: event.clientX - left, y: event.clientY - top },
        );
      }}
      onPointerUp={(event) => {
        const from = drag.current;
        drag.current = undefined;
        if (from && !from.far) onSelect(idUnder(event));
      }}
      onPointerLeave={() => onPoint(undefined)}
      onPointerCancel={() => {
        drag.current = undefined;
      }}
    >
      {view && <SvgPicture {...props} view={view} size={size} />}
    </div>
  );
}
