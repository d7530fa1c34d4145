import { formatCell } from '@liangbuwu/office/tables/console/format-cell.ts';
import { tableKeys } from '@liangbuwu/office/tables/console/queries.ts';
import { useCellWords } from '@liangbuwu/office/tables/console/use-cell-words.ts';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { usePhone } from '@liangbuwu/ui/theme/media.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer } from 'antd';
import { call } from '../../../http/console/call.ts';
import { householdTable } from '../../households/table.ts';
import {
  type CorrectedField,
  type Correction,
  settleCorrection,
} from '../../residents/bring.contract.ts';
import { lastingTable } from '../../residents/table.ts';
import { residentMessages } from './messages.ts';
import { correctionsQuery } from './queries.ts';
import styles from './residents.module.css';

/** What a response has put right, each taken into the register or left by a person. */
export default function CorrectionsDrawer(props: {
  response: string;
  name: string;
  onClose: () => void;
}) {
  const t = residentMessages.use();
  const phone = usePhone();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const corrections = useQuery(correctionsQuery(props.response));
  const settle = useMutation({
    mutationFn: ({ of, ...body }: { of: Correction; take: boolean; fields: CorrectedField[] }) =>
      call(settleCorrection, { params: { household: of.household }, body }),
    onSuccess: (_, { take }) =>
      void message.success(t(take ? 'corrections.taken' : 'corrections.left')),
    onSettled: () =>
      Promise.all(
        [lastingTable, householdTable].map(({ id }) =>
          queries.invalidateQueries({ queryKey: tableKeys.all(id) }),
        ),
      ),
  });
  const words = useCellWords();
  const columns = new Map(lastingTable.columns.map((column) => [column.field, column]));
  const told = ({ field, before, after }: Correction['changes'][number]) => {
    const column = columns.get(field);
    if (!column) return t('corrections.contact');
    return t('bring.change', {
      field: words.say(column.label),
      before: formatCell(column, before, {}, words),
      after: formatCell(column, after, {}, words),
    });
  };
  return (
    <Drawer
      open
      title={t('corrections.title', { name: props.name })}
      size={phone ? '100%' : 560}
      onClose={props.onClose}
    >
      <div className={styles.drawer}>
        <p className={styles.note}>{t('corrections.note')}</p>
        {settle.error && <ErrorState inline error={settle.error} />}
        <Loaded query={corrections}>
          {(data) =>
            data.corrections.length === 0 ? (
              <EmptyState title={t('corrections.empty.title')}>
                {t('corrections.empty.note')}
              </EmptyState>
            ) : (
              <ul className={styles.list}>
                {data.corrections.map((of) => (
                  <li key={of.household}>
                    <span>
                      {of.label} <small className={styles.kind}>{data.names[of.area]}</small>
                    </span>
                    {of.changes.map((change) => (
                      <div key={change.field} className={styles.line}>
                        <span className={styles.grow}>{told(change)}</span>
                        {[true, false].map((take) => (
                          <Button
                            key={String(take)}
                            size="small"
                            disabled={settle.isPending}
                            aria-label={`${t(take ? 'corrections.take' : 'corrections.leave')} · ${told(change)}`}
                            onClick={() => settle.mutate({ of, take, fields: [change.field] })}
                          >
                            {t(take ? 'corrections.take' : 'corrections.leave')}
                          </Button>
                        ))}
                      </div>
                    ))}
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
    </Drawer>
  );
}
