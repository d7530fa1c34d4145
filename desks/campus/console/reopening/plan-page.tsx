import { call } from '@liangbuwu/office/http/console/call.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Columns, Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { emptyParts } from '../../reopening/parts.ts';
import type { Known } from '../../reopening/plan-parts.ts';
import { nextPlan } from '../../reopening/plan-rules.ts';
import { putReopening } from '../../reopening/reopening.contract.ts';
import type { Plan, SchoolReopening } from '../../reopening/reopening.ts';
import { reopeningMessages } from '../messages/reopening.ts';
import { batchesPath, reopeningPath } from '../paths.ts';
import { usePermitted } from '../permitted.ts';
import { reopeningQuery } from '../queries.ts';
import type { CampusSearch } from '../search.ts';
import { WithEpidemic } from '../with-epidemic.tsx';
import { InspectionForm } from './inspection-form.tsx';
import { PlanDeeds } from './plan-deeds.tsx';
import { PlanEditor } from './plan-editor.tsx';
import { PlanValues } from './plan-fields.tsx';
import {
  FindingsPanel,
  GapsPanel,
  HistoryPanel,
  KnownPanel,
  PlanTag,
  WayPanel,
} from './plan-panels.tsx';
import styles from './reopening.module.css';
import { SendBackForm } from './send-back-form.tsx';

/** A school's plan: how far it is, what is missing, and what the reader can do with it. */
export default function PlanPage({ params, search, setSearch }: PageProps<CampusSearch>) {
  const t = reopeningMessages.use();
  return (
    <WithEpidemic title={t('title')} search={search} setSearch={setSearch}>
      {(of) => <PlanOf of={of} school={params.school ?? ''} earlier={search.plan} />}
    </WithEpidemic>
  );
}

function PlanOf(props: { of: Response; school: string; earlier: string | undefined }) {
  const { of, school, earlier } = props;
  const t = reopeningMessages.use();
  const format = useFormat();
  const query = useQuery(reopeningQuery(school, of.id, earlier));
  const plan = query.data?.plan;
  const number = plan ? t('page.number', { number: plan.number }) : undefined;
  const due =
    plan?.due && t(plan.overdue ? 'page.overdue' : 'page.due', { time: format.instant(plan.due) });
  return (
    <Page
      title={query.data ? `${query.data.school.name} · ${t('title')}` : t('title')}
      badge={plan && <PlanTag state={plan.state} />}
      lead={[number, due].filter(Boolean).join(' · ')}
      crumbs={[{ label: t('page.crumb'), href: `${reopeningPath}?response=${of.id}` }]}
      tools={<AppLink href={batchesPath(school, of.id)}>{t('page.batches')}</AppLink>}
    >
      <Loaded query={query}>
        {(data) =>
          data.plan ? (
            <PlanParts key={data.plan.id} data={data} plan={data.plan} />
          ) : (
            <>
              <Begin data={data} response={of} />
              <KnownPanel of={data} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

const knownOf = ({ today, school }: SchoolReopening): Known => ({
  today,
  boards: school.boards,
  grades: school.grades,
});

function Begin({ data, response }: { data: SchoolReopening; response: Response }) {
  const t = reopeningMessages.use();
  const queries = useQueryClient();
  const denied = usePermitted('campus.plan');
  const [id] = useState(newId);
  const begin = useMutation({
    mutationFn: () =>
      call(putReopening, {
        params: { plan: id },
        body: {
          response: response.id,
          school: data.school.id,
          seen: null,
          parts: {
            ...emptyParts,
            arrivals: {
              ...emptyParts.arrivals,
              grades: data.school.grades.map(({ stage, grade }) => ({ stage, grade, day: null })),
            },
          },
          answers: [],
        },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['campus'] }),
  });
  return (
    <Panel>
      <EmptyState
        small
        title={t('page.noPlan')}
        action={
          <ActionButton
            type="primary"
            loading={begin.isPending}
            disabledReason={denied}
            onClick={() => begin.mutate()}
          >
            {t('page.begin')}
          </ActionButton>
        }
      >
        {t('page.beginNote')}
      </EmptyState>
      {begin.error && <ErrorState inline error={begin.error} />}
    </Panel>
  );
}

function PlanParts({ data, plan }: { data: SchoolReopening; plan: Plan }) {
  const t = reopeningMessages.use();
  const [doing, setDoing] = useState<'inspect' | 'send-back'>();
  const [unsaved, setUnsaved] = useState<number>();
  const denied = usePermitted('campus.plan');
  const known = knownOf(data);
  const mayEdit = !denied && nextPlan(plan.state, 'saved') !== undefined;
  const close = () => setDoing(undefined);
  return (
    <>
      {plan.state === 'replaced' && (
        <Panel>
          <p>
            {t('page.earlierShown')}{' '}
            <AppLink href={`${reopeningPath}/${plan.school}?response=${plan.response}`}>
              {t('page.current')}
            </AppLink>
          </p>
        </Panel>
      )}
      {doing === 'inspect' && <InspectionForm plan={plan} onClose={close} />}
      {doing === 'send-back' && <SendBackForm plan={plan} onClose={close} />}
      <Columns>
        <WayPanel plan={plan}>
          <PlanDeeds
            plan={plan}
            unsaved={unsaved !== undefined}
            onInspect={() => setDoing('inspect')}
            onSendBack={() => setDoing('send-back')}
          />
        </WayPanel>
        {plan.state === 'approved' || plan.state === 'replaced' ? (
          <KnownPanel of={data} />
        ) : (
          <GapsPanel plan={plan} />
        )}
      </Columns>
      {plan.state !== 'approved' && plan.state !== 'replaced' && <KnownPanel of={data} />}
      <FindingsPanel plan={plan} />
      {mayEdit ? (
        <PlanEditor
          key={unsaved ?? plan.version}
          plan={plan}
          known={known}
          onUnsaved={setUnsaved}
        />
      ) : (
        <Panel title={t('parts.title')}>
          <div className={styles.stack}>
            <PlanValues parts={plan.parts} known={known} />
          </div>
        </Panel>
      )}
      <HistoryPanel of={data} plan={plan} />
    </>
  );
}
