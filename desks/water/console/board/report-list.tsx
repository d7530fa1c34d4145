import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { BoardSheet, Report } from '../../board/board-sheet.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { boardMessages } from '../messages/board.ts';
import styles from './board.module.css';
import { type Change, changeOf } from './changes.ts';

/** What phones reported and somebody has to decide on, the open ones first. */
export function ReportList(props: {
  view: DeskDayView;
  sheet: BoardSheet;
  readOnly: string | undefined;
  onDeal: (change: Partial<Change>) => void;
}) {
  const { view, sheet, readOnly, onDeal } = props;
  const t = boardMessages.use();
  const reports = [...sheet.reports].sort((a, b) => Number(a.settled) - Number(b.settled));
  return (
    <Panel flush title={t('report.title')} note={t('report.note')}>
      {reports.length === 0 && <EmptyState small title={t('report.none')} />}
      <ul className={styles.list}>
        {reports.map((report) => (
          <ReportLine
            key={report.entry.id}
            report={report}
            readOnly={view.isToday ? readOnly : undefined}
            {...(view.isToday && { onDeal })}
          />
        ))}
      </ul>
    </Panel>
  );
}

function ReportLine(props: {
  report: Report;
  readOnly: string | undefined;
  onDeal?: (change: Partial<Change>) => void;
}) {
  const { report, readOnly, onDeal } = props;
  const { entry, subject, note, settled } = report;
  const t = boardMessages.use();
  const format = useFormat();
  const kind = entry.kind as 'broken-down' | 'way-closed' | 'dry-well' | 'roll-call';
  const said = t(`report.kind.${kind}`, {
    subject,
    litres: format.litres(entry.litres),
    promised: format.litres(report.promised),
    homes: entry.homes ?? 0,
    people: entry.people ?? 0,
  });
  const why = useWhy(entry.why);
  return (
    <li className={styles.item}>
      <StatusTag level={settled ? 'ok' : 'warn'}>
        {settled ? t('report.settled') : (format.findMoment(entry.at)?.time ?? '—')}
      </StatusTag>
      <span className={styles.words}>
        {said}
        {why && ` · ${why}`}
        {note && ` ${t('report.words', { note })}`}
        <span className={styles.muted}>
          {t('report.by', {
            name: entry.by.name,
            time: format.findMoment(entry.at)?.time ?? '—',
          })}
        </span>
      </span>
      {!settled && onDeal && kind !== 'roll-call' && (
        <ActionButton
          disabledReason={readOnly}
          aria-label={`${t('report.act')} ${subject}`}
          onClick={() => onDeal(changeOf(report, why))}
        >
          {t('report.act')}
        </ActionButton>
      )}
    </li>
  );
}

const whys = [
  'engine',
  'tyre',
  'pump',
  'accident',
  'checkpoint',
  'roadworks',
  'blocked',
  'too-narrow',
  'other',
] as const;

function useWhy(why: string | null): string | undefined {
  const t = boardMessages.use();
  const known = whys.find((one) => one === why);
  return known && t(`report.why.${known}`);
}
