import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { codeWords } from '../../board/code-words.ts';
import type { Check } from '../../checks/check.ts';
import { elsewhereWords } from '../../checks/elsewhere-words.ts';
import { flagWords, refusalWords } from '../../gate.ts';
import { boardMessages } from '../messages/board.ts';
import { sharedMessages } from '../messages/shared.ts';
import styles from './board.module.css';

const levels = { green: 'ok', amber: 'warn', red: 'bad' } as const;

/** A gate's checks, the latest first. */
export function CheckTable({ caption, checks }: { caption: string; checks: readonly Check[] }) {
  const t = boardMessages.use();
  const shared = sharedMessages.use();
  const say = useSay();
  const format = useFormat();
  const seen = (check: Check) =>
    [
      check.measured ? t('latest.measured') : '',
      check.mask ? t('latest.mask') : '',
      typeof check.vehicle?.disinfected === 'boolean'
        ? t(check.vehicle.disinfected ? 'latest.disinfected' : 'latest.notDisinfected')
        : '',
      check.vehicle && check.vehicle.seals.length > 0
        ? t('latest.seals', { seals: check.vehicle.seals.join(' ') })
        : '',
    ].filter((part) => part !== '');
  const columns: Column<Check>[] = [
    {
      id: 'at',
      header: t('latest.at'),
      cell: ({ at }) => format.instant(at),
      sort: ({ at }) => at,
      width: 150,
    },
    {
      id: 'direction',
      header: t('latest.direction'),
      cell: ({ direction }) => shared(direction),
      width: 64,
      inCard: 'aside',
    },
    {
      id: 'pass',
      header: t('latest.pass'),
      cell: ({ pass }) =>
        pass ? (
          <span className={styles.stacked}>
            {pass.number}
            <span className={styles.quiet}>
              {pass.kind ? shared(`kind.${pass.kind}`) : shared('typed')}
            </span>
          </span>
        ) : (
          t('latest.noPass')
        ),
    },
    {
      id: 'found',
      header: t('latest.found'),
      cell: (check) => (
        <span className={styles.stacked}>
          <StatusTag level={levels[check.phone.verdict]}>
            {say(codeWords(check.phone.code))}
          </StatusTag>
          {check.flags.map((flag) => (
            <StatusTag key={flag} level="warn">
              {say(flagWords[flag])}
            </StatusTag>
          ))}
          {check.elsewhere.map((met) => (
            <span key={`${met.gate} ${met.at}`} className={styles.quiet}>
              {say(elsewhereWords(met, format.instant(met.at)))}
            </span>
          ))}
        </span>
      ),
    },
    {
      id: 'result',
      header: t('latest.result'),
      cell: ({ letThrough, reason }) =>
        letThrough ? (
          t('latest.through')
        ) : (
          <span className={styles.stacked}>
            {t('latest.stopped')}
            {reason && <span className={styles.quiet}>{say(refusalWords[reason])}</span>}
          </span>
        ),
    },
    { id: 'vehicle', header: t('latest.vehicle'), cell: (check) => seen(check).join(' · ') || '—' },
    { id: 'by', header: t('latest.by'), cell: ({ by }) => by.name },
  ];
  return (
    <DataTable
      caption={caption}
      rows={checks}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ at }) => format.instant(at)}
      empty={<EmptyState small title={t('latest.none')} />}
    />
  );
}
