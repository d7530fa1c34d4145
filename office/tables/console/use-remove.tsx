import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Radio, Space } from 'antd';
import { call } from '../../http/console/call.ts';
import { titleOf } from './format-cell.ts';
import { tableMessages } from './messages.ts';
import { type AnyRow, type TableRoutes, tableKeys } from './queries.ts';
import styles from './tables.module.css';
import { useCellWords } from './use-cell-words.ts';

/** Asks whether, and where the table wants to know it why, a row is taken off the register, and takes it off. */
export function useRemove(routes: TableRoutes, onRemoved: () => void) {
  const t = tableMessages.use();
  const { say } = useCellWords();
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const { whys } = routes.table;
  const remove = useMutation({
    networkMode: 'always',
    mutationFn: ({ row, why }: { row: AnyRow; why: string | undefined }) =>
      call(routes.remove, {
        params: { row: row.id },
        body: { version: row.version, ...(why && { why }) },
      }),
    onSuccess: onRemoved,
    onSettled: () => queries.invalidateQueries({ queryKey: tableKeys.all(routes.table.id) }),
  });
  const ask = (row: AnyRow) => {
    const name = titleOf(routes.table.columns, row);
    let why: string | undefined;
    const asking = modal.confirm({
      title: t('form.removeAsk', { name }),
      content: (
        <>
          <p>{t('form.removeNote')}</p>
          {whys && <p className={styles.why}>{t('form.why')}</p>}
          {whys && (
            <Radio.Group
              aria-label={t('form.why')}
              onChange={({ target }) => {
                why = String(target.value);
                asking.update({ okButtonProps: { danger: true, disabled: false } });
              }}
            >
              <Space orientation="vertical">
                {whys.map(({ value, words }) => (
                  <Radio key={value} value={value}>
                    {say(words)}
                  </Radio>
                ))}
              </Space>
            </Radio.Group>
          )}
        </>
      ),
      okText: t('form.remove'),
      okButtonProps: { danger: true, disabled: whys !== undefined },
      cancelText: t('form.cancel'),
      autoFocusButton: 'cancel',
      onOk: () => remove.mutate({ row, why }),
    });
  };
  return { ask, isPending: remove.isPending, error: remove.error };
}
