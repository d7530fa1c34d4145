import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import type { getExit } from '../../exit.contract.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { exitMessages } from '../messages/exit.ts';
import { sharedMessages } from '../messages/shared.ts';
import { exitQuery } from '../queries.ts';
import { CostFigures } from './cost-figures.tsx';
import styles from './exit-panel.module.css';
import { Payback, StationSide, TruckingSide } from './exit-sides.tsx';

/** What trucking costs a month beside the station that would replace it, and the figures that this rests on. */
export function ExitPanel({
  view,
  notWriter,
}: {
  view: DeskDayView;
  /** Why the figures cannot be changed. */
  notWriter: string | undefined;
}) {
  const t = exitMessages.use();
  const query = useQuery(exitQuery(view));
  return (
    <Panel title={t('title')} note={t('note')}>
      <Loaded query={query} waiting={<TableSkeleton rows={4} />}>
        {(data) => (
          <div className={styles.exit}>
            <div className={styles.sides}>
              <TruckingSide data={data} />
              <StationSide data={data} />
            </div>
            <Payback data={data} />
            <Missing data={data} />
            <CostFigures figures={data.figures} of={view} disabledReason={notWriter} />
          </div>
        )}
      </Loaded>
    </Panel>
  );
}

function Missing({ data }: { data: OutputOf<typeof getExit> }) {
  const t = exitMessages.use();
  const shared = sharedMessages.use();
  const { missing } = data.exit;
  if (missing.length === 0) return null;
  const names = missing.map((name) => t(`of.${name}`)).join(shared('listComma'));
  return <p className={styles.missing}>{t('missing', { count: missing.length, names })}</p>;
}
