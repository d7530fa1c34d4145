import { meQuery } from '@liangbuwu/office/identity/console/me.ts';
import { LiveEvent, livePath } from '@liangbuwu/office/live/contract.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useEventStream } from '@liangbuwu/ui/live/use-event-stream.ts';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import type { Returnee } from '../../returnees/returnee.ts';
import { returneeMessages } from '../messages/returnees.ts';
import { returneesQuery } from '../queries.ts';
import type { GateSearch } from '../search.ts';
import { GateSelect, type GateView, WithGate } from '../with-gate.tsx';
import { ArrivalForm } from './arrival-form.tsx';
import { has } from './has.ts';
import { ReturneeTable } from './returnee-table.tsx';

type Props = PageProps<GateSearch>;

/** Who came home: whom to look after today, who was missed, who is to be released. */
export default function ReturneesPage({ search, setSearch }: Props) {
  const t = returneeMessages.use();
  return (
    <WithGate title={t('title')} search={search} setSearch={setSearch}>
      {(view) => <ReturneesOf key={view.gate.id} view={view} setSearch={setSearch} />}
    </WithGate>
  );
}

function ReturneesOf({ view, setSearch }: { view: GateView } & Pick<Props, 'setSearch'>) {
  const t = returneeMessages.use();
  const format = useFormat();
  const query = useQuery(returneesQuery(view.gate.response));
  useToldOfChange();
  const count = (of: (one: Returnee) => boolean) =>
    format.number(query.data?.returnees.filter(of).length ?? 0);
  return (
    <Page
      title={t('title')}
      lead={
        query.data &&
        t('lead', {
          gate: view.gate.name,
          home: count(({ state }) => state === 'home'),
          due: count((one) => has(one, 'due')),
          overdue: count((one) => has(one, 'overdue')),
          over: count(({ mayRelease }) => mayRelease),
        })
      }
      tools={<GateSelect view={view} setSearch={setSearch} />}
    >
      <Panel title={t('form.title')} note={t('form.note')}>
        <ArrivalForm view={view} />
      </Panel>
      <Panel flush title={t('list.title')} note={t('list.note')}>
        <Loaded query={query}>{(data) => <ReturneeTable returnees={data.returnees} />}</Loaded>
      </Panel>
    </Page>
  );
}

/** Whose monitoring changed hands is told so, wherever on the page they are. */
function useToldOfChange(): void {
  const t = returneeMessages.use();
  const { message } = App.useApp();
  const { data: me } = useQuery(meQuery);
  useEventStream(livePath, {
    message: (said) => {
      const heard = LiveEvent.safeParse(said);
      if (heard.success && heard.data.topic === 'gate.monitoring' && heard.data.id === me?.account)
        void message.info(t('hand.told'));
    },
    reopened: () => undefined,
  });
}
