import { StepChart } from '@liangbuwu/ui/chart/step-chart.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import type { SitingResult } from '../../stations/siting.ts';
import { stationMessages } from '../messages/stations.ts';

/** People served against the number of new stations. */
export function LevelChart({ result }: { result: SitingResult }) {
  const t = stationMessages.use();
  const format = useFormat();
  const { levels, inReach } = result;
  const [first, last] = [levels[0], levels.at(-1)];
  if (!first || !last) return null;
  const people = (value: number) => t('chart.people', { count: format.number(value) });
  return (
    <Panel>
      <StepChart
        title={t('chart.title')}
        note={t('chart.note')}
        summary={t('chart.summary', {
          most: format.number(last.most),
          from: format.number(first.people),
          to: format.number(last.people),
        })}
        x={{
          label: t('chart.x'),
          format: (count) => format.number(count),
          tick: (count) => format.number(count),
          most: last.most,
        }}
        y={{ label: t('chart.y'), format: people, tick: (value) => format.number(value) }}
        line={{
          label: t('chart.line'),
          points: levels.map(({ most, people: y }) => ({ x: most, y })),
        }}
        level={{ label: t('chart.reach'), value: inReach }}
      />
    </Panel>
  );
}
