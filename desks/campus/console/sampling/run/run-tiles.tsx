import { StatTile } from '@liangbuwu/ui/figures/stat-tile.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Tiles } from '@liangbuwu/ui/shell/page.tsx';
import { expectedEnd, planOf } from '../../../sampling/run/run.ts';
import { samplingRunMessages } from '../../messages/sampling-run.ts';
import type { SeenRun } from './run-page.tsx';

/** How far it is, beside what was planned. */
export function RunTiles({ seen, called }: { seen: SeenRun; called: number }) {
  const { run, tubes, sampled, listed } = seen;
  const t = samplingRunMessages.use();
  const format = useFormat();
  const plan = planOf(run);
  const people = listed.reduce((sum, one) => sum + one, 0);
  const ends = run.endedAt ?? expectedEnd(tubes, people);
  const planned = format.timeOfDay(plan.ends);
  return (
    <Tiles>
      <StatTile
        label={t('tiles.called')}
        value={format.number(called)}
        note={t('tiles.calledNote', {
          people: format.number(people),
          calls: format.number(plan.calls.length),
        })}
      />
      <StatTile
        label={t('tiles.sampled')}
        value={format.number(sampled.length)}
        note={t('tiles.sampledNote', { left: format.number(people - sampled.length) })}
      />
      <StatTile
        label={t('tiles.tubes')}
        value={format.number(tubes.length)}
        note={t('tiles.tubesNote', {
          planned: format.number(plan.tubes),
          open: format.number(tubes.filter(({ closedAt }) => closedAt === null).length),
        })}
      />
      <StatTile
        label={t('tiles.ends')}
        value={ends ? (format.findMoment(ends)?.time ?? '') : '—'}
        note={t(ends ? 'tiles.endsNote' : 'tiles.endsUnknown', { planned })}
      />
    </Tiles>
  );
}
