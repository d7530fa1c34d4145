import { purposeWords } from '@liangbuwu/office/rulebook/rulebook.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useQuery } from '@tanstack/react-query';
import type { OwnApplication } from '../../own/own.ts';
import { ownMessages } from '../messages/own.ts';
import type { Printed } from '../passes/printed.ts';
import { ownQuery } from '../queries.ts';
import type { GateView } from '../with-gate.tsx';
import { OwnDetail } from './own-detail.tsx';

/** Those who applied for themselves and wait, the earliest first. */
export function OwnTable({
  view,
  onPrinted,
}: {
  view: GateView;
  onPrinted(printed: Printed): void;
}) {
  const t = ownMessages.use();
  const say = useSay();
  const format = useFormat();
  const query = useQuery(ownQuery(view.gate.response, view.gate.id));
  const holder = ({ holder: { name, lastFour, plate } }: OwnApplication) =>
    plate ?? `${name ?? ''} ${lastFour ?? ''}`;
  const columns: Column<OwnApplication>[] = [
    { id: 'holder', header: t('holder'), cell: holder },
    { id: 'purpose', header: t('purpose'), cell: ({ purpose }) => say(purposeWords[purpose]) },
    { id: 'at', header: t('at'), cell: ({ at }) => format.instant(at), sort: ({ at }) => at },
    {
      id: 'askedAt',
      header: t('askedAt'),
      cell: ({ askedAt }) => format.instant(askedAt),
      sort: ({ askedAt }) => askedAt,
    },
  ];
  return (
    <Panel flush title={t('title')} note={t('note')}>
      <Loaded query={query}>
        {({ applications }) => (
          <DataTable
            caption={t('title')}
            rows={applications}
            columns={columns}
            rowKey={({ id }) => id}
            rowName={holder}
            detail={(one) => (
              <OwnDetail key={one.id} own={one} now={view.of.now} onPrinted={onPrinted} />
            )}
            empty={
              <EmptyState small title={t('none')}>
                {t('noneNote')}
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Panel>
  );
}
