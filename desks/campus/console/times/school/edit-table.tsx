import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { CloseIcon, PlusIcon } from '@liangbuwu/ui/icons.ts';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { schoolDayMessages } from '../../messages/school-day.ts';
import styles from './school-day.module.css';

/** Rows that are filled in place, each under its heading. */
export function EditTable(props: {
  title: string;
  note?: string;
  heads: readonly string[];
  /** A row's name is its first cell's, for who cannot see it. */
  rows: readonly { key: string; name: string; cells: readonly ReactNode[] }[];
  add?: { label?: string; onAdd(): void };
  /** Whether and how a row goes. */
  onRemove?: (at: number) => void;
  removable?: (at: number) => boolean;
  /** The first column stays in sight when the others scroll. */
  pinned?: boolean;
}) {
  const { title, heads, rows, add, onRemove, removable = () => true } = props;
  const t = schoolDayMessages.use();
  return (
    <Panel
      flush
      title={title}
      {...(props.note && { note: props.note })}
      tools={
        add && (
          <ActionButton size="small" icon={<PlusIcon />} onClick={add.onAdd}>
            {add.label ?? t('add')}
          </ActionButton>
        )
      }
    >
      {rows.length > 0 && (
        <section
          className={styles.scroller}
          aria-label={title}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
          tabIndex={0}
        >
          <table className={styles.table} data-pinned={props.pinned || undefined}>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
                {onRemove && <td aria-hidden="true" />}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, name, cells }, at) => (
                <tr key={key}>
                  {cells.map((cell, i) => (
                    <td key={heads[i]}>{cell}</td>
                  ))}
                  {onRemove && (
                    <td>
                      {removable(at) && (
                        <Button
                          type="text"
                          size="small"
                          icon={<CloseIcon />}
                          aria-label={t('remove', { name })}
                          onClick={() => onRemove(at)}
                        />
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Panel>
  );
}
