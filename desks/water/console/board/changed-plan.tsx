import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import type { DeskDayView } from '../desk-day.tsx';
import { boardMessages } from '../messages/board.ts';
import { planPath } from '../paths.ts';
import { comparisonQuery } from '../queries.ts';
import { hrefOf } from '../search.ts';
import styles from './board.module.css';

/** The plan that is being made, then what it changes, in words, and the one tap that puts it in force. */
export function ChangedPlan(props: {
  view: DeskDayView;
  plan: PlanHead | undefined;
  replaces: PlanHead | undefined;
  seconds: number;
  publishing: boolean;
  error: unknown;
  onPublish: () => void;
}) {
  const { view, plan, replaces } = props;
  const { response, area } = view;
  const t = boardMessages.use();
  const say = useSay();
  const format = useFormat();
  const solved = plan?.state === 'solved';
  const comparison = useQuery({
    ...comparisonQuery(replaces?.id ?? '', plan?.id ?? ''),
    enabled: solved && replaces !== undefined,
  });
  const over = plan?.state === 'failed' || plan?.state === 'stopped';
  if (over) return <p>{t('change.failed', { why: say(plan.failure ?? undefined) || '—' })}</p>;
  if (!solved) {
    const done = plan?.progress?.seconds ?? 0;
    return (
      <div className={styles.form} aria-live="polite">
        <p>{t('change.solving', { seconds: format.number(props.seconds) })}</p>
        <Progress
          percent={Math.min(99, Math.round((done / props.seconds) * 100))}
          showInfo={false}
        />
      </div>
    );
  }
  const words = comparison.data?.words ?? [];
  return (
    <div className={styles.form}>
      <p>{t('change.ready')}</p>
      {comparison.data && words.length === 0 && <p>{t('change.nobody')}</p>}
      {words.length > 0 && (
        <>
          <strong>{t('change.words')}</strong>
          <ul className={styles.news}>
            {words.map((word) => (
              <li key={word['zh-CN']}>{say(word)}</li>
            ))}
          </ul>
        </>
      )}
      {props.error !== null && <ErrorState inline error={props.error} />}
      <div className={styles.footer}>
        <AppLink href={hrefOf(planPath, { response, area, plan: plan.id })}>
          {t('change.look')}
        </AppLink>
        <Button type="primary" loading={props.publishing} onClick={props.onPublish}>
          {t('change.publish')}
        </Button>
      </div>
    </div>
  );
}
