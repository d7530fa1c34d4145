import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import { todayMessages } from '../messages/today.ts';
import styles from './basis-badge.module.css';

/** By which plan the page speaks. The plan's own record is beyond a village's reach. */
export function BasisBadge(props: {
  published: boolean;
  plan: PlanHead | null;
  href: string | undefined;
}) {
  const { published, plan, href } = props;
  const t = todayMessages.use();
  const format = useFormat();
  if (!published) return <span className={styles.badge}>{t('basis.nothing')}</span>;
  if (!plan) return <span className={styles.badge}>{t('basis.publishedUnseen')}</span>;
  const words = (
    <>
      <strong>{t('basis.published', { version: format.number(plan.version) })}</strong>{' '}
      {t('basis.publishedBy', { by: plan.madeBy.name, at: format.instant(plan.publishedAt) })}
    </>
  );
  return href ? (
    <AppLink href={href} className={styles.badge}>
      {words}
    </AppLink>
  ) : (
    <span className={styles.badge}>{words}</span>
  );
}
