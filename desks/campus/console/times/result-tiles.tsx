import { StatTile } from '@liangbuwu/ui/figures/stat-tile.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Tiles } from '@liangbuwu/ui/shell/page.tsx';
import { canteenId } from '../../times/plan-times.ts';
import type { TimesBasis, TimesResult } from '../../times/timetable.ts';
import { timesMessages } from '../messages/times.ts';
import { columnsOf } from './picture.ts';
import { useTimesWords } from './use-times-words.ts';

/** How good it is, and how long each part of the day takes. */
export function ResultTiles({ basis, result }: { basis: TimesBasis; result: TimesResult }) {
  const t = timesMessages.use();
  const format = useFormat();
  const words = useTimesWords(basis);
  const { loads, placements } = result;
  const seats = loads.filter(({ resource }) => resource === canteenId.seats);
  const full = Math.max(0, ...seats.map(({ amount }) => amount));
  return (
    <Tiles>
      <QualityTile result={result} />
      {columnsOf(basis.day, placements).map(({ id, times }) => {
        const first = times[0] ?? 0;
        const last = times.at(-1) ?? first;
        return (
          <StatTile
            key={id}
            label={words.name(id)}
            value={`${words.at(first)}–${words.at(last)}`}
            note={t('result.spanNote', { minutes: format.number(last - first) })}
          />
        );
      })}
      {basis.day.canteen && seats.length > 0 && (
        <StatTile
          label={t('result.canteen')}
          value={format.number(full)}
          unit={t('result.people')}
          note={t('result.canteenNote', { seats: format.number(basis.day.canteen.seats) })}
          {...(full > basis.day.canteen.seats && { level: 'bad' })}
        />
      )}
    </Tiles>
  );
}

function QualityTile({ result }: { result: TimesResult }) {
  const t = timesMessages.use();
  const format = useFormat();
  const { costs, bound, overload, proven, seconds } = result;
  const label = t('result.quality');
  if (overload > 0 || result.placements.length === 0)
    return (
      <StatTile label={label} value={t('result.noFit')} note={t('result.noFitNote')} level="bad" />
    );
  if (proven.costs)
    return (
      <StatTile
        label={label}
        value={t('result.proven')}
        note={t('result.provenNote', { seconds: format.number(seconds, 1) })}
        level="ok"
      />
    );
  const gap = costs.total > 0 ? (costs.total - bound) / costs.total : 0;
  return (
    <StatTile
      label={label}
      value={t('result.gap', { gap: format.percent(gap, 1) })}
      note={t('result.gapNote')}
      level="warn"
    />
  );
}
