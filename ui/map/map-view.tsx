/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- the picture moves by keys, the list is its accessible twin */
import { Button, Segmented, Tooltip } from 'antd';
import {
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { FitIcon, ListIcon, MinusIcon, PlaceIcon, PlusIcon } from '../icons.ts';
import { uiMessages } from '../messages.ts';
import { EmptyState } from '../state/empty-state.tsx';
import { ErrorBoundary } from '../state/error-boundary.tsx';
import { PictureSkeleton } from '../state/skeleton.tsx';
import { findGlAbility } from './can-gl.ts';
import type { MapControls, Pointed } from './engine.ts';
import styles from './map.module.css';
import { type LegendEntry, MapLegend } from './map-legend.tsx';
import { MapList } from './map-list.tsx';
import { featureCount, findBounds, type MapPicture } from './picture.ts';
import { SvgMap } from './svg-map.tsx';

const GlMap = lazy(() => import('./gl-map.tsx'));

export type MapViewProps = {
  title: string;
  picture: MapPicture;
  /** Says on the map that its positions are not surveyed ones. */
  schematic?: boolean;
  selected?: string | undefined;
  onSelect?: (id: string | undefined) => void;
  onHover?: (id: string | undefined) => void;
  /** The features that a choice elsewhere is about; the others step back. */
  focus?: readonly string[];
  legend?: readonly LegendEntry[];
  height?: number | string;
  /** Said below the map: where positions come from. */
  source?: ReactNode;
  /** `auto`: WebGL where the machine is fast at it, or where there is too much for SVG. */
  engine?: 'auto' | 'gl' | 'svg';
};

const tooManyForSvg = 400;

const keys: Record<string, (map: MapControls) => void> = {
  ArrowLeft: (map) => map.panBy(-60, 0),
  ArrowRight: (map) => map.panBy(60, 0),
  ArrowUp: (map) => map.panBy(0, -60),
  ArrowDown: (map) => map.panBy(0, 60),
  '+': (map) => map.zoomBy(1),
  '=': (map) => map.zoomBy(1),
  '-': (map) => map.zoomBy(-1),
  '0': (map) => map.fit(),
};

/** A map without any network: areas, lines and places as given, and the same as a list. */
export function MapView(props: MapViewProps) {
  const {
    title,
    picture,
    schematic,
    selected,
    onSelect,
    onHover,
    focus,
    legend,
    height = 440,
    engine = 'auto',
  } = props;
  const t = uiMessages.use();
  const hintId = useId();
  const [shown, setShown] = useState<'map' | 'list'>('map');
  const [failed, setFailed] = useState(false);
  const [pointed, setPointed] = useState<Pointed>();
  const controls = useRef<MapControls>(null);
  const focused = useMemo(() => new Set(focus), [focus]);
  const count = featureCount(picture);
  const useGl = useMemo(() => {
    if (engine === 'svg') return false;
    const ability = findGlAbility();
    return ability === 'fast' || (ability === 'slow' && (engine === 'gl' || count > tooManyForSvg));
  }, [engine, count]);
  const gl = useGl && !failed;

  const point = (next: Pointed | undefined) => {
    if (next?.id !== pointed?.id) onHover?.(next?.id);
    setPointed(next);
  };
  const under = pointed && findFeature(picture, pointed.id);
  const drawing = {
    picture,
    selected,
    focus: focused,
    onSelect: (id: string | undefined) => onSelect?.(id),
    onPoint: point,
    controls,
    onFailed: () => setFailed(true),
  };

  if (!findBounds(picture)) return <EmptyState small title={t('map.nothing')} />;

  return (
    <figure className={styles.figure}>
      <div className={`${styles.bar} no-print`}>
        <Segmented
          size="small"
          aria-label={t('map.view')}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'map', label: t('map.asMap'), icon: <PlaceIcon /> },
            { value: 'list', label: t('map.asList'), icon: <ListIcon /> },
          ]}
        />
        {failed && <span className={styles.note}>{t('map.failed')}</span>}
        {shown === 'map' && <ZoomButtons map={controls} />}
      </div>
      {shown === 'list' ? (
        <MapList
          title={title}
          picture={picture}
          selected={selected}
          onSelect={onSelect}
          height={height}
        />
      ) : (
        <div
          className={styles.frame}
          style={{ height }}
          role="group"
          aria-label={t('map.label', { title })}
          aria-describedby={hintId}
          tabIndex={0}
          onKeyDown={(event) => {
            const press = keys[event.key];
            if (!press || !controls.current || event.target !== event.currentTarget) return;
            event.preventDefault();
            press(controls.current);
          }}
        >
          <span id={hintId} className="visually-hidden">
            {t('map.hint')}
          </span>
          {gl ? (
            <ErrorBoundary onError={() => setFailed(true)}>
              <Suspense fallback={<PictureSkeleton height="100%" />}>
                <GlMap {...drawing} />
              </Suspense>
            </ErrorBoundary>
          ) : (
            <SvgMap {...drawing} />
          )}
          {schematic && (
            <span className={styles.schematic} title={t('map.schematicNote')}>
              {t('map.schematic')}
            </span>
          )}
          {pointed && under && (
            <div
              className={styles.tip}
              aria-hidden="true"
              style={{ left: pointed.x, top: pointed.y }}
            >
              <strong>{under.label}</strong>
              {under.note && <span>{under.note}</span>}
            </div>
          )}
        </div>
      )}
      <figcaption className={styles.caption}>
        {legend && legend.length > 0 && <MapLegend entries={legend} />}
        <span className={styles.note}>
          {schematic && t('map.schematicNote')}
          {schematic && props.source ? ' · ' : ''}
          {props.source}
        </span>
      </figcaption>
    </figure>
  );
}

function findFeature({ places = [], lines = [], areas = [] }: MapPicture, id: string) {
  return [...places, ...lines, ...areas].find((feature) => feature.id === id);
}

function ZoomButtons({ map }: { map: RefObject<MapControls | null> }) {
  const t = uiMessages.use();
  const buttons: [string, ReactNode, () => void][] = [
    [t('map.zoomOut'), <MinusIcon key="out" />, () => map.current?.zoomBy(-1)],
    [t('map.zoomIn'), <PlusIcon key="in" />, () => map.current?.zoomBy(1)],
    [t('map.fit'), <FitIcon key="fit" />, () => map.current?.fit()],
  ];
  return (
    <span className={styles.controls}>
      {buttons.map(([name, icon, press]) => (
        <Tooltip key={name} title={name}>
          <Button size="small" type="text" aria-label={name} icon={icon} onClick={press} />
        </Tooltip>
      ))}
    </span>
  );
}
