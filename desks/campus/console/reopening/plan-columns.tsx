import { useSay } from '@liangbuwu/ui/language/language.ts';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { planStates } from '../../reopening/plan-rules.ts';
import type { ListedReopening } from '../../reopening/reopening.ts';
import { reopeningMessages } from '../messages/reopening.ts';
import { PlanTag } from './plan-panels.tsx';

/** What every list of schools says of their plans. */
export function usePlanColumns() {
  const t = reopeningMessages.use();
  const say = useSay();
  return {
    school: {
      id: 'school',
      header: t('list.school'),
      cell: ({ name }) => name,
      sort: ({ name }) => name,
    },
    within: {
      id: 'within',
      header: t('list.within'),
      cell: ({ withinName }) => withinName,
      sort: ({ withinName }) => withinName,
    },
    state: {
      id: 'state',
      header: t('list.state'),
      inCard: 'aside',
      cell: ({ plan }) => (plan ? <PlanTag state={plan.state} /> : t('list.noPlan')),
      sort: ({ plan }) => (plan ? planStates.indexOf(plan.state) : -1),
      firstSort: 'ascending',
    },
    blocking: {
      id: 'blocking',
      header: t('list.blocking'),
      inCard: 'wide',
      cell: ({ plan, blocking: [first, ...more] }) =>
        first
          ? `${say(first.words)}${more.length > 0 ? `（${t('list.more', { count: more.length })}）` : ''}`
          : plan
            ? t('list.nothing')
            : '—',
    },
  } satisfies Record<string, Column<ListedReopening>>;
}
