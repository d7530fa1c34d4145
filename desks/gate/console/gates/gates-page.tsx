import { responsesQuery } from '@liangbuwu/office/responses/console/responses-query.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { TimeZoneProvider, useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { gatesMessages } from '../messages/gates.ts';
import { usePermitted } from '../permitted.ts';
import { gatesQuery, setUpQuery, useLiveGate } from '../queries.ts';
import type { GateSearch } from '../search.ts';
import { GateDialog } from './gate-dialog.tsx';
import { GateMap } from './gate-map.tsx';
import { GateTable } from './gate-table.tsx';
import { KeyPanel } from './key-panel.tsx';

type Props = PageProps<GateSearch>;

/** Where passes are checked, and which key signs them. */
export default function GatesPage({ search, setSearch }: Props) {
  const t = gatesMessages.use();
  useLiveGate();
  const responses = useQuery(responsesQuery);
  const gates = useQuery(gatesQuery);
  const open = responses.data?.responses.filter(({ ended }) => ended === null) ?? [];
  const withGates = gates.data?.gates[0]?.response;
  // Which response has gates is waited for: a page that changed under the hand would lose what was begun.
  const of =
    open.find(({ id }) => id === search.response) ??
    (gates.isPending ? undefined : (open.find(({ id }) => id === withGates) ?? open[0]));
  const named = of && search.response !== of.id ? of.id : undefined;
  // So that the header speaks of the response that the page is about.
  useEffect(() => {
    if (named !== undefined) setSearch({ response: named }, { replace: true });
  }, [named, setSearch]);
  if (of)
    return (
      <TimeZoneProvider timeZone={of.zone}>
        <GatesOf key={of.id} of={of} open={open} setSearch={setSearch} />
      </TimeZoneProvider>
    );
  return (
    <Page title={t('title')}>
      <Loaded query={gates.isPending ? gates : responses}>
        {() => <EmptyState title={t('noResponse.title')}>{t('noResponse.note')}</EmptyState>}
      </Loaded>
    </Page>
  );
}

function GatesOf(props: { of: Response; open: readonly Response[] } & Pick<Props, 'setSearch'>) {
  const { of, open } = props;
  const t = gatesMessages.use();
  const say = useSay();
  const format = useFormat();
  const denied = usePermitted('gate.set-up');
  const [adding, setAdding] = useState(false);
  const setUp = useQuery(setUpQuery(of.id));
  const outOfUse = setUp.data?.gates.filter((gate) => gate.outOfUse !== null).length ?? 0;
  return (
    <Page
      title={t('title')}
      lead={
        setUp.data &&
        t('lead', {
          response: say(of.name),
          inUse: format.number(setUp.data.gates.length - outOfUse),
          outOfUse: format.number(outOfUse),
        })
      }
      tools={
        open.length > 1 && (
          <Select
            aria-label={t('response')}
            value={of.id}
            popupMatchSelectWidth={false}
            options={open.map(({ id, name }) => ({ value: id, label: say(name) }))}
            onChange={(response: string) => props.setSearch({ response })}
          />
        )
      }
      action={
        <ActionButton type="primary" disabledReason={denied} onClick={() => setAdding(true)}>
          {t('add')}
        </ActionButton>
      }
    >
      <Loaded query={setUp}>
        {({ gates, keys, whole }) => (
          <>
            <GateTable gates={gates} denied={denied} />
            <GateMap gates={gates} />
            <KeyPanel
              of={of}
              keys={keys}
              denied={denied ?? (whole ? undefined : t('keys.wholeOnly'))}
            />
          </>
        )}
      </Loaded>
      {adding && <GateDialog response={of.id} onClose={() => setAdding(false)} />}
    </Page>
  );
}
