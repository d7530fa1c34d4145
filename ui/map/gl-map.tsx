import 'maplibre-gl/dist/maplibre-gl.css';
import { type GeoJSONSource, Map as GlMap, type LngLatBoundsLike, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import { uiMessages } from '../messages.ts';
import { PictureSkeleton } from '../state/skeleton.tsx';
import { fitPadding, type MapEngineProps, zoomStep } from './engine.ts';
import { imageRatio, imagesOf } from './gl-icons.ts';
import { sourcesOf, styleOf } from './gl-style.ts';
import styles from './map.module.css';
import { findBounds, type MapPicture } from './picture.ts';

setWorkerUrl(workerUrl);

const touchable = ['place', 'line-solid', 'line-dashed', 'line-dotted', 'area'];

function fitAll(map: GlMap, picture: MapPicture, animate: boolean) {
  const bounds = findBounds(picture);
  if (!bounds) return;
  const corners: LngLatBoundsLike = [bounds.west, bounds.south, bounds.east, bounds.north];
  const padding = Math.min(fitPadding, map.getContainer().clientWidth / 8);
  map.fitBounds(corners, { padding, maxZoom: 15, animate });
}

function addImages(map: GlMap, picture: MapPicture) {
  for (const [name, image] of imagesOf(picture))
    if (!map.hasImage(name)) map.addImage(name, image, { pixelRatio: imageRatio });
}

/** The topmost feature near the pointer: lines are thin, so a few px around count. */
function findUnder(map: GlMap, { x, y }: { x: number; y: number }): string | undefined {
  const found = map.queryRenderedFeatures(
    [
      [x - 5, y - 5],
      [x + 5, y + 5],
    ],
    { layers: touchable },
  );
  for (const layer of touchable) {
    const hit = found.find((feature) => feature.layer.id === layer);
    if (hit) return String(hit.properties.id);
  }
  return undefined;
}

export default function MaplibreMap(props: MapEngineProps) {
  const { picture, selected, focus, controls } = props;
  const t = uiMessages.use();
  const holder = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<GlMap>();
  const [drawn, setDrawn] = useState(false);
  const latest = useRef({ ...props, moved: false });
  useEffect(() => {
    latest.current = { ...props, moved: latest.current.moved };
  });
  // Made once; what changes later is handed in below.
  useEffect(() => {
    const container = holder.current;
    if (!container) return;
    let made: GlMap;
    try {
      made = new GlMap({
        container,
        style: styleOf(picture),
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        cooperativeGestures: true,
        maxZoom: 18,
        locale: {
          'CooperativeGesturesHandler.WindowsHelpText': t('map.wheel'),
          'CooperativeGesturesHandler.MacHelpText': t('map.wheel'),
          'CooperativeGesturesHandler.MobileHelpText': t('map.fingers'),
          'Map.Title': t('map.asMap'),
        },
      });
    } catch {
      latest.current.onFailed();
      return;
    }
    made.touchZoomRotate.disableRotation();
    made.keyboard.disable();
    made.getCanvas().tabIndex = -1;
    const observer = new ResizeObserver(() => {
      if (!latest.current.moved) fitAll(made, latest.current.picture, false);
    });
    made.on('style.load', () => addImages(made, latest.current.picture));
    made.on('load', () => {
      fitAll(made, latest.current.picture, false);
      observer.observe(container);
      setMap(made);
      void made.once('idle', () => setDrawn(true));
    });
    for (const event of ['dragstart', 'wheel', 'touchstart'] as const)
      made.on(event, () => {
        latest.current.moved = true;
      });
    made.on('mousemove', (event) => {
      const id = findUnder(made, event.point);
      made.getCanvas().style.cursor = id === undefined ? '' : 'pointer';
      latest.current.onPoint(
        id === undefined ? undefined : { id, x: event.point.x, y: event.point.y },
      );
    });
    made.on('mouseout', () => latest.current.onPoint(undefined));
    made.on('click', (event) => latest.current.onSelect(findUnder(made, event.point)));
    return () => {
      observer.disconnect();
      made.remove();
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useEffect(() => {
    if (!map) return;
    addImages(map, picture);
    for (const [name, data] of Object.entries(sourcesOf(picture)))
      void (map.getSource(name) as GeoJSONSource | undefined)?.setData(data);
    if (!latest.current.moved) fitAll(map, picture, false);
  }, [map, picture]);

  useEffect(() => {
    if (!map) return;
    const { areas = [], lines = [], places = [] } = picture;
    const mark = (source: string, features: readonly { id: string }[]) => {
      for (const { id } of features) {
        const back = focus.size > 0 && !focus.has(id) && id !== selected;
        map.setFeatureState({ source, id }, { back, selected: id === selected });
      }
    };
    mark('areas', areas);
    mark('lines', lines);
    mark('places', places);
  }, [map, picture, selected, focus]);

  useImperativeHandle(controls, () => ({
    zoomBy: (steps) => {
      latest.current.moved = true;
      if (map) map.zoomTo(map.getZoom() + steps * Math.log2(zoomStep));
    },
    panBy: (right, down) => {
      latest.current.moved = true;
      map?.panBy([right, down]);
    },
    fit: () => {
      latest.current.moved = false;
      if (map) fitAll(map, picture, true);
    },
  }));

  // MapLibre's own style sheet makes its container `position: relative`, so it gets one inside ours.
  return (
    <div className={styles.canvas} data-drawn={drawn ? 'gl' : undefined}>
      <div ref={holder} className={styles.gl} />
      {!drawn && (
        <div className={styles.canvas}>
          <PictureSkeleton height="100%" />
        </div>
      )}
    </div>
  );
}
