import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Tube } from '../../../sampling/run/run.ts';
import { samplingRunMessages } from '../../messages/sampling-run.ts';
import styles from './run.module.css';
import type { Person } from './use-queue.ts';
import type { Tap, Taps } from './use-taps.ts';

const shown = 12;
const levelOf = {
  sending: 'unknown',
  retrying: 'warn',
  done: 'ok',
  undone: 'unknown',
} as const;

/** What this station tapped last: each with what became of it, and a way back while the tube has no result. */
export function TapList(props: { taps: Taps; people: readonly Person[]; tubes: readonly Tube[] }) {
  const { taps, undo } = props.taps;
  const t = samplingRunMessages.use();
  const format = useFormat();
  const back = useMutation({ mutationFn: undo });
  if (taps.length === 0) return null;
  const names = new Map(props.people.map(({ id, name }) => [id, name]));
  const codeOf = (tap: Tap) => props.tubes.find(({ id }) => id === tap.tube);
  return (
    <section aria-label={t('station.latest')}>
      <h3>{t('station.latest')}</h3>
      <ul className={styles.taps}>
        {taps.slice(0, shown).map((tap) => (
          <li key={tap.swab}>
            <span>
              <strong>{names.get(tap.member)}</strong>{' '}
              <span className={styles.quiet}>{codeOf(tap)?.code}</span>
            </span>
            {tap.state !== 'refused' && (
              <StatusTag plain level={levelOf[tap.state]}>
                {t(`station.${tap.state}`)}
              </StatusTag>
            )}
            {tap.state === 'done' && codeOf(tap)?.result === null && (
              <Button
                loading={back.isPending && back.variables === tap}
                onClick={() => back.mutate(tap)}
              >
                {t('station.undo')}
              </Button>
            )}
            {tap.state === 'done' && tap.onPaper && (
              <p className={styles.refused}>
                <StatusTag level="warn">{t('station.onPaper')}</StatusTag>
              </p>
            )}
            {tap.state === 'refused' && (
              <div className={styles.refused}>
                <ErrorState inline error={tap.error} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {taps.length > shown && <p className={styles.quiet}>+{format.number(taps.length - shown)}</p>}
      {back.error && <ErrorState inline error={back.error} />}
    </section>
  );
}
