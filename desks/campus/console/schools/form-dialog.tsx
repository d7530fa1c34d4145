import { useSay } from '@liangbuwu/ui/language/language.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { findRefusal } from '@liangbuwu/ui/state/refusal.ts';
import { Button, Form, Modal } from 'antd';
import { createContext, type ReactNode, useContext } from 'react';
import { schoolsMessages } from '../messages/schools.ts';
import styles from './schools.module.css';

const Faults = createContext<(field: string) => string | undefined>(() => undefined);

/** A form in a dialog: what is refused is said at its field, or below where it is about none of them. */
export function FormDialog(props: {
  title: string;
  changed: boolean;
  busy: boolean;
  error: Error | null;
  /** The fields of the body that have a place in the form. */
  fields: readonly string[];
  /** What saving is called here. */
  saveAs?: string;
  /** Left of the buttons that close and save. */
  extra?: ReactNode;
  onClose(): void;
  onSave(): void;
  children: ReactNode;
}) {
  const t = schoolsMessages.use();
  const say = useSay();
  const at = findRefusal(props.error)?.at ?? [];
  const faultOf = (field: string): string | undefined => {
    const fault = at.find(({ path }) => path.split('/')[2] === field);
    return fault && `${say(fault.cause)} ${say(fault.remedy)}`;
  };
  const isElsewhere =
    props.error !== null && !props.fields.some((field) => faultOf(field) !== undefined);
  return (
    <Modal
      open
      width={560}
      title={props.title}
      onCancel={props.onClose}
      mask={{ closable: !props.changed }}
      footer={
        <div className={styles.foot}>
          {props.extra}
          <Button onClick={props.onClose}>{t('form.cancel')}</Button>
          <Button type="primary" loading={props.busy} onClick={props.onSave}>
            {props.saveAs ?? t('form.save')}
          </Button>
        </div>
      }
    >
      <Faults value={faultOf}>
        <Form layout="vertical" component="div" requiredMark={false} className={styles.form ?? ''}>
          {props.children}
          {isElsewhere && <ErrorState inline error={props.error} />}
        </Form>
      </Faults>
    </Modal>
  );
}

export function FormField(props: {
  /** Its name in the body. */
  field: string;
  id: string;
  label: string;
  hint?: string;
  /** What the page itself finds wrong. */
  fault?: string | undefined;
  children: ReactNode;
}) {
  const refused = useContext(Faults)(props.field);
  const fault = props.fault ?? refused;
  return (
    <Form.Item
      label={props.label}
      htmlFor={props.id}
      extra={props.hint}
      {...(fault && { validateStatus: 'error' as const, help: fault })}
    >
      {props.children}
    </Form.Item>
  );
}
