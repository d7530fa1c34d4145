import { useMemo } from 'react';
import { coloursOf } from '../theme/tone.ts';
import type { MapEngineProps } from './engine.ts';
import styles from './map.module.css';
import type { MapArea, MapLine, MapPlace, Position } from './picture.ts';
import { placeLabels } from './place-labels.ts';
import { project, type View } from './projection.ts';
import { arrowsAlong, beside } from './screen-path.ts';
import { diameter, outlines, strike } from './shapes.ts';

type Props = Pick<MapEngineProps, 'picture' | 'selected' | 'focus'> & {
  view: View;
  size: { width: number; height: number };
};

type Point = readonly [x: number, y: number];

const drawn = (points: readonly Point[]) =>
  points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

const dashes = { solid: undefined, dashed: '8 5', dotted: '0.1 6' } as const;

function Area(props: {
  area: MapArea;
  at: (position: Position) => Point;
  selected: boolean;
  back: boolean;
}) {
  const { area, at, selected, back } = props;
  const { soft, edge } = coloursOf(area.tone);
  return (
    <path
      data-feature={area.id}
      className={styles.area}
      d={area.rings.map((ring) => `${drawn(ring.map(at))}Z`).join('')}
      fill={soft}
      fillRule="evenodd"
      stroke={edge}
      strokeWidth={selected ? 2.5 : 1}
      opacity={back ? 0.5 : 1}
    />
  );
}

function Line(props: {
  line: MapLine;
  at: (position: Position) => Point;
  selected: boolean;
  back: boolean;
}) {
  const { line, at, selected, back } = props;
  const { edge } = coloursOf(line.tone);
  const points = beside(line.path.map(at), line.offset ?? 0);
  const d = drawn(points);
  const width = selected ? 5 : 3;
  return (
    <g data-feature={line.id} className={styles.line} opacity={back ? 0.18 : 1}>
      <path d={d} stroke="transparent" strokeWidth="14" />
      {line.dash !== 'dotted' && <path d={d} stroke="#ffffff" strokeWidth={width + 2.5} />}
      <path
        d={d}
        stroke={edge}
        strokeWidth={width}
        strokeDasharray={dashes[line.dash ?? 'solid']}
        strokeLinecap={line.dash === 'dotted' ? 'round' : 'butt'}
      />
      {line.arrows &&
        !back &&
        arrowsAlong(points).map((arrow) => (
          <path
            key={`${arrow.x} ${arrow.y}`}
            d="M-4 -4.5 5 0-4 4.5Z"
            transform={`translate(${arrow.x.toFixed(1)} ${arrow.y.toFixed(1)}) rotate(${arrow.degrees.toFixed(1)})`}
            fill={edge}
            stroke="#ffffff"
            strokeWidth="1"
          />
        ))}
    </g>
  );
}

function Place(props: { place: MapPlace; at: Point; selected: boolean; back: boolean }) {
  const { place, at, selected, back } = props;
  const { fill, edge } = coloursOf(place.tone);
  const size = diameter(place);
  const scale = size / 20;
  return (
    <g
      data-feature={place.id}
      className={styles.place}
      opacity={back ? 0.35 : 1}
      transform={`translate(${at[0].toFixed(1)} ${at[1].toFixed(1)})`}
    >
      {selected && (
        <circle
          r={size * 0.5 + 7}
          fill="var(--accent)"
          fillOpacity="0.16"
          stroke="var(--accent)"
          strokeWidth="2"
        />
      )}
      <circle r={Math.max(14, size / 2 + 4)} fill="transparent" />
      <g transform={`scale(${scale}) translate(-10 -10)`}>
        <path
          d={outlines[place.shape]}
          fill={fill}
          stroke="#ffffff"
          strokeWidth={5 / scale}
          strokeLinejoin="round"
          paintOrder="stroke"
        />
        <path
          d={outlines[place.shape]}
          fill={fill}
          stroke={edge}
          strokeWidth={1.6 / scale}
          strokeLinejoin="round"
        />
        {place.struck && (
          <>
            <path d={strike} stroke="#ffffff" strokeWidth={5 / scale} />
            <path d={strike} stroke="var(--bad-edge)" strokeWidth={2.4 / scale} />
          </>
        )}
      </g>
    </g>
  );
}

const weights = { small: 0, normal: 1, large: 2 };

export function SvgPicture({ picture, selected, focus, view, size }: Props) {
  const { areas = [], lines = [], places = [] } = picture;
  const at = (position: Position) => project(view, size, position);
  const isBack = (id: string) => focus.size > 0 && !focus.has(id) && id !== selected;

  const labels = useMemo(() => {
    const lead = (id: string) => (id === selected ? 8 : focus.has(id) ? 4 : 0);
    const items = places.map((place) => {
      const [x, y] = project(view, size, place.at);
      const weight = weights[place.size ?? 'normal'] + lead(place.id);
      return { id: place.id, x, y, reach: diameter(place) / 2, text: place.label, weight };
    });
    const texts = new Map(items.map((item) => [item.id, item.text]));
    return placeLabels(items, size).map((label) => ({ ...label, text: texts.get(label.id) }));
  }, [places, view, size, selected, focus]);

  const byDepth = <T extends { id: string }>(list: readonly T[]) =>
    [...list].sort(
      (a, b) =>
        Number(a.id === selected) - Number(b.id === selected) ||
        Number(!isBack(a.id)) - Number(!isBack(b.id)),
    );

  return (
    <svg width={size.width} height={size.height} aria-hidden="true" className={styles.svg}>
      {areas.map((area) => (
        <Area
          key={area.id}
          area={area}
          at={at}
          selected={area.id === selected}
          back={isBack(area.id)}
        />
      ))}
      {areas.map((area) => {
        const ring = area.rings[0]?.map(at) ?? [];
        const xs = ring.map(([x]) => x);
        const ys = ring.map(([, y]) => y);
        const x = (Math.min(...xs) + Math.max(...xs)) / 2;
        return (
          <text
            key={area.id}
            x={x}
            y={Math.min(...ys) + 18}
            textAnchor="middle"
            className={styles.areaLabel}
          >
            {area.label}
          </text>
        );
      })}
      {byDepth(lines).map((line) => (
        <Line
          key={line.id}
          line={line}
          at={at}
          selected={line.id === selected}
          back={isBack(line.id)}
        />
      ))}
      {byDepth(places).map((place) => (
        <Place
          key={place.id}
          place={place}
          at={at(place.at)}
          selected={place.id === selected}
          back={isBack(place.id)}
        />
      ))}
      {labels.map((label) => (
        <text
          key={label.id}
          x={label.x}
          y={label.y}
          textAnchor={label.anchor}
          className={styles.label}
          opacity={isBack(label.id) ? 0.45 : 1}
        >
          {label.text}
        </text>
      ))}
    </svg>
  );
}
