/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keys */
import type { ReactNode } from 'react';
import { uiMessages } from '../messages.ts';
import styles from './map.module.css';
import { AreaMark, LineMark, PlaceMark } from './marks.tsx';
import type { MapPicture } from './picture.ts';

type Entry = { id: string; label: string; note?: string; group?: string; mark: ReactNode };

function entriesOf({ places = [], lines = [], areas = [] }: MapPicture): Entry[] {
  return [
    ...places.map((place) => ({
      ...place,
      mark: <PlaceMark shape={place.shape} tone={place.tone} struck={place.struck} />,
    })),
    ...lines.map((line) => ({ ...line, mark: <LineMark tone={line.tone} dash={line.dash} /> })),
    ...areas.map((area) => ({ ...area, mark: <AreaMark tone={area.tone} /> })),
  ];
}

/** The picture in words, for keyboards, screen readers and those who would rather read. */
export function MapList(props: {
  title: string;
  picture: MapPicture;
  selected: string | undefined;
  onSelect: ((id: string | undefined) => void) | undefined;
  height: number | string;
}) {
  const t = uiMessages.use();
  const groups = new Map<string, Entry[]>();
  for (const entry of entriesOf(props.picture)) {
    const name = entry.group ?? '';
    groups.set(name, [...(groups.get(name) ?? []), entry]);
  }
  return (
    <section
      className={styles.list}
      style={{ maxHeight: props.height }}
      aria-label={`${props.title} · ${t('map.asList')}`}
      tabIndex={0}
    >
      {[...groups].map(([group, entries]) => (
        <div key={group} className={styles.listGroup}>
          {group && <h3>{group}</h3>}
          <ul>
            {entries.map((entry) => (
              <li key={entry.id}>
                <ListEntry
                  entry={entry}
                  selected={entry.id === props.selected}
                  onSelect={props.onSelect}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function ListEntry(props: {
  entry: Entry;
  selected: boolean;
  onSelect: ((id: string | undefined) => void) | undefined;
}) {
  const { entry, selected, onSelect } = props;
  const content = (
    <>
      {entry.mark}
      <span className={styles.listText}>
        <span className={styles.listLabel}>{entry.label}</span>
        {entry.note && <span className={styles.note}>{entry.note}</span>}
      </span>
    </>
  );
  if (!onSelect) return <div className={styles.listEntry}>{content}</div>;
  return (
    <button
      type="button"
      className={styles.listEntry}
      aria-pressed={selected}
      onClick={() => onSelect(selected ? undefined : entry.id)}
    >
      {content}
    </button>
  );
}
