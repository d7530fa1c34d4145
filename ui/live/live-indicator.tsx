import { Tooltip } from 'antd';
import { useFormat } from '../language/use-format.tsx';
import { uiMessages } from '../messages.ts';
import type { StreamState } from './event-stream.ts';
import styles from './live.module.css';
import type { EventStream } from './use-event-stream.ts';

/** Whether what is on the page keeps itself up to date; pressing it while it waits tries again at once. */
export function LiveIndicator({ state, retryNow }: EventStream) {
  const t = uiMessages.use();
  const format = useFormat();
  const words =
    state.is === 'waiting'
      ? t('live.waiting', { seconds: format.number(Math.ceil(state.seconds)) })
      : t(`live.${state.is}`);
  if (state.is === 'waiting')
    return (
      <Tooltip title={`${words} · ${t('live.retry')}`} trigger={['hover', 'focus']}>
        <button type="button" className={styles.live} data-state="waiting" onClick={retryNow}>
          <LiveShape is={state.is} />
          <output className="visually-hidden">{words}</output>
          <span className={styles.word}>{t('live.retry')}</span>
        </button>
      </Tooltip>
    );
  return (
    <span className={styles.live} data-state={state.is} title={words}>
      <LiveShape is={state.is} />
      {state.is === 'open' && (
        <span className={styles.word} aria-hidden="true">
          {t('live.short')}
        </span>
      )}
      <output className="visually-hidden">{words}</output>
    </span>
  );
}

function LiveShape({ is }: { is: StreamState['is'] }) {
  const calm = is === 'open';
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" aria-hidden="true">
      <circle
        cx="8"
        cy="8"
        r="3"
        fill={calm ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.5"
      />
      <circle
        cx="8"
        cy="8"
        r="6.5"
        stroke="currentColor"
        strokeWidth="1.2"
        strokeDasharray={calm ? undefined : '3 2.5'}
        opacity="0.7"
      />
      {(is === 'waiting' || is === 'closed') && (
        <path d="m2.5 13.5 11-11" stroke="currentColor" strokeWidth="1.6" />
      )}
    </svg>
  );
}
