import { call } from '@liangbuwu/office/http/console/call.ts';
import {
  objectToClosing,
  overruleObjection,
} from '@liangbuwu/office/responses/closing/closing.contract.ts';
import {
  type ObjectionAnswer,
  type ObjectionGround,
  objectionAnswers,
  objectionGrounds,
} from '@liangbuwu/office/responses/closing/closing-rules.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { keys } from '../queries.ts';
import { responsesMessages } from './messages.ts';
import styles from './responses.module.css';

type Fields = { code: string; words: string };

type Deed =
  | { is: 'object'; name: string; params: { response: string; closing: string } }
  | { is: 'overrule'; params: { response: string; objection: string } };

/** An objection, or the answer to one: a code for the ledger, and words that go with the response. */
export function WordsDialog(props: Deed & { onClose: () => void }) {
  const t = responsesMessages.use();
  const say = useSay();
  const queries = useQueryClient();
  const [dirty, setDirty] = useState(false);
  const [id] = useState(newId);
  const send = useMutation({
    mutationFn: ({ code, words }: Fields) =>
      props.is === 'object'
        ? call(objectToClosing, {
            params: { ...props.params, objection: id },
            body: { ground: code as ObjectionGround, words },
          })
        : call(overruleObjection, {
            params: props.params,
            body: { answer: code as ObjectionAnswer, words },
          }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.responses });
      props.onClose();
    },
  });
  useUnsavedGuard(dirty && !send.isSuccess);
  const objecting = props.is === 'object';
  const codes = objecting ? objectionGrounds : objectionAnswers;
  return (
    <Modal
      open
      title={objecting ? t('object.title', { name: props.name }) : t('overrule.title')}
      onCancel={props.onClose}
      footer={null}
      mask={{ closable: !dirty }}
    >
      <p className={styles.explain}>{t(objecting ? 'object.note' : 'overrule.note')}</p>
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        disabled={send.isPending}
        onValuesChange={() => setDirty(true)}
        onFinish={(fields) => send.mutate(fields)}
      >
        <Form.Item
          label={t(objecting ? 'object.ground' : 'overrule.answer')}
          name="code"
          rules={[
            {
              required: true,
              message: t(objecting ? 'object.groundMissing' : 'overrule.answerMissing'),
            },
          ]}
        >
          <Select
            options={Object.entries(codes).map(([value, words]) => ({ value, label: say(words) }))}
          />
        </Form.Item>
        <Form.Item
          label={t('object.words')}
          name="words"
          rules={[{ required: true, whitespace: true, min: 2, message: t('object.wordsMissing') }]}
        >
          <Input.TextArea maxLength={500} autoSize={{ minRows: 3, maxRows: 8 }} />
        </Form.Item>
        {send.error && <ErrorState inline error={send.error} />}
        <div className={styles.foot}>
          <Button onClick={props.onClose}>{t('deeds.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={send.isPending}>
            {t(objecting ? 'deeds.object' : 'deeds.overrule')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
