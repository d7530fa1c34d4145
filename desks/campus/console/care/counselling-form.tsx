import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { putCounselling } from '../../care/care.contract.ts';
import { Counselling } from '../../care/care.ts';
import { careMessages } from '../messages/care.ts';
import styles from './care.module.css';
import { careKey } from './care-queries.ts';

/** Whether requests are taken, and the numbers that a family sees when it cannot wait. */
export function CounsellingForm(props: {
  kept: { counselling: Counselling; version: number };
  school: string;
  response: string;
}) {
  const { kept, school, response } = props;
  const t = careMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [changed, setChanged] = useState<Counselling>();
  const now = changed ?? kept.counselling;
  const { open, lines } = now;
  useUnsavedGuard(changed !== undefined);
  const save = useMutation({
    mutationFn: () =>
      call(putCounselling, {
        params: { school },
        body: { ...now, response, seen: kept.version },
      }),
    onSuccess: async () => {
      setChanged(undefined);
      void message.success(t('setup.saved'));
      await queries.invalidateQueries({ queryKey: careKey });
    },
  });
  const setLine = (at: number, patch: Partial<(typeof lines)[number]>) =>
    setChanged({ ...now, lines: lines.map((one, i) => (i === at ? { ...one, ...patch } : one)) });
  const lacking = Counselling.safeParse(now).success ? undefined : t('setup.empty');
  return (
    <Panel title={t('setup.title')} note={t('setup.note')}>
      <div className={styles.stack}>
        <Checkbox
          checked={open}
          onChange={({ target }) => setChanged({ ...now, open: target.checked })}
        >
          {t('setup.open')}
        </Checkbox>
        {lines.map(({ name, number }, i) => {
          const n = format.number(i + 1);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing else of its own
            <div key={i} className={`${styles.line} ${styles.phone}`}>
              <Input
                aria-label={t('setup.lineName', { n })}
                placeholder={t('setup.name')}
                maxLength={40}
                value={name}
                onChange={({ target }) => setLine(i, { name: target.value })}
              />
              <Input
                aria-label={t('setup.lineNumber', { n })}
                placeholder={t('setup.number')}
                maxLength={30}
                inputMode="tel"
                value={number}
                onChange={({ target }) => setLine(i, { number: target.value })}
              />
              <Button
                aria-label={t('setup.remove', { n })}
                onClick={() => setChanged({ ...now, lines: lines.filter((_, at) => at !== i) })}
              >
                {t('setup.removeOne')}
              </Button>
            </div>
          );
        })}
        <div className={styles.tags}>
          {lines.length < 6 && (
            <Button
              onClick={() => setChanged({ ...now, lines: [...lines, { name: '', number: '' }] })}
            >
              {t('setup.add')}
            </Button>
          )}
          <ActionButton
            type="primary"
            loading={save.isPending}
            disabledReason={lacking}
            onClick={() => !save.isPending && save.mutate()}
          >
            {t('setup.save')}
          </ActionButton>
        </div>
        {save.error && <ErrorState inline error={save.error} />}
      </div>
    </Panel>
  );
}
