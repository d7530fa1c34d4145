import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import type { Level } from '@liangbuwu/ui/theme/tokens.ts';
import { type CheckedClass, CheckKind, type CheckState, kindWords } from '../../checks/checks.ts';
import { checksMessages } from '../messages/checks.ts';
import styles from './checks.module.css';

export const levelOfCheck: Record<CheckState, Level> = {
  done: 'ok',
  missing: 'warn',
  due: 'unknown',
  ahead: 'unknown',
  'not-back': 'unknown',
  'no-list': 'unknown',
};

/** Class by class, by grade: which check is done, and what was found. */
export function CheckTable(props: { classes: readonly CheckedClass[]; onOpen(of: string): void }) {
  const t = checksMessages.use();
  const say = useSay();
  const format = useFormat();
  const columns: Column<CheckedClass>[] = [
    { id: 'name', header: t('table.class'), cell: ({ name }) => name },
    {
      id: 'people',
      header: t('table.people'),
      numeric: true,
      cell: ({ people }) => format.number(people),
    },
    ...CheckKind.options.map(
      (kind): Column<CheckedClass> => ({
        id: kind,
        header: say(kindWords[kind]),
        cell: ({ checks }) => <CheckCell line={checks.find((one) => one.kind === kind)} />,
      }),
    ),
  ];
  return (
    <Panel flush title={t('table.title')}>
      <DataTable
        caption={t('table.title')}
        rows={props.classes}
        columns={columns}
        rowKey={({ area }) => area}
        rowName={({ name }) => name}
        onOpen={({ area }) => props.onOpen(area)}
        empty={
          <EmptyState small title={t('table.none')}>
            {t('table.noneNote')}
          </EmptyState>
        }
      />
    </Panel>
  );
}

function CheckCell({ line }: { line: CheckedClass['checks'][number] | undefined }) {
  const t = checksMessages.use();
  const format = useFormat();
  if (!line) return '—';
  const { state, done } = line;
  const said = done && [
    ...(done.unwell > 0 ? [t('table.unwell', { n: format.number(done.unwell) })] : []),
    ...(done.absent > 0 ? [t('table.absent', { n: format.number(done.absent) })] : []),
  ];
  const separator = format.language === 'en' ? ', ' : '，';
  return (
    <span className={styles.cell}>
      <StatusTag plain level={levelOfCheck[state]}>
        {done ? format.findMoment(done.at)?.time : t(`state.${state}`)}
      </StatusTag>
      {said && (
        <span className={styles.quiet}>
          {said.length > 0 ? said.join(separator) : t('table.well')}
        </span>
      )}
    </span>
  );
}
