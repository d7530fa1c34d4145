import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useMemo } from 'react';
import { planMessages } from '../messages/plan.ts';
import { sharedMessages } from '../messages/shared.ts';
import { useKindWords } from '../use-kind-words.ts';
import type { Day, DayNames } from './day-names.ts';
import type { PictureWords } from './picture.ts';
import type { TimelineWords } from './timeline-rows.ts';

/** Nothing is known of the single way: only when all are estimates can each be called one. */
export const allEstimated = ({ ways, estimatedWays }: Day): boolean =>
  ways > 0 && estimatedWays === ways;

/** What map and timetable say, in the reader's language. */
export function usePlanWords(
  day: Day,
  names: DayNames,
): { picture: PictureWords; timeline: TimelineWords } {
  const t = planMessages.use();
  const shared = sharedMessages.use();
  const format = useFormat();
  const kinds = useKindWords();
  return useMemo(() => {
    const estimated = allEstimated(day);
    const provenance = (place: string) => {
      const position = names.positions.get(place);
      return position ? t(`map.provenance.${position.provenance}`) : '';
    };
    const withPlace = (words: string, place: string) =>
      [words, provenance(place)].filter(Boolean).join(' · ');
    const picture: PictureWords = {
      sources: t('map.sources'),
      points: t('map.points'),
      homes: t('map.homes'),
      ways: t('map.ways'),
      source: (source) =>
        withPlace(
          t('map.source', {
            kind: t(`map.kind.${source.kind}`),
            bays: format.number(source.bays),
            flow: format.number(source.litresPerMinute),
          }),
          source.place,
        ),
      point: (id, standing) => {
        const point = names.points.get(id);
        const kind = point?.kind ?? 'village';
        const heads = kinds.heads(kind, point?.people ?? 0);
        const about = { village: names.villageOf(id), heads };
        const words = standing
          ? t('map.point', { ...about, each: kinds.each(kind, standing.perPerson) })
          : t('map.pointBare', about);
        return withPlace(words, point?.place ?? '');
      },
      home: (place) => withPlace(t('map.home'), place),
      between: (from, to, both) =>
        t(both ? 'map.road' : 'timeline.driveTo', { from: names.place(from), to: names.place(to) }),
      road: ({ ways }) => {
        const tankers = [
          ...new Set(ways.map(({ tanker }) => names.tankers.get(tanker)?.name ?? '—')),
        ];
        return t('map.driven', {
          tankers: tankers.join(shared('listComma')),
          times: format.number(ways.reduce((sum, { rides }) => sum + rides.length, 0)),
        });
      },
      way: ({ tanker, metres, seconds, rides }) =>
        t(estimated ? 'map.wayEstimated' : 'map.way', {
          tanker: names.tankers.get(tanker)?.name ?? '—',
          distance: format.distance(metres),
          duration: format.duration(seconds),
          times: format.number(rides.length),
        }),
    };
    const timeline: TimelineWords = {
      title: ({ stretch, from }) => {
        const place = names.place(stretch.place ?? '');
        switch (stretch.kind) {
          case 'fill':
            return t('timeline.fillAt', { place });
          case 'deliver':
            return t('timeline.deliverAt', { place });
          case 'drive':
            return t('timeline.driveTo', { from: names.place(from ?? ''), to: place });
          case 'wait':
            return t('timeline.waitAt', { place });
          case 'rest':
            return t('timeline.restAt', { place });
        }
      },
      short: (litres) => format.litres(litres),
      note: ({ stretch }) => {
        if (stretch.kind !== 'drive') return undefined;
        const parts = [
          format.distance(stretch.metres),
          ...(estimated ? [t('timeline.estimated')] : []),
        ];
        return parts.join(' · ');
      },
      row: (tanker, litres, metres) => {
        if (tanker.state === 'out') {
          return t('timeline.rowOut', { reason: tanker.reason ?? t('resources.noReason') });
        }
        if (metres === 0 && litres === 0) return t('timeline.rowNone');
        return t('timeline.row', {
          litres: format.cubicMetres(litres),
          distance: format.distance(metres),
        });
      },
    };
    return { picture, timeline };
  }, [day, names, t, shared, format, kinds]);
}
