import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { planMessages } from '../messages/plan.ts';
import styles from './chosen-note.module.css';
import type { DayNames } from './day-names.ts';
import type { Followed, Ride } from './follow.ts';
import type { Chosen } from './highlight.ts';
import type { PictureWords } from './picture.ts';
import type { TimelineWords } from './timeline-rows.ts';

/** What is chosen, in words, with the way out; before anything is, how to choose. */
export function ChosenNote(props: {
  chosen: Chosen | undefined;
  names: DayNames;
  words: { picture: PictureWords; timeline: TimelineWords };
  followed: Followed;
  onClear: () => void;
}) {
  const t = planMessages.use();
  const words = useChosenWords(props);
  return (
    <output className={styles.note}>
      {words === undefined ? (
        t('timeline.hint')
      ) : (
        <>
          <span className={styles.words}>{words}</span>
          <button type="button" onClick={props.onClear}>
            {t('timeline.clear')}
          </button>
        </>
      )}
    </output>
  );
}

function useChosenWords(of: Parameters<typeof ChosenNote>[0]): string | undefined {
  const { chosen, names, words, followed } = of;
  const t = planMessages.use();
  const format = useFormat();
  const sum = (rides: readonly Ride[], what: 'litres' | 'metres') =>
    rides.reduce((total, { stretch }) => total + (stretch[what] ?? 0), 0);
  switch (chosen?.kind) {
    case undefined:
      return undefined;
    case 'ride': {
      const ride = followed.ride(chosen.id);
      if (!ride) return undefined;
      const { from, to, litres } = ride.stretch;
      const about = {
        time: format.timeRange(from, to),
        tanker: names.tankers.get(ride.tanker)?.name ?? '—',
        what: words.timeline.title(ride),
      };
      return litres === null
        ? t('timeline.ride', about)
        : t('timeline.rideLitres', { ...about, litres: format.litres(litres) });
    }
    case 'way': {
      const way = followed.ways.find(({ id }) => id === chosen.id);
      return way && `${words.picture.between(way.from, way.to, false)} · ${words.picture.way(way)}`;
    }
    case 'road': {
      const road = followed.roads.find(({ id }) => id === chosen.id);
      return road && `${words.picture.between(...road.ends, true)} · ${words.picture.road(road)}`;
    }
    case 'tanker': {
      const own = followed.rides.filter(({ tanker }) => tanker === chosen.id);
      return t('timeline.works', {
        name: names.tankers.get(chosen.id)?.name ?? '—',
        litres: format.litres(
          sum(
            own.filter(({ stretch }) => stretch.kind === 'deliver'),
            'litres',
          ),
        ),
        distance: format.distance(sum(own, 'metres')),
      });
    }
    case 'point':
    case 'source': {
      const name =
        (chosen.kind === 'point' ? names.points : names.sources).get(chosen.id)?.name ?? '—';
      const stops = followed.rides.filter(
        ({ stretch }) => stretch.at === chosen.id && stretch.litres !== null,
      );
      if (stops.length === 0) return t('timeline.visitsNone', { name });
      const litres = format.litres(sum(stops, 'litres'));
      return t('timeline.visits', { name, count: stops.length, litres });
    }
  }
}
