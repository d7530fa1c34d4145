import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { PageSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Radio } from 'antd';
import type { readRun } from '../../../sampling/run/run.contract.ts';
import type { Run } from '../../../sampling/run/run.ts';
import { samplingRunMessages } from '../../messages/sampling-run.ts';
import { samplingPath } from '../../paths.ts';
import { schoolsQuery } from '../../queries.ts';
import { WithEpidemic } from '../../with-epidemic.tsx';
import { CallPanel } from './call-panel.tsx';
import { EndButton } from './end-button.tsx';
import styles from './run.module.css';
import { runKey, runQuery, useLiveRun } from './run-queries.ts';
import { RunTiles } from './run-tiles.tsx';
import type { RunSearch } from './search.ts';
import { StartPanel } from './start-panel.tsx';
import { StationPanel } from './station-panel.tsx';
import { TubesView } from './tubes-view.tsx';
import { useQueue } from './use-queue.ts';
import { useTaps } from './use-taps.ts';

type Props = PageProps<RunSearch>;
export type Seen = OutputOf<typeof readRun>;
/** A session that was begun, as it was read last. */
export type SeenRun = Seen & { run: Run };

/** A session as it is carried out: begun, called, sampled at stations, and the results of its tubes. */
export default function RunPage({ params, search, setSearch }: Props) {
  const t = samplingRunMessages.use();
  return (
    <WithEpidemic title={t('title')} search={search} setSearch={setSearch}>
      {() => <SessionOf id={params.session ?? ''} search={search} setSearch={setSearch} />}
    </WithEpidemic>
  );
}

function SessionOf(props: { id: string } & Pick<Props, 'search' | 'setSearch'>) {
  const t = samplingRunMessages.use();
  const format = useFormat();
  useLiveRun(props.id);
  const schools = useQuery(schoolsQuery);
  const { data: seen, error, refetch } = useQuery(runQuery(props.id));
  if (!seen)
    return (
      <Page title={t('title')}>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <PageSkeleton />}
      </Page>
    );
  const { session, run } = seen;
  const { place, day, start } = session;
  const school = schools.data?.schools.find(({ id }) => id === session.school)?.name ?? '';
  return (
    <Page
      title={t('title')}
      crumbs={[
        {
          label: t('toPlan'),
          href: `${samplingPath}?school=${session.school}&response=${session.response}&open=${session.id}`,
        },
      ]}
      lead={`${school} · ${t('where', { place, day: format.date(day), start: format.timeOfDay(start) })}`}
      tools={run && <EndButton seen={{ ...seen, run }} />}
    >
      {error && <ErrorState inline error={error} onRetry={() => void refetch()} />}
      {run ? <Going {...props} seen={{ ...seen, run }} /> : <StartPanel seen={seen} />}
    </Page>
  );
}

function Going(props: { seen: SeenRun } & Pick<Props, 'search' | 'setSearch'>) {
  const { seen, search, setSearch } = props;
  const t = samplingRunMessages.use();
  const queue = useQueue(seen);
  const queries = useQueryClient();
  const taps = useTaps(
    seen.session.id,
    () => void queries.invalidateQueries({ queryKey: runKey(seen.session.id) }),
  );
  return (
    <div className={styles.going}>
      <div className={styles.figures}>
        <RunTiles seen={seen} called={queue.called} />
      </div>
      <Radio.Group
        aria-label={t('views')}
        optionType="button"
        size="large"
        value={search.view ?? 'at'}
        options={[
          { value: 'at', label: t('at') },
          { value: 'tubes', label: t('tubes') },
        ]}
        onChange={({ target }) =>
          setSearch({ view: target.value === 'tubes' ? 'tubes' : undefined })
        }
      />
      {search.view === 'tubes' ? (
        <TubesView seen={seen} />
      ) : (
        <div className={styles.stack}>
          <StationPanel
            seen={seen}
            queue={queue}
            taps={taps}
            station={search.station}
            onStation={(station) => setSearch({ station })}
          />
          <CallPanel seen={seen} queue={queue} />
        </div>
      )}
    </div>
  );
}
