import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useState } from 'react';
import type { KeySetUp } from '../../gates/set-up.contract.ts';
import { gatesMessages } from '../messages/gates.ts';
import { RotateDialog } from './rotate-dialog.tsx';

const levels = { inUse: 'ok', retired: 'unknown', stolen: 'bad' } as const;

const standing = ({ until, compromisedAt }: KeySetUp) =>
  compromisedAt !== null ? 'stolen' : until === null ? 'inUse' : 'retired';

/** Which key signs since when, and how many passes hang on each. */
export function KeyPanel(props: {
  of: Response;
  keys: readonly KeySetUp[];
  denied: string | undefined;
}) {
  const { of, denied } = props;
  const t = gatesMessages.use();
  const format = useFormat();
  const [changing, setChanging] = useState<KeySetUp>();
  const ofPasses = (key: KeySetUp, count: number) =>
    key.use === 'issuer' ? format.number(count) : '—';
  const columns: Column<KeySetUp>[] = [
    { id: 'kid', header: t('keys.kid'), cell: ({ kid }) => <code>{kid.slice(0, 8)}</code> },
    {
      id: 'state',
      header: t('keys.state'),
      inCard: 'aside',
      cell: (key) => (
        <StatusTag level={levels[standing(key)]}>{t(`keys.${standing(key)}`)}</StatusTag>
      ),
    },
    { id: 'use', header: t('keys.use'), cell: ({ use }) => t(`keys.uses.${use}`) },
    { id: 'from', header: t('keys.from'), cell: ({ from }) => format.instant(from) },
    { id: 'until', header: t('keys.until'), cell: ({ until }) => format.instant(until) },
    {
      id: 'passes',
      header: t('keys.passes'),
      numeric: true,
      cell: (key) => ofPasses(key, key.passes),
    },
    {
      id: 'inForce',
      header: t('keys.inForce'),
      numeric: true,
      cell: (key) => ofPasses(key, key.inForce),
    },
    {
      id: 'change',
      header: '',
      cell: (key) =>
        key.use === 'issuer' &&
        standing(key) !== 'stolen' && (
          <ActionButton size="small" disabledReason={denied} onClick={() => setChanging(key)}>
            {t(key.until === null ? 'keys.change' : 'keys.stolenLater')}
          </ActionButton>
        ),
    },
  ];
  return (
    <Panel flush title={t('keys.title')} note={t('keys.note')}>
      <DataTable
        caption={t('keys.title')}
        rows={[...props.keys].reverse()}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ kid }) => kid}
        empty={<EmptyState small title={t('keys.none')} />}
      />
      {changing && <RotateDialog of={of} held={changing} onClose={() => setChanging(undefined)} />}
    </Panel>
  );
}
