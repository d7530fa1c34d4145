import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatTile } from '@liangbuwu/ui/figures/stat-tile.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Columns, Panel, Tiles } from '@liangbuwu/ui/shell/page.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { stopSiting } from '../../stations/siting.contract.ts';
import type { Siting, SitingResult } from '../../stations/siting.ts';
import { stationMessages } from '../messages/stations.ts';
import { keys } from '../query-keys.ts';
import { LevelChart } from './level-chart.tsx';
import { LeftTable, StationTable } from './level-lists.tsx';
import { LevelTable } from './level-table.tsx';
import { SitingBasisPanel } from './siting-basis.tsx';
import { StationMap } from './station-map.tsx';
import styles from './stations.module.css';

/** One siting, while it is solved and after. */
export function SitingView(props: { siting: Siting; notPlanner: string | undefined }) {
  const { siting } = props;
  const { basis, result, state } = siting;
  const t = stationMessages.use();
  const schematic = [...basis.sites, ...basis.groups].filter(
    ({ provenance }) => provenance === 'schematic',
  ).length;
  return (
    <>
      {schematic > 0 && (
        <Alert type="warning" showIcon title={t('schematic', { count: schematic })} />
      )}
      {(state === 'queued' || state === 'solving') && <Running {...props} />}
      {state === 'failed' && (
        <Alert
          type="error"
          showIcon
          title={t('solve.failedTitle')}
          description={t('solve.failed')}
        />
      )}
      {result && <Solved siting={siting} result={result} />}
      <SitingBasisPanel siting={siting} />
    </>
  );
}

function Running({ siting, notPlanner }: { siting: Siting; notPlanner: string | undefined }) {
  const t = stationMessages.use();
  const format = useFormat();
  const queries = useQueryClient();
  const { id, state, progress, stop } = siting;
  const best = progress?.levels.at(-1);
  const end = useMutation({
    mutationFn: () => call(stopSiting, { params: { siting: id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.siting(id) }),
  });
  return (
    <Panel>
      <div className={styles.running} aria-live="polite">
        <span>
          {state === 'queued'
            ? t('solve.queued')
            : t('solve.solving', { seconds: format.number(progress?.seconds ?? 0, 1) })}
        </span>
        {best && (
          <span>
            {t('solve.sofar', {
              count: best.most,
              people: format.number(best.people),
              bound: format.number(best.bound),
            })}
          </span>
        )}
        <ActionButton
          loading={end.isPending}
          disabledReason={stop ? t('solve.stopping') : notPlanner}
          onClick={() => end.mutate()}
        >
          {t('solve.stop')}
        </ActionButton>
      </div>
    </Panel>
  );
}

function Solved({ siting, result }: { siting: Siting; result: SitingResult }) {
  const { basis } = siting;
  const { levels } = result;
  // The fewest stations beyond which nobody more is served: that is what is looked at first.
  const enough = levels.findLast(({ gain, most }) => gain > 0 || most === 0)?.most ?? 0;
  const [chosen, setChosen] = useState(enough);
  const level = levels.find(({ most }) => most === chosen) ?? levels[0];
  if (!level) return null;
  return (
    <>
      <Figures siting={siting} result={result} />
      <LevelTable
        levels={levels}
        priced={basis.trucking !== null}
        chosen={level.most}
        onChoose={setChosen}
      />
      <StationTable basis={basis} level={level} />
      <Columns wide="first">
        <StationMap basis={basis} level={level} />
        <LeftTable basis={basis} level={level} />
      </Columns>
      <LevelChart result={result} />
    </>
  );
}

function Figures({
  siting: { basis, settings },
  result,
}: {
  siting: Siting;
  result: SitingResult;
}) {
  const t = stationMessages.use();
  const format = useFormat();
  const best = result.levels.at(-1);
  const fresh = best?.stations.filter(({ existing }) => !existing).length ?? 0;
  const existing = basis.sites.filter(({ state }) => state === 'existing').length;
  const share = result.people > 0 ? (best?.people ?? 0) / result.people : 0;
  const people = { unit: t('tile.people') };
  return (
    <Tiles>
      <StatTile
        label={t('tile.inNeed')}
        value={format.number(result.people)}
        {...people}
        note={t('tile.inNeedNote', {
          litres: format.number(basis.litresPerPerson, 1),
          supplied: format.number(basis.supplied),
        })}
      />
      <StatTile
        label={t('tile.inReach')}
        value={format.number(result.inReach)}
        {...people}
        note={t('tile.inReachNote', {
          metres: format.number(settings.metres),
          minutes: format.number(settings.minutes),
        })}
      />
      <StatTile
        label={t('tile.now')}
        value={format.number(result.servedNow)}
        {...people}
        note={t('tile.nowNote', { count: existing })}
      />
      <StatTile
        label={t('tile.best', { count: fresh })}
        value={format.number(best?.people)}
        {...people}
        note={t('tile.bestNote', {
          share: format.percent(share),
          left: format.number(result.people - (best?.people ?? 0)),
        })}
      />
    </Tiles>
  );
}
