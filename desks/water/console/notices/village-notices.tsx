import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { PageSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { secondOfDay } from '../day-time.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { noticesMessages } from '../messages/notices.ts';
import { dayQuery, gapQuery, needsQuery, scheduleQuery } from '../queries.ts';
import { useKindWords } from '../use-kind-words.ts';
import { announcement } from './announce.ts';
import { villageChat, villageSms } from './compose.ts';
import { NothingPublished } from './nothing-published.tsx';
import { type Entry, NoticeBoard } from './notice-board.tsx';
import { inBoth, useTelling } from './use-telling.ts';
import { planned, promised, type VillageDay, villageDays } from './village-day.ts';
import { VillagePaper } from './village-paper.tsx';

type Props = {
  view: DeskDayView;
  /** Undefined where the reader may not see plans: then by what is published. */
  plan: PlanHead | undefined;
  only: string | undefined;
  onChoose: (id: string) => void;
};

/** Every village within reach with what it is told, the driest first. */
export function VillageNotices(props: Props) {
  const { view, plan } = props;
  const format = useFormat();
  const draft = plan !== undefined && plan.state !== 'published';
  const gap = useQuery(gapQuery(view, draft ? plan.id : undefined));
  const needs = useQuery({ ...needsQuery(view), enabled: !draft });
  const schedule = useQuery({ ...scheduleQuery(plan?.id ?? ''), enabled: draft });
  const day = useQuery({ ...dayQuery(view), enabled: draft });
  const days = useMemo(() => {
    if (!gap.data) return undefined;
    if (draft) {
      if (!schedule.data || !day.data) return undefined;
      const names = new Map(day.data.tankers.map(({ id, name }) => [id, name]));
      const deliveries = planned(schedule.data.tankers, (id) => names.get(id) ?? '—');
      return villageDays(gap.data.sheet, deliveries, view.now);
    }
    if (!needs.data) return undefined;
    const secondOf = (instant: string) => secondOfDay(format, instant, view.day);
    return villageDays(gap.data.sheet, promised(needs.data.needs, secondOf), view.now);
  }, [gap.data, needs.data, schedule.data, day.data, draft, format, view.day, view.now]);

  const failed = [gap, ...(draft ? [schedule, day] : [needs])].find(
    ({ status }) => status === 'error',
  );
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!days) return <PageSkeleton />;
  if (gap.data?.basis === 'nothing' || days.length === 0) return <NothingPublished view={view} />;
  return <VillageBoard {...props} days={days} />;
}

function VillageBoard({ view, plan, only, onChoose, days }: Props & { days: VillageDay[] }) {
  const t = noticesMessages.use();
  const words = useKindWords();
  const format = useFormat();
  const { edition, telling, paper } = useTelling(view, plan);
  const entries = days.map((village): Entry => {
    const each = words.each(village.kind, village.perPerson);
    const count = village.deliveries.length;
    return {
      id: village.area,
      name: village.called,
      note:
        count === 0
          ? t('note.villageNone', { each })
          : t('note.village', { count, litres: format.litres(village.litres), each }),
      paper: (language) => <VillagePaper village={village} language={language} of={paper} />,
      texts: {
        chat: inBoth(telling, (one) => villageChat(village, one)),
        sms: inBoth(telling, (one) => villageSms(village, one)),
        loud: announcement(village, {
          ...telling['zh-CN'],
          today: view.of.today,
        }),
      },
    };
  });
  return (
    <NoticeBoard entries={entries} edition={edition} by="village" only={only} onChoose={onChoose} />
  );
}
