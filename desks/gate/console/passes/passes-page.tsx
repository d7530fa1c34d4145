import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PassView } from '../../passes/pass.ts';
import { ownMessages } from '../messages/own.ts';
import { passMessages } from '../messages/passes.ts';
import { GatePoster } from '../own/gate-poster.tsx';
import { OwnTable } from '../own/own-table.tsx';
import { usePermitted } from '../permitted.ts';
import { passesQuery } from '../queries.ts';
import type { GateSearch } from '../search.ts';
import { GateSelect, type GateView, WithGate } from '../with-gate.tsx';
import { ApplyForm } from './apply-form.tsx';
import { LimitsPanel } from './limits-panel.tsx';
import { PassPaper } from './pass-paper.tsx';
import { PassTable } from './pass-table.tsx';
import { isInForce, type Printed } from './printed.ts';

type Props = PageProps<GateSearch>;

/** Passes: applied for, judged by the rule of the day, printed, renewed, revoked. */
export default function PassesPage({ search, setSearch }: Props) {
  const t = passMessages.use();
  return (
    <WithGate title={t('title')} search={search} setSearch={setSearch}>
      {(view) => <PassesOf key={view.gate.id} view={view} setSearch={setSearch} />}
    </WithGate>
  );
}

function PassesOf({ view, setSearch }: { view: GateView } & Pick<Props, 'setSearch'>) {
  const t = passMessages.use();
  const own = ownMessages.use();
  const format = useFormat();
  const passes = useQuery(passesQuery(view.gate.response, view.gate.id));
  const notLead = usePermitted('gate.lead');
  const [printed, setPrinted] = useState<Printed>();
  const [poster, setPoster] = useState(false);
  if (printed) {
    return <PassPaper printed={printed} view={view} onBack={() => setPrinted(undefined)} />;
  }
  if (poster) return <GatePoster view={view} onBack={() => setPoster(false)} />;
  const count = (of: (pass: PassView) => boolean) =>
    format.number(passes.data?.passes.filter(of).length ?? 0);
  return (
    <Page
      title={t('title')}
      lead={
        passes.data &&
        t('lead', {
          gate: view.gate.name,
          issued: count((pass) => isInForce(pass, view.of.now)),
          asking: count(({ state }) => state === 'asking'),
        })
      }
      tools={
        <>
          <GateSelect view={view} setSearch={setSearch} />
          <ActionButton onClick={() => setPoster(true)}>{own('poster.title')}</ActionButton>
        </>
      }
    >
      <OwnTable view={view} onPrinted={setPrinted} />
      <Panel title={t('form.title')} note={t('form.note')}>
        <ApplyForm view={view} onPrinted={setPrinted} />
      </Panel>
      <Loaded query={passes}>
        {(data) => <PassTable passes={data.passes} view={view} onPrinted={setPrinted} />}
      </Loaded>
      {notLead === undefined && <LimitsPanel view={view} />}
    </Page>
  );
}
