import { tableKeys } from '@liangbuwu/office/tables/console/queries.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { call } from '../../../http/console/call.ts';
import type { Household } from '../../households/contract.ts';
import { mergeHouseholds, separateHouseholds } from '../../households/findings.contract.ts';
import { householdTable } from '../../households/table.ts';
import { householdMessages } from './messages.ts';

/** Merges doubles into the one that is kept, and says so with the way back. */
export function useMerge() {
  const t = householdMessages.use();
  const { message, notification } = App.useApp();
  const queries = useQueryClient();
  const reread = () => queries.invalidateQueries({ queryKey: tableKeys.all(householdTable.id) });
  const refused = (error: unknown) =>
    notification.error({
      title: t('refused'),
      description: <ErrorState inline error={error} />,
      duration: 0,
    });
  const merge = useMutation({
    mutationFn: async ({ kept, others }: { kept: Household; others: readonly Household[] }) => ({
      label: kept.label,
      ...(await call(mergeHouseholds, {
        params: { row: kept.id },
        body: {
          version: kept.version,
          others: others.map(({ id, version }) => ({ id, version })),
        },
      })),
    }),
    onError: refused,
    onSettled: reread,
    onSuccess: ({ label, row, change, others }) => {
      const key = `merge-${row.id}`;
      const separate = async () => {
        try {
          await call(separateHouseholds, { params: { row: row.id }, body: { change, others } });
          message.success({ key, content: t('undone') });
        } catch (error) {
          refused(error);
        }
        await reread();
      };
      message.success({
        key,
        duration: 10,
        content: (
          <>
            {t('merged', { label })}{' '}
            <Button size="small" onClick={() => void separate()}>
              {t('undo')}
            </Button>
          </>
        ),
      });
    },
  });
  return {
    isPending: merge.isPending,
    run: (kept: Household, others: readonly Household[]) => merge.mutate({ kept, others }),
  };
}
