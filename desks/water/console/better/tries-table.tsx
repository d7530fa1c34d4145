import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useMemo } from 'react';
import type { Try } from '../../one-more.ts';
import type { Floors } from '../../water.ts';
import { betterMessages } from '../messages/better.ts';
import styles from './better.module.css';
import { useGainWords } from './use-gain-words.ts';

/** What one more of something would give, as far as it has been tried. */
export function TriesTable(props: { tries: readonly Try[]; floors: Floors; enough: boolean }) {
  const { tries, floors } = props;
  const t = betterMessages.use();
  const say = useSay();
  const format = useFormat();
  const words = useGainWords(floors);
  const columns = useMemo<Column<Try>[]>(
    () => [
      {
        id: 'what',
        header: t('tries.what'),
        cell: (one) => <span className={styles.what}>{say(one.say)}</span>,
      },
      {
        id: 'gives',
        header: t('tries.gives'),
        inCard: 'wide',
        cell: (one) =>
          one.state === 'solved' ? (
            <span className={one.gain?.helps ? styles.gain : styles.quiet}>
              {one.gain && words(one.gain)}
            </span>
          ) : (
            <span className={styles.quiet}>{t(`tries.state.${one.state}`)}</span>
          ),
      },
    ],
    [t, say, words],
  );
  if (tries.length === 0) return <p>{t(props.enough ? 'tries.enough' : 'tries.none')}</p>;
  const added = tries.filter(({ kind }) => kind !== 'time');
  const alone = tries.find(({ kind }) => kind === 'time')?.gain;
  const done = added.filter(({ state }) => state !== 'waiting' && state !== 'running').length;
  return (
    <div className={styles.tries}>
      <DataTable
        caption={t('tries.title')}
        rows={added}
        columns={columns}
        rowKey={({ number }) => `${number}`}
        rowName={(one) => say(one.say)}
        cardsBelow={420}
      />
      {done < added.length && (
        <output>
          {t('tries.working', { done: format.number(done), all: format.number(added.length) })}
        </output>
      )}
      {alone && (
        <p className={styles.quiet}>
          {alone.helps ? t('tries.aloneHelps', { gain: words(alone) }) : t('tries.alone')}
        </p>
      )}
    </div>
  );
}
