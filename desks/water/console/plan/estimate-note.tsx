import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { planMessages } from '../messages/plan.ts';
import type { Day } from './day-names.ts';
import { allEstimated } from './use-plan-words.ts';

/** How far the drive times can be relied on. */
export function EstimateNote({ day }: { day: Day }) {
  const t = planMessages.use();
  const format = useFormat();
  if (day.estimatedWays === 0) return null;
  if (allEstimated(day)) return <>{t('timeline.allEstimated')}</>;
  return (
    <>
      {t('timeline.someEstimated', {
        ways: format.number(day.ways),
        estimated: format.number(day.estimatedWays),
      })}
    </>
  );
}
