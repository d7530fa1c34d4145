import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useNavigateTo } from '@liangbuwu/ui/shell/app-link.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { DeskDayView } from '../desk-day.tsx';
import { noticesMessages } from '../messages/notices.ts';
import { planPath } from '../paths.ts';
import { usePermitted } from '../permitted.ts';
import { hrefOf } from '../search.ts';

/** Before a plan is published there is nothing to tell anybody. */
export function NothingPublished({ view }: { view: DeskDayView }) {
  const t = noticesMessages.use();
  const navigate = useNavigateTo();
  const { response, area, day } = view;
  return (
    <Panel>
      <EmptyState
        title={t('nothing.title')}
        action={
          <ActionButton
            disabledReason={usePermitted('water.plan')}
            onClick={() => navigate(hrefOf(planPath, { response, area, day }))}
          >
            {t('nothing.action')}
          </ActionButton>
        }
      >
        {t('nothing.note')}
      </EmptyState>
    </Panel>
  );
}
