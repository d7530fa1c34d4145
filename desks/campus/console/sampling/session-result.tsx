import { plan } from '@liangbuwu/sampling/plan.ts';
import { simulate } from '@liangbuwu/sampling/simulate.ts';
import { StepChart } from '@liangbuwu/ui/chart/step-chart.tsx';
import { StatTile } from '@liangbuwu/ui/figures/stat-tile.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel, Tiles } from '@liangbuwu/ui/shell/page.tsx';
import { useDeferredValue, useMemo } from 'react';
import { peopleIn, problemOf, type SessionFields } from '../../sampling/session.ts';
import { samplingMessages } from '../messages/sampling.ts';
import styles from './sampling.module.css';

/** So many that the figures hardly move with another seed; fewer where a session is large, so that typing stays fluid. */
const runsFor = (people: number) => Math.max(20, Math.min(200, Math.round(160_000 / people)));

/** What comes of a session's settings: the plan, and the same played through by chance. */
export function useSessionPlan(fields: SessionFields | undefined) {
  const json = useDeferredValue(JSON.stringify(fields ?? null));
  return useMemo(() => {
    const settings = JSON.parse(json) as SessionFields | null;
    if (!settings) return undefined;
    const problem = problemOf(settings);
    const planned = plan(problem);
    const chance = { runs: runsFor(peopleIn(settings)), late: settings.late };
    return { settings, planned, played: simulate(problem, planned, chance) };
  }, [json]);
}

export type SessionPlan = NonNullable<ReturnType<typeof useSessionPlan>>;

export function SessionTiles({ settings, planned }: SessionPlan) {
  const t = samplingMessages.use();
  const format = useFormat();
  const most = format.duration(settings.mostWait);
  const over = planned.wait > settings.mostWait;
  return (
    <Tiles>
      <StatTile
        label={t('tiles.people')}
        value={format.number(planned.people)}
        note={t('tiles.calls', { calls: format.number(planned.calls.length) })}
      />
      <StatTile
        label={t('tiles.tubes')}
        value={format.number(planned.tubes)}
        note={t('tiles.tubesNote', { perTube: format.number(settings.perTube) })}
      />
      <StatTile
        label={t('tiles.lasts')}
        value={format.duration(planned.seconds)}
        note={t('tiles.until', {
          from: format.timeOfDay(settings.start),
          to: format.timeOfDay(planned.ends),
        })}
      />
      <StatTile
        label={t('tiles.wait')}
        value={format.duration(planned.wait)}
        level={over ? 'warn' : 'ok'}
        note={t(over ? 'tiles.waitOver' : 'tiles.waitFine', { most })}
      />
    </Tiles>
  );
}

/** How it goes by chance. */
export function SessionChance({ settings, played }: SessionPlan) {
  const t = samplingMessages.use();
  const format = useFormat();
  return (
    <Panel title={t('chance.title', { runs: format.number(played.runs) })}>
      <p className={styles.said}>
        {t('chance.said', {
          high: format.duration(played.seconds.high),
          middle: format.duration(played.seconds.middle),
          wait95: format.duration(played.wait95),
          most: format.duration(settings.mostWait),
          over: format.percent(played.over, 1),
        })}
      </p>
      <p className={styles.note}>{t('chance.assumed', { late: format.number(settings.late) })}</p>
      <StepChart
        title={t('chance.queue')}
        note={t('chance.queueNote')}
        summary={t('chance.summary', { most: format.number(Math.max(...played.queue)) })}
        x={{
          label: t('chance.minute'),
          format: (value) => t('chance.minutes', { count: format.number(value) }),
          tick: (value) => format.number(value),
          most: played.queue.length - 1,
        }}
        y={{
          label: t('chance.queue'),
          format: (value) => t('chance.people', { count: format.number(value) }),
          tick: (value) => format.number(value),
        }}
        line={{ label: t('chance.queue'), points: played.queue.map((y, x) => ({ x, y })) }}
      />
    </Panel>
  );
}
