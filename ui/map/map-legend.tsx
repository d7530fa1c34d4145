import { uiMessages } from '../messages.ts';
import type { Tone } from '../theme/tone.ts';
import styles from './map.module.css';
import { AreaMark, LineMark, PlaceMark } from './marks.tsx';
import type { MapLine, ShapeName } from './picture.ts';

export type LegendEntry =
  | { kind: 'place'; label: string; shape: ShapeName; tone: Tone; struck?: boolean }
  | { kind: 'line'; label: string; tone: Tone; dash?: MapLine['dash'] }
  | { kind: 'area'; label: string; tone: Tone };

function Mark({ entry }: { entry: LegendEntry }) {
  if (entry.kind === 'place')
    return <PlaceMark shape={entry.shape} tone={entry.tone} struck={entry.struck} />;
  if (entry.kind === 'line') return <LineMark tone={entry.tone} dash={entry.dash} />;
  return <AreaMark tone={entry.tone} />;
}

export function MapLegend({ entries }: { entries: readonly LegendEntry[] }) {
  const t = uiMessages.use();
  return (
    <ul className={styles.legend} aria-label={t('map.legend')}>
      {entries.map((entry) => (
        <li key={`${entry.kind} ${entry.label}`}>
          <Mark entry={entry} />
          {entry.label}
        </li>
      ))}
    </ul>
  );
}
