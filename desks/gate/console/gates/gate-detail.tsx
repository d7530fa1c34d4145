import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { type GateSetUp, setInUse } from '../../gates/set-up.contract.ts';
import { gatesMessages } from '../messages/gates.ts';
import { GateDialog } from './gate-dialog.tsx';
import styles from './gates.module.css';

/** Who reaches a gate, and what can be done with it. */
export function GateDetail({ gate, denied }: { gate: GateSetUp; denied: string | undefined }) {
  const t = gatesMessages.use();
  const format = useFormat();
  const [doing, setDoing] = useState<'edit' | 'use'>();
  const names = gate.keepers.map(({ name }) => name).join('、');
  return (
    <div className={styles.detail}>
      <p>
        {t(`kinds.${gate.kind}`)}
        {gate.outOfUse !== null && ` · ${t('list.since', { time: format.instant(gate.outOfUse) })}`}
      </p>
      <p>{names ? t('detail.keepers', { names }) : t('detail.noKeepers')}</p>
      <div className={styles.deeds}>
        <ActionButton disabledReason={denied} onClick={() => setDoing('edit')}>
          {t('detail.edit')}
        </ActionButton>
        <ActionButton disabledReason={denied} onClick={() => setDoing('use')}>
          {t(gate.outOfUse === null ? 'detail.out' : 'detail.back')}
        </ActionButton>
      </div>
      {doing === 'edit' && (
        <GateDialog gate={gate} response={gate.response} onClose={() => setDoing(undefined)} />
      )}
      {doing === 'use' && <UseDialog gate={gate} onClose={() => setDoing(undefined)} />}
    </div>
  );
}

/** Says what it concerns before a gate is put out of use, or back. */
function UseDialog({ gate, onClose }: { gate: GateSetUp; onClose(): void }) {
  const t = gatesMessages.use();
  const format = useFormat();
  const queries = useQueryClient();
  const inUse = gate.outOfUse !== null;
  const save = useMutation({
    mutationFn: () => call(setInUse, { params: { gate: gate.id }, body: { inUse } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['gate'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t(inUse ? 'detail.backTitle' : 'detail.outTitle', { gate: gate.name })}
      onCancel={onClose}
      footer={
        <div className={styles.foot}>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button
            type="primary"
            danger={!inUse}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {t(inUse ? 'detail.back' : 'detail.out')}
          </Button>
        </div>
      }
    >
      <p>
        {inUse ? t('detail.backNote') : t('detail.outNote', { passes: format.number(gate.passes) })}
      </p>
      {save.error && <ErrorState inline error={save.error} />}
    </Modal>
  );
}
