import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import type { Level } from '@liangbuwu/ui/theme/tokens.ts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Segmented } from 'antd';
import { useState } from 'react';
import { call } from '../../../http/console/call.ts';
import type { Fate, Sheet, SheetRow } from '../../sheets/contract.ts';
import { formatCell } from '../format-cell.ts';
import type { Names } from '../queries.ts';
import { useCellWords } from '../use-cell-words.ts';
import { sheetMessages } from './messages.ts';
import { pageOfRows, type SheetRoutes, sheetKeys, sheetRowsQuery } from './queries.ts';
import styles from './sheets.module.css';

const levels: Record<Fate, Level> = {
  new: 'ok',
  changed: 'ok',
  same: 'unknown',
  doubled: 'warn',
  refused: 'bad',
};
const fates = ['new', 'changed', 'same', 'doubled', 'refused'] as const;

/** What becomes of every row, before and after it is written. */
export function Preview(props: {
  routes: SheetRoutes;
  sheet: Sheet;
  onBack: () => void;
  onWrite: () => void;
  onUndo: () => void;
  onLeave: () => void;
  onClose: () => void;
}) {
  const { routes, sheet } = props;
  const t = sheetMessages.use();
  const words = useCellWords();
  const { counts, state } = sheet;
  const [fate, setFate] = useState<Fate | ''>(counts.refused > 0 ? 'refused' : '');
  const [limit, setLimit] = useState(pageOfRows);
  const rows = useQuery({
    ...sheetRowsQuery(routes, { sheet, fate: fate === '' ? undefined : fate, limit }),
    placeholderData: keepPreviousData,
  });
  const total = fate === '' ? fates.reduce((sum, one) => sum + counts[one], 0) : counts[fate];
  const leftOut = counts.refused + counts.doubled;
  return (
    <>
      {state === 'written' && (
        <Alert type="success" showIcon title={t('preview.done', { count: sheet.written })} />
      )}
      {state === 'undone' && (
        <Alert
          type="info"
          showIcon
          title={
            sheet.written > 0
              ? t('preview.undone', { left: sheet.written })
              : t('preview.undoneAll')
          }
        />
      )}
      <div className={styles.scroll}>
        <Segmented
          value={fate}
          onChange={(value) => {
            setFate(value);
            setLimit(pageOfRows);
          }}
          options={[
            { value: '' as const, label: t('fates.all') },
            ...fates.map((one) => ({
              value: one,
              label: `${t(`fates.${one}`)} ${words.format.number(counts[one])}`,
            })),
          ]}
        />
      </div>
      <Loaded
        query={rows}
        empty={{
          when: (data) => data.rows.length === 0,
          show: <p className={styles.note}>{t('preview.none')}</p>,
        }}
      >
        {(data) => (
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('preview.row')}</th>
                  <th scope="col">{t('preview.name')}</th>
                  <th scope="col">{t('preview.fate')}</th>
                  <th scope="col">{t('preview.what')}</th>
                </tr>
              </thead>
              <tbody>
                {data.rows.map((row) => (
                  <tr key={row.number}>
                    <td className={styles.number}>{row.number}</td>
                    <th scope="row">{row.name || words.empty}</th>
                    <td>
                      <StatusTag level={levels[row.fate]}>{t(`fates.${row.fate}`)}</StatusTag>
                    </td>
                    <td>
                      <About routes={routes} row={row} names={data.names} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
      {total > limit && limit < 200 && (
        <Button onClick={() => setLimit(limit + pageOfRows)}>{t('preview.more')}</Button>
      )}
      {leftOut > 0 && state !== 'undone' && (
        <p className={styles.note}>{t('preview.refusedNote', { count: leftOut })}</p>
      )}
      <Deeds {...props} />
    </>
  );
}

function Deeds(props: Parameters<typeof Preview>[0]) {
  const { routes, sheet } = props;
  const t = sheetMessages.use();
  const queries = useQueryClient();
  const { state, counts } = sheet;
  const discard = useMutation({
    mutationFn: () => call(routes.discard, { params: { sheet: sheet.id }, body: {} }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: sheetKeys.list(routes.table.id) });
      props.onLeave();
    },
  });
  const left = counts.new + counts.changed - sheet.written;
  const written = state === 'written' || state === 'writing' || state === 'undoing';
  return (
    <div className={styles.foot}>
      {!written && (
        <Button loading={discard.isPending} onClick={() => discard.mutate()}>
          {t('preview.discard')}
        </Button>
      )}
      {written && sheet.written > 0 && (
        <Button danger onClick={props.onUndo}>
          {t(state === 'undoing' ? 'preview.goOnUndo' : 'preview.undo')}
        </Button>
      )}
      {(state === 'checked' || state === 'checking') && (
        <Button onClick={props.onBack}>{t('preview.back')}</Button>
      )}
      {(state === 'checked' || state === 'writing') && (
        <ActionButton
          type="primary"
          disabledReason={left === 0 ? t('preview.nothing') : undefined}
          onClick={props.onWrite}
        >
          {state === 'writing' ? t('preview.goOn') : t('preview.write', { count: left })}
        </ActionButton>
      )}
      {(state === 'written' || state === 'undone') && (
        <Button type="primary" onClick={props.onClose}>
          {t('preview.close')}
        </Button>
      )}
    </div>
  );
}

function About({ routes, row, names }: { routes: SheetRoutes; row: SheetRow; names: Names }) {
  const t = sheetMessages.use();
  const words = useCellWords();
  const columnOf = (field: string) => routes.table.columns.find((column) => column.field === field);
  if (row.faults.length > 0)
    return (
      <ul className={styles.about}>
        {row.faults.map((fault) => {
          const column = columnOf(fault.field);
          const label = column && words.say(column.label);
          const cause = words.say(fault.cause);
          return (
            <li key={fault.field + fault.cause['zh-CN']}>
              {label && !cause.startsWith(label) && <strong>{label} </strong>}
              {cause} {words.say(fault.remedy)}
            </li>
          );
        })}
      </ul>
    );
  return (
    <ul className={styles.about}>
      {row.changes.flatMap(({ field, before, after }) => {
        const column = columnOf(field);
        if (!column) return [];
        const shown = (value: unknown) => formatCell(column, value, names, words);
        const label = words.say(column.label);
        const text =
          row.fate === 'new'
            ? t('preview.is', { field: label, after: shown(after) })
            : t('preview.from', { field: label, before: shown(before), after: shown(after) });
        return <li key={field}>{text}</li>;
      })}
    </ul>
  );
}
