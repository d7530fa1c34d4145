import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { useState } from 'react';
import type { BoardPromise, BoardSheet } from '../../board/board-sheet.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { boardMessages } from '../messages/board.ts';
import { usePermitted } from '../permitted.ts';
import { useEnded } from '../use-ended.ts';
import styles from './board.module.css';
import { ResolveDialog } from './resolve-dialog.tsx';
import { saidBy, silentByVillage } from './said-by.ts';

/** What does not add up, with the sums: where the sides differ, where one is silent, figures that cannot be. */
export function OddFigures({ view, sheet }: { view: DeskDayView; sheet: BoardSheet }) {
  const t = boardMessages.use();
  const say = useSay();
  const format = useFormat();
  const notResolver = usePermitted('commitments.resolve');
  const ended = useEnded(view);
  const [resolving, setResolving] = useState<BoardPromise>();
  const differing = sheet.promises.filter(({ standing }) => standing === 'differs');
  const missing = sheet.promises.filter(
    ({ standing }) => standing === 'second-key-missing' || standing === 'first-key-missing',
  );
  const clock = (at: string | undefined) => format.findMoment(at)?.time ?? '—';
  const none = differing.length + missing.length + sheet.flags.length === 0;
  return (
    <Panel flush title={t('odd.title')} note={t('odd.note')}>
      {none && <EmptyState small title={t('odd.none')} />}
      <ul className={styles.list}>
        {differing.map((row) => {
          const { giver, receiver } = saidBy(row.promise);
          return (
            <li key={row.promise.id} className={styles.item}>
              <StatusTag level="bad">{t('odd.tag.differs')}</StatusTag>
              <span className={styles.words}>
                {t('odd.differs', {
                  point: row.name,
                  giver: format.litres(giver?.quantity),
                  receiver: format.litres(receiver?.quantity),
                  difference: format.litres(
                    Math.abs((giver?.quantity ?? 0) - (receiver?.quantity ?? 0)),
                  ),
                })}
              </span>
              <ActionButton
                disabledReason={notResolver ?? ended}
                onClick={() => setResolving(row)}
                aria-label={`${t('odd.resolve')} ${row.name}`}
              >
                {t('odd.resolve')}
              </ActionButton>
            </li>
          );
        })}
        {silentByVillage(missing).map(({ village, side, rows }) => (
          <li key={`${village} ${side}`} className={styles.item}>
            <StatusTag level="warn">{t('odd.tag.missing')}</StatusTag>
            <span className={styles.words}>
              {t(side === 'receiver' ? 'odd.second' : 'odd.first', {
                village,
                count: rows.length,
                litres: format.litres(rows.reduce((sum, { litres }) => sum + litres, 0)),
                points: [...new Set(rows.map(({ name }) => name))].join(t('odd.comma')),
                since: clock(rows[0]?.promise.proofs.at(-1)?.at),
              })}
            </span>
          </li>
        ))}
        {sheet.flags.map((flag) => (
          <li key={`${flag.code} ${flag.entries.join()} ${flag.promise}`} className={styles.item}>
            <StatusTag level="warn">{t(`odd.tag.${flag.code}`)}</StatusTag>
            <span className={styles.words}>{say(flag.say)}</span>
          </li>
        ))}
      </ul>
      {resolving && (
        <ResolveDialog view={view} row={resolving} onClose={() => setResolving(undefined)} />
      )}
    </Panel>
  );
}
