import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { type CheckKind, Exception, kindWords } from '../../checks/checks.ts';
import { checksMessages } from '../messages/checks.ts';
import styles from './checks.module.css';
import { checkListQuery } from './checks-queries.ts';
import { ExceptionFields } from './exception-fields.tsx';

/** Who of a class is not in order, and why: everybody else is. */
export function ExceptionsDialog(props: {
  kind: CheckKind;
  of: string;
  response: string;
  busy: boolean;
  error: unknown;
  onChange(): void;
  onClose(): void;
  onSave(exceptions: readonly Exception[], nameOf: (member: string) => string): void;
}) {
  const { kind, of, response, busy, error, onClose } = props;
  const t = checksMessages.use();
  const say = useSay();
  const format = useFormat();
  const list = useQuery(checkListQuery(response, of));
  const [changed, setChanged] = useState<readonly Exception[]>();
  const [sought, setSought] = useState('');
  const before = list.data?.said.find((one) => one.kind === kind);
  const chosen = changed ?? before?.exceptions ?? [];
  const people = list.data?.people ?? [];
  const nameOf = (member: string) => people.find(({ id }) => id === member)?.name ?? '';
  const empty = chosen.find((one) => !Exception.safeParse(one).success);
  useUnsavedGuard(changed !== undefined);
  const change = (next: readonly Exception[]) => {
    props.onChange();
    setChanged(next);
  };
  const found = people.filter(
    ({ id, name }) => name.includes(sought.trim()) && !chosen.some(({ member }) => member === id),
  );
  const unready = list.data ? empty && t('dialog.empty', { name: nameOf(empty.member) }) : '…';
  return (
    <Modal
      open
      width={720}
      title={t('dialog.title', { kind: say(kindWords[kind]) })}
      onCancel={onClose}
      mask={{ closable: changed === undefined }}
      footer={
        <div className={styles.foot}>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <ActionButton
            type="primary"
            loading={busy}
            disabledReason={unready}
            onClick={() => props.onSave(chosen, nameOf)}
          >
            {chosen.length === 0
              ? t('dialog.saveAll')
              : t('dialog.save', { n: format.number(chosen.length) })}
          </ActionButton>
        </div>
      }
    >
      <div className={styles.stack}>
        <p>{t('dialog.note')}</p>
        <Loaded query={list}>
          {({ people: all }) => (
            <>
              {before && before.unnamed > 0 && (
                <p>{t('dialog.again', { n: format.number(before.unnamed) })}</p>
              )}
              {chosen.map((one) => (
                <ExceptionFields
                  key={one.member}
                  one={one}
                  name={nameOf(one.member)}
                  onPaper={all.find(({ id }) => id === one.member)?.onPaper ?? false}
                  onChange={(next) =>
                    change(chosen.map((each) => (each.member === one.member ? next : each)))
                  }
                  onRemove={() => change(chosen.filter(({ member }) => member !== one.member))}
                />
              ))}
              <Input
                allowClear
                aria-label={t('dialog.find')}
                placeholder={t('dialog.find')}
                autoComplete="off"
                value={sought}
                onChange={({ target }) => setSought(target.value)}
              />
              {found.length === 0 && <p className={styles.quiet}>{t('dialog.none')}</p>}
              <div className={styles.people}>
                {found.map(({ id, name }) => (
                  <Button
                    key={id}
                    onClick={() => {
                      setSought('');
                      const none = { temperature: null, symptoms: [], absent: null };
                      change([...chosen, { member: id, ...none }]);
                    }}
                  >
                    {name}
                  </Button>
                ))}
              </div>
            </>
          )}
        </Loaded>
        {error !== null && error !== undefined && <ErrorState inline error={error} />}
      </div>
    </Modal>
  );
}
