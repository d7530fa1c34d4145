import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import { responsesQuery } from '@liangbuwu/office/responses/console/responses-query.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { TimeZoneProvider } from '@liangbuwu/ui/language/use-format.tsx';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { PageSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactNode, useEffect } from 'react';
import type { listGates } from '../gates/gates.contract.ts';
import { sharedMessages } from './messages/shared.ts';
import { gatesQuery, useLiveGate } from './queries.ts';
import type { GateSearch } from './search.ts';

type ListedGate = OutputOf<typeof listGates>['gates'][number];
export type GateView = {
  gate: ListedGate;
  gates: readonly ListedGate[];
  of: Response;
  day: string;
};

type SetSearch = (patch: Partial<GateSearch>, options?: { replace?: boolean }) => void;

/** Finds out which gate and day the page is about, and shows it only once that is known. */
export function WithGate(props: {
  title: string;
  search: GateSearch;
  setSearch: SetSearch;
  children: (view: GateView) => ReactNode;
}) {
  const { title, search, setSearch } = props;
  const t = sharedMessages.use();
  useLiveGate();
  const gates = useQuery(gatesQuery);
  const responses = useQuery(responsesQuery);
  const all = gates.data?.gates ?? [];
  const inUse = all.filter(({ outOfUse }) => outOfUse === null);
  const chosen =
    all.find(({ id }) => id === search.gate) ??
    inUse.find(({ response }) => response === search.response) ??
    inUse[0] ??
    all[0];
  const of = responses.data?.responses.find(({ id }) => id === chosen?.response);
  const named = chosen && search.response !== chosen.response ? chosen.response : undefined;
  // So that the header speaks of the response that the page is about.
  useEffect(() => {
    if (named !== undefined) setSearch({ response: named }, { replace: true });
  }, [named, setSearch]);
  const failed = [gates, responses].find(({ status }) => status === 'error');
  const frame = (content: ReactNode) => <Page title={title}>{content}</Page>;
  if (failed)
    return frame(<ErrorState error={failed.error} onRetry={() => void failed.refetch()} />);
  if (gates.isPending || responses.isPending) return frame(<PageSkeleton />);
  if (!chosen || !of)
    return frame(<EmptyState title={t('noGate.title')}>{t('noGate.note')}</EmptyState>);
  return (
    <TimeZoneProvider timeZone={of.zone}>
      {props.children({ gate: chosen, gates: all, of, day: search.day ?? of.today })}
    </TimeZoneProvider>
  );
}

/** Which gate the page is about. */
export function GateSelect({ view, setSearch }: { view: GateView; setSearch: SetSearch }) {
  const t = sharedMessages.use();
  return (
    <Select
      aria-label={t('gate')}
      value={view.gate.id}
      popupMatchSelectWidth={false}
      options={view.gates.map(({ id, name, outOfUse }) => ({
        value: id,
        label: outOfUse === null ? name : t('closed', { gate: name }),
      }))}
      onChange={(gate: string) => setSearch({ gate })}
    />
  );
}
