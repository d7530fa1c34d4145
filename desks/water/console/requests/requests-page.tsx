import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import type { WaterRequest } from '../../requests/request.ts';
import { type DeskDayView, WithDeskDay } from '../desk-day.tsx';
import { DeskDayTools } from '../desk-day-tools.tsx';
import { requestMessages } from '../messages/requests.ts';
import { requestsPath } from '../paths.ts';
import { requestsQuery } from '../queries.ts';
import type { DeskSearch } from '../search.ts';
import { isLate, isWaiting } from './due.ts';
import { IntakeForm } from './intake-form.tsx';
import { RequestTable } from './request-table.tsx';

type Props = PageProps<DeskSearch>;

/** What residents ask for: taken down on the telephone, promised, done, answered. */
export default function RequestsPage({ search, setSearch }: Props) {
  const t = requestMessages.use();
  return (
    <WithDeskDay title={t('title')} path={requestsPath} choosing={{ search, setSearch }}>
      {(view) => <RequestsOfDay view={view} setSearch={setSearch} />}
    </WithDeskDay>
  );
}

function RequestsOfDay({ view, setSearch }: { view: DeskDayView } & Pick<Props, 'setSearch'>) {
  const t = requestMessages.use();
  const format = useFormat();
  const requests = useQuery(requestsQuery(view));
  const lead = (all: readonly WaterRequest[]) => {
    const open = all.filter(isWaiting);
    if (open.length === 0) return t('leadNone');
    const late = open.filter((one) => isLate(one, view.of.now));
    return t('lead', { open: format.number(open.length), late: format.number(late.length) });
  };
  return (
    <Page
      title={t('title')}
      lead={requests.data && `${view.desk.name} · ${lead(requests.data.requests)}`}
      tools={<DeskDayTools view={view} setSearch={setSearch} />}
    >
      <Panel title={t('intake.title')} note={t('intake.note')}>
        <IntakeForm key={view.response} view={view} />
      </Panel>
      <Panel flush title={t('table.title')}>
        <Loaded query={requests}>
          {(data) => <RequestTable requests={data.requests} view={view} />}
        </Loaded>
      </Panel>
    </Page>
  );
}
