/* oxlint-disable jsx-a11y/prefer-tag-over-role -- drawn by SVG, there is no file for an img */
import { useId, useRef } from 'react';
import { uiMessages } from '../messages.ts';
import { useElementWidth } from '../theme/element-size.ts';
import { roomFor, ticksIn } from './scale.ts';
import styles from './step-chart.module.css';
import { type ChartPoint, stepPath, turningPoints } from './steps.ts';

export type Axis = {
  label: string;
  /** A value with its unit; beside the axis it stands as `tick` writes it. */
  format: (value: number) => string;
  tick: (value: number) => string;
};

export type StepChartProps = {
  title: string;
  /** How to read it: whether less is better, what nothing means. */
  note?: string;
  /** What it shows in a sentence, for those who can't see it. */
  summary: string;
  x: Axis & { most: number };
  y: Axis;
  line: { label: string; points: readonly ChartPoint[] };
  /** A dashed line across: what the values are measured against. */
  level?: { label: string; value: number } | undefined;
  height?: number;
};

const margin = { top: 8, right: 12, bottom: 22, left: 8 };
/** Px that one figure takes at the axis. */
const digit = 7;
const rows = 12;

/** A value over time that holds until it changes, against a level; the same figures as a table below it. */
export function StepChart(props: StepChartProps) {
  const { line, level, x, y, height = 168 } = props;
  const t = uiMessages.use();
  const id = useId();
  const holder = useRef<HTMLDivElement>(null);
  const width = useElementWidth(holder);
  const last = line.points.at(-1);
  return (
    <figure className={styles.chart} aria-labelledby={id}>
      <figcaption id={id} className={styles.title}>
        {props.title}
        {props.note && <span className={styles.note}>{props.note}</span>}
      </figcaption>
      <ul className={styles.legend}>
        <li>
          <Swatch kind="line" />
          {line.label} <strong>{last ? y.format(last.y) : '—'}</strong>
        </li>
        {level && (
          <li>
            <Swatch kind="level" />
            {level.label} <strong>{y.format(level.value)}</strong>
          </li>
        )}
      </ul>
      <div ref={holder} style={{ height }}>
        {width > 0 && <Drawing {...props} width={width} height={height} />}
      </div>
      {line.points.length > 0 && (
        <details className={styles.figures}>
          <summary>{t('chart.figures')}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{x.label}</th>
                <th scope="col">{y.label}</th>
              </tr>
            </thead>
            <tbody>
              {turningPoints(line.points, rows).map((point) => (
                <tr key={point.x}>
                  <td>{x.format(point.x)}</td>
                  <td>{y.format(point.y)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </figure>
  );
}

function Swatch({ kind }: { kind: 'line' | 'level' }) {
  return (
    <svg width="22" height="8" aria-hidden="true" className={styles.swatch}>
      <path d="M1 4H21" className={styles[kind]} />
    </svg>
  );
}

function Drawing(props: StepChartProps & { width: number; height: number }) {
  const { line, level, x, y, width, height } = props;
  const values = line.points.map((point) => point.y);
  const span = roomFor(level ? [...values, level.value] : values);
  const heights = ticksIn(span, 3);
  const widest = Math.max(...heights.map((tick) => y.tick(tick).length));
  const left = margin.left + widest * digit;
  const place = {
    x: (value: number) =>
      left + (Math.min(1, value / (x.most || 1)) * (width - left - margin.right) || 0),
    y: (value: number) =>
      height -
      margin.bottom -
      ((value - span[0]) / (span[1] - span[0])) * (height - margin.top - margin.bottom),
  };
  const times = ticksIn([0, x.most], width < 420 ? 4 : 8);
  const end = line.points.at(-1);
  return (
    <svg width={width} height={height} role="img" aria-label={props.summary}>
      {heights.map((tick) => (
        <g key={tick}>
          <path d={`M${left} ${place.y(tick)}H${width - margin.right}`} className={styles.grid} />
          <text x={left - 6} y={place.y(tick) + 4} textAnchor="end">
            {y.tick(tick)}
          </text>
        </g>
      ))}
      {times.map((tick, at) => (
        <text key={tick} x={place.x(tick)} y={height - 4} textAnchor="middle">
          {at === times.length - 1 ? x.format(tick) : x.tick(tick)}
        </text>
      ))}
      {level && (
        <path
          d={`M${left} ${place.y(level.value)}H${width - margin.right}`}
          className={styles.level}
        />
      )}
      <path d={stepPath(line.points, place)} className={styles.line} />
      {end && <circle cx={place.x(end.x)} cy={place.y(end.y)} r="3.5" className={styles.end} />}
    </svg>
  );
}
