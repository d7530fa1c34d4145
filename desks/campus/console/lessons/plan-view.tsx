import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { readLessonPlan } from '../../lessons/lessons.contract.ts';
import type { LessonTimes } from '../../lessons/week.ts';
import { lessonsMessages } from '../messages/lessons.ts';
import type { PartProps } from './lessons-page.tsx';
import { planQuery } from './lessons-queries.ts';
import { PlanEditor } from './plan-editor.tsx';

export type SeenPlan = OutputOf<typeof readLessonPlan>;

/** A class’s lesson plan, as it is or as it was. */
export function PlanView(props: PartProps & { class: string }) {
  const { of, title, tools, class: chosen } = props;
  const t = lessonsMessages.use();
  const query = useQuery(planQuery(of.response.id, chosen));
  const [version, setVersion] = useState<number>();
  const times = query.data?.times?.times;
  if (!query.data || !times)
    return (
      <Page title={title} tools={tools}>
        <Loaded query={query}>
          {() => <EmptyState title={t('plan.noTimes')}>{t('plan.noTimesNote')}</EmptyState>}
        </Loaded>
      </Page>
    );
  const editor = { ...props, seen: query.data, times };
  return version === undefined || version === query.data.plan?.version ? (
    <PlanEditor {...editor} onVersion={setVersion} />
  ) : (
    <Earlier key={version} {...editor} version={version} onVersion={setVersion} />
  );
}

/** As it was, to read, and to go back to. */
function Earlier(
  props: PartProps & {
    class: string;
    seen: SeenPlan;
    times: LessonTimes;
    version: number;
    onVersion(version: number | undefined): void;
  },
) {
  const { of, title, tools, class: chosen, version } = props;
  const query = useQuery(planQuery(of.response.id, chosen, version));
  const [taken, setTaken] = useState(false);
  const week = query.data?.plan?.week;
  if (!week)
    return (
      <Page title={title} tools={tools}>
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    );
  return taken ? (
    <PlanEditor {...props} from={week} />
  ) : (
    <PlanEditor {...props} earlier={{ version, week, take: () => setTaken(true) }} />
  );
}
