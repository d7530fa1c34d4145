import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { LevelShape } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useLanguage, useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import type { Batch, SchoolBatches } from '../../batches/batch.ts';
import { batchesMessages } from '../messages/batches.ts';
import styles from './batches.module.css';

/** A batch: whether it fits, and what parents were told of it. */
export function BatchPanel(props: {
  batch: Batch;
  classes: SchoolBatches['classes'];
  /** Why the reader may change nothing. */
  denied: string | undefined;
  onEdit(): void;
  onAnnounce(): void;
}) {
  const { batch, denied } = props;
  const t = batchesMessages.use();
  const say = useSay();
  const { language } = useLanguage();
  const format = useFormat();
  const fits = batch.checks.every(({ ok }) => ok);
  const wasTold = batch.announcements.length > 0;
  return (
    <Panel
      title={t('batch.title', { number: batch.number, day: format.date(batch.day) })}
      note={t('batch.people', {
        people: format.number(batch.people),
        classes: format.number(batch.lines.length),
      })}
      tools={
        <>
          <ActionButton disabledReason={denied} onClick={props.onEdit}>
            {t('batch.edit')}
          </ActionButton>
          <ActionButton
            type={wasTold ? 'default' : 'primary'}
            disabledReason={denied ?? (fits ? undefined : t('batch.wrong'))}
            onClick={props.onAnnounce}
          >
            {t(wasTold ? 'batch.correct' : 'batch.announce')}
          </ActionButton>
        </>
      }
    >
      <div className={styles.stack}>
        <ul className={styles.list}>
          {batch.checks.map(({ what, ok, words }) => (
            <li key={`${what} ${words['zh-CN']}`}>
              <LevelShape level={ok ? 'ok' : 'bad'} />
              <span>{say(words)}</span>
            </li>
          ))}
        </ul>
        {batch.changedSince && (
          <p className={styles.warn}>
            <LevelShape level="warn" />
            {t('batch.changed')}
          </p>
        )}
        {!wasTold && <p className={styles.muted}>{t('batch.notYet')}</p>}
        {batch.announcements.map(({ id, number, words, at, by, read }) => (
          <details key={id} className={styles.told}>
            <summary>
              {number === 1 ? t('batch.first') : t('batch.correction', { number: number - 1 })} ·{' '}
              {t('batch.by', { name: by, time: format.instant(at) })}
              {' · '}
              {t('batch.read', {
                count: format.number(read.reduce((sum, one) => sum + one.count, 0)),
              })}
            </summary>
            {read.length > 0 && (
              <p className={styles.muted}>
                {props.classes
                  .flatMap((one) => {
                    const of = read.find((receipts) => receipts.class === one.id);
                    return of ? t('batch.readOf', { class: one.name, count: of.count }) : [];
                  })
                  .join(' · ')}
              </p>
            )}
            <p className={styles.said}>{words[language]}</p>
          </details>
        ))}
      </div>
    </Panel>
  );
}
