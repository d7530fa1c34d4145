import { StatTile } from '@liangbuwu/ui/figures/stat-tile.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Tiles } from '@liangbuwu/ui/shell/page.tsx';
import type { CheckDay, CheckState } from '../../checks/checks.ts';
import { clockOfCase } from '../../checks/health-case.ts';
import { reportWithin } from '../../checks/settings.ts';
import { checksMessages } from '../messages/checks.ts';

/** How today’s checks stand, in four figures. */
export function CheckTiles({ day }: { day: CheckDay }) {
  const t = checksMessages.use();
  const format = useFormat();
  const checks = day.classes.flatMap((one) => one.checks);
  const count = (of: CheckState) => checks.filter(({ state }) => state === of).length;
  const [done, missing, due] = [count('done'), count('missing'), count('due')];
  const going = day.cases.filter(({ phase }) => phase !== 'over');
  const overdue = going.filter((one) => clockOfCase(one, day.now).is === 'overdue').length;
  const today = day.cases.filter(
    ({ openedAt }) => format.findMoment(openedAt)?.day === day.day,
  ).length;
  return (
    <Tiles>
      <StatTile
        label={t('tiles.done')}
        value={`${format.number(done)} / ${format.number(done + missing + due)}`}
        note={t('tiles.doneNote')}
      />
      <StatTile
        label={t('tiles.missing')}
        value={format.number(missing)}
        level={missing > 0 ? 'warn' : 'ok'}
        note={t('tiles.missingNote', { n: format.number(due) })}
      />
      <StatTile
        label={t('tiles.cases')}
        value={format.number(going.length)}
        level={going.length > 0 ? 'warn' : 'ok'}
        note={t('tiles.casesNote', { n: format.number(today) })}
      />
      <StatTile
        label={t('tiles.overdue')}
        value={format.number(overdue)}
        level={overdue > 0 ? 'bad' : 'ok'}
        note={t('tiles.overdueNote', { hours: format.number(reportWithin / 60) })}
      />
    </Tiles>
  );
}
