import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { useQuery } from '@tanstack/react-query';
import type { SamplingSession } from '../../sampling/session.ts';
import { samplingRunMessages } from '../messages/sampling-run.ts';
import { runPath } from '../paths.ts';
import { runQuery, useLiveRun } from './run/run-queries.ts';

/** How far a planned session is, and the way to where it is run. */
export function RunLine({ session }: { session: SamplingSession }) {
  const t = samplingRunMessages.use();
  const format = useFormat();
  useLiveRun(session.id);
  const { data } = useQuery(runQuery(session.id));
  if (!data) return null;
  const { run, listed, sampled, tubes } = data;
  const people = listed.reduce((sum, one) => sum + one, 0);
  const said = { people: format.number(people), sampled: format.number(sampled.length) };
  return (
    <Panel
      title={t('title')}
      tools={<AppLink href={runPath(session.id, session.response)}>{t('toRun')}</AppLink>}
    >
      <p>
        {run
          ? t('line.going', { ...said, tubes: format.number(tubes.length) })
          : t(people > 0 ? 'line.ready' : 'line.counts', said)}
      </p>
    </Panel>
  );
}
