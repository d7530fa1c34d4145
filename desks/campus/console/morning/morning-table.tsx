import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { stateWords } from '../../answers/answer.ts';
import { type MorningLine, MorningState, morningWords } from '../../morning/morning.ts';
import { morningMessages } from '../messages/morning.ts';
import { levelOf, WhatHappened } from './care-list.tsx';
import styles from './morning.module.css';
import { WhereButtons } from './where-buttons.tsx';

/** Everybody of a class on that day. */
export function MorningTable(props: {
  lines: readonly MorningLine[];
  response: string;
  today: boolean;
}) {
  const t = morningMessages.use();
  const say = useSay();
  const format = useFormat();
  const columns: Column<MorningLine>[] = [
    { id: 'name', header: t('list.name'), width: 150, cell: ({ name }) => name },
    {
      id: 'now',
      header: t('list.now'),
      inCard: 'aside',
      cell: ({ now }) => <StatusTag level={levelOf[now]}>{say(morningWords[now])}</StatusTag>,
      sort: ({ now }) => MorningState.options.indexOf(now),
    },
    {
      id: 'seen',
      header: t('list.seen'),
      cell: ({ seen }) =>
        seen
          ? `${format.instant(seen.at)} ${seen.gate}${seen.refused ? ` · ${say(seen.refused)}` : ''}`
          : '—',
      sort: ({ seen }) => seen?.at,
    },
    { id: 'pass', header: t('list.pass'), cell: ({ pass }) => t(`pass.${pass}`) },
    {
      id: 'answer',
      header: t('list.answer'),
      cell: ({ state, outcome }) => say(outcome ?? stateWords[state]),
    },
  ];
  return (
    <DataTable
      caption={t('everybody')}
      rows={props.lines}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      sorting={{ column: 'now', direction: 'ascending' }}
      detail={(line) => (
        <div className={styles.detail}>
          <WhatHappened line={line} />
          <WhereButtons line={line} response={props.response} today={props.today} />
        </div>
      )}
      empty={
        <EmptyState small title={t('list.none')}>
          {t('list.noneNote')}
        </EmptyState>
      }
    />
  );
}
