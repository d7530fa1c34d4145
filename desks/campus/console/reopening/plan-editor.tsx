import { call } from '@liangbuwu/office/http/console/call.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form } from 'antd';
import { useEffect, useState } from 'react';
import { findGaps } from '../../reopening/gaps.ts';
import type { Known } from '../../reopening/plan-parts.ts';
import { putReopening } from '../../reopening/reopening.contract.ts';
import type { Plan } from '../../reopening/reopening.ts';
import { reopeningMessages } from '../messages/reopening.ts';
import { PlanFields } from './plan-fields.tsx';
import styles from './reopening.module.css';

/** The plan as the school fills it in, kept when it says so. */
export function PlanEditor(props: {
  plan: Plan;
  known: Known /** Which version is being changed; undefined while nothing is. */;
  onUnsaved(version: number | undefined): void;
}) {
  const { known, onUnsaved } = props;
  // What somebody began to change is what they saw, whatever arrives meanwhile.
  const [plan] = useState(props.plan);
  const t = reopeningMessages.use();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [draft, setDraft] = useState({ parts: plan.parts, answers: plan.answers });
  const [changed, setChanged] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      call(putReopening, {
        params: { plan: plan.id },
        body: { response: plan.response, school: plan.school, seen: plan.version, ...draft },
      }),
    onSuccess: async () => {
      void message.success(t('parts.saved'));
      await queries.invalidateQueries({ queryKey: ['campus', 'reopening'] });
      setChanged(false);
    },
  });
  useUnsavedGuard(changed);
  useEffect(
    () => onUnsaved(changed ? plan.version : undefined),
    [changed, plan.version, onUnsaved],
  );
  const change = (patch: Partial<typeof draft>) => {
    setDraft({ ...draft, ...patch });
    setChanged(true);
    save.reset();
  };
  const button = (
    <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
      {t('parts.save')}
    </Button>
  );
  return (
    <Panel title={t('parts.title')} note={t('parts.note')} tools={button}>
      <Form
        layout="vertical"
        component="div"
        requiredMark={false}
        disabled={save.isPending}
        className={styles.stack ?? ''}
      >
        {save.error && <ErrorState inline error={save.error} />}
        <PlanFields
          {...draft}
          known={known}
          gaps={findGaps(draft.parts, known)}
          objections={plan.objections}
          onChange={(parts) => change({ parts })}
          onAnswer={(at, words) =>
            change({
              answers: plan.objections.map((_, i) => (i === at ? words : (draft.answers[i] ?? ''))),
            })
          }
        />
        <div className={styles.foot}>{button}</div>
      </Form>
    </Panel>
  );
}
