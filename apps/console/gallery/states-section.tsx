import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { LiveIndicator } from '@liangbuwu/ui/live/live-indicator.tsx';
import { Columns, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { PictureSkeleton, TableSkeleton, TilesSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { galleryMessages } from './texts.ts';

const refusal = {
  code: 'source-closed',
  cause: {
    'zh-CN': '北水厂 08:00 起交通管制，不能取水。',
    en: 'The north works lie behind traffic control since 08:00; no tanker can fill there.',
  },
  remedy: {
    'zh-CN': '改用一号深井，或请管制卡口放行送水车。',
    en: 'Use deep well 1, or ask the checkpoint to let tankers through.',
  },
};

const faulty = {
  ...refusal,
  code: 'malformed',
  at: [
    {
      path: '/body/litres',
      code: 'too-small',
      cause: { 'zh-CN': '不能为负数。', en: 'It must not be negative.' },
      remedy: { 'zh-CN': '请填 0 或以上的整数。', en: 'Enter a whole number, 0 or above.' },
    },
  ],
};

export function StatesSection() {
  const t = galleryMessages.use();
  const retry = () => undefined;
  return (
    <>
      <Columns>
        <Panel flush>
          <EmptyState
            title={t('empty')}
            action={<ActionButton type="primary">{t('emptyAction')}</ActionButton>}
          >
            {t('emptyNote')}
          </EmptyState>
        </Panel>
        <Panel flush>
          <ErrorState error={refusal} onRetry={retry} />
        </Panel>
      </Columns>
      <Panel title={t('failed')}>
        <ErrorState inline error={faulty} onRetry={retry} />
        <br />
        <ErrorState inline error={new TypeError('x is not a function')} />
      </Panel>
      <Panel title={t('live')}>
        <LiveIndicator state={{ is: 'open' }} retryNow={retry} />
        <LiveIndicator state={{ is: 'connecting' }} retryNow={retry} />
        <LiveIndicator state={{ is: 'waiting', attempt: 2, seconds: 4 }} retryNow={retry} />
        <LiveIndicator state={{ is: 'closed' }} retryNow={retry} />
      </Panel>
      <Panel title={t('waiting')}>
        <TilesSkeleton />
        <br />
        <TableSkeleton rows={4} />
        <br />
        <PictureSkeleton height={120} />
      </Panel>
    </>
  );
}
