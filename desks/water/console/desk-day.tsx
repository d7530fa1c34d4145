import { responsesQuery } from '@liangbuwu/office/responses/console/responses-query.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { TimeZoneProvider, useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { PageSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQueries, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { secondOfDay } from './day-time.ts';
import { useLiveWater } from './live.ts';
import { sharedMessages } from './messages/shared.ts';
import { desksQuery } from './queries.ts';
import type { DeskDay } from './query-keys.ts';
import { type DeskSearch, hrefOf } from './search.ts';

type DeskChoice = { area: string; name: string; whole: boolean };

/** One desk on one day of a response, as every page of the room is about. */
export type DeskDayView = DeskDay & {
  response: string;
  of: Response;
  desk: DeskChoice;
  desks: readonly DeskChoice[];
  isToday: boolean;
  /** Second of the day that it is in the response: 0 on a day to come, 86400 on one that is over. */
  now: number;
};

export type Choosing = {
  search: DeskSearch;
  setSearch: (patch: DeskSearch, options?: { replace?: boolean }) => void;
};

/** Finds out which desk and day the page is about, and shows it only once that is known. */
export function WithDeskDay(props: {
  title: string;
  path: string;
  choosing: Choosing;
  children: (view: DeskDayView) => ReactNode;
}) {
  const { title, path, choosing } = props;
  const { search } = choosing;
  const t = sharedMessages.use();
  const say = useSay();
  useLiveWater();
  const responses = useQuery(responsesQuery);
  const open = (responses.data?.responses ?? []).filter(({ ended }) => ended === null);
  // Water is trucked in droughts; an epidemic that runs beside it is rarely what this page is opened for.
  const likely = [...open].sort(
    (a, b) => Number(b.kind === 'drought') - Number(a.kind === 'drought'),
  );
  const wanted = responses.data?.responses.find(({ id }) => id === search.response);
  const candidates = wanted ? [wanted] : likely;
  const desks = useQueries({ queries: candidates.map(({ id }) => desksQuery(id)) });
  // The first that has one counts, so those before it must be known first.
  const at = desks.findIndex(({ data }) => data === undefined || data.desks.length > 0);
  const found = desks[at]?.data?.desks;
  const response = candidates[at];
  const desk = found?.find(({ area }) => area === search.area) ?? found?.[0];
  const failed = [responses, desks[at]].find((query) => query?.status === 'error');

  const frame = (content: ReactNode) => <Page title={title}>{content}</Page>;
  const shellShows = responses.data?.responses.find(({ ended }) => ended === null)?.id;
  useNamed(desk && !wanted && response?.id !== shellShows ? response?.id : undefined, choosing);
  if (response && found && desk) {
    return (
      <TimeZoneProvider timeZone={response.zone}>
        <Known
          response={response}
          desk={desk}
          desks={found}
          choosing={choosing}
          content={props.children}
        />
      </TimeZoneProvider>
    );
  }
  if (failed)
    return frame(<ErrorState error={failed.error} onRetry={() => void failed.refetch()} />);
  if (responses.isPending || desks[at]?.isPending) return frame(<PageSkeleton />);
  if (candidates.length === 0)
    return frame(<EmptyState title={t('noResponse.title')}>{t('noResponse.note')}</EmptyState>);
  const others = wanted ? likely.filter(({ id }) => id !== wanted.id) : [];
  return frame(
    <EmptyState
      title={t('noDesk.title')}
      action={others.map((other) => (
        <AppLink key={other.id} href={hrefOf(path, { response: other.id })}>
          {t('noDesk.other', { name: say(other.name) })}
        </AppLink>
      ))}
    >
      {t('noDesk.note')}
    </EmptyState>,
  );
}

/** Writes a response that the page chose by itself into the address, so that the header speaks of the same one. */
function useNamed(response: string | undefined, { setSearch }: Choosing) {
  useEffect(() => {
    if (response !== undefined) setSearch({ response }, { replace: true });
  }, [response, setSearch]);
}

function Known(props: {
  response: Response;
  desk: DeskChoice;
  desks: readonly DeskChoice[];
  choosing: Choosing;
  content: (view: DeskDayView) => ReactNode;
}) {
  const { response, desk, desks, choosing } = props;
  const format = useFormat();
  const day = choosing.search.day ?? response.today;
  const instant = useInstant(response);
  return props.content({
    response: response.id,
    area: desk.area,
    day,
    of: response,
    desk,
    desks,
    isToday: day === response.today,
    now: secondOfDay(format, instant, day),
  });
}

const beat = 15_000;

/** The response's time, going on by itself where its clock does. */
function useInstant({ now, clock, ended }: Response): number {
  const [heard, setHeard] = useState({ now, passed: 0 });
  if (heard.now !== now) setHeard({ now, passed: 0 });
  const runs = clock === 'system' && ended === null;
  useEffect(() => {
    if (!runs) return;
    const since = performance.now();
    const timer = setInterval(() => setHeard({ now, passed: performance.now() - since }), beat);
    return () => clearInterval(timer);
  }, [now, runs]);
  return Date.parse(now) + (heard.now === now ? heard.passed : 0);
}
