import { call } from '@liangbuwu/office/http/console/call.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useMutation } from '@tanstack/react-query';
import { App, Checkbox, Input, Select } from 'antd';
import { useId, useState } from 'react';
import type { LedgerLine } from '../../answers/answer.ts';
import { askCounsellor } from '../../care/care.contract.ts';
import { Talker, talkerWords, type Wish } from '../../care/care.ts';
import { touchWithin } from '../../care/settings.ts';
import { careMessages } from '../messages/care.ts';
import { FormDialog, FormField } from '../schools/form-dialog.tsx';

const empty: Wish = { talks: 'pupil', reach: '', suits: '', words: '', urgent: false };

/** A class teacher asks the counsellor for a pupil. */
export function AskDialog(props: { line: LedgerLine; response: Response; onClose(): void }) {
  const { line, response, onClose } = props;
  const t = careMessages.use();
  const say = useSay();
  const format = useFormat();
  const { message } = App.useApp();
  const id = useId();
  const [request] = useState(newId);
  const [wish, setWish] = useState(empty);
  const send = useMutation({
    mutationFn: () =>
      call(askCounsellor, {
        params: { member: line.id, request },
        body: { ...wish, response: response.id },
      }),
    onSuccess: () => {
      void message.success(t('ask.sent'));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('ask.title', { name: line.name })}
      changed={wish !== empty}
      busy={send.isPending}
      error={send.error}
      fields={['reach', 'suits', 'words']}
      onClose={onClose}
      onSave={() => send.mutate()}
    >
      <p>{t('ask.note')}</p>
      <FormField field="talks" id={`${id}-talks`} label={t('ask.talks')}>
        <Select
          id={`${id}-talks`}
          value={wish.talks}
          options={Talker.options.map((value) => ({ value, label: say(talkerWords[value]) }))}
          onChange={(talks) => setWish({ ...wish, talks })}
        />
      </FormField>
      <FormField field="reach" id={`${id}-reach`} label={t('ask.reach')}>
        <Input
          id={`${id}-reach`}
          autoComplete="off"
          maxLength={80}
          placeholder={t('ask.reachHint')}
          value={wish.reach}
          onChange={({ target }) => setWish({ ...wish, reach: target.value })}
        />
      </FormField>
      <FormField field="suits" id={`${id}-suits`} label={t('ask.suits')}>
        <Input
          id={`${id}-suits`}
          autoComplete="off"
          maxLength={80}
          value={wish.suits}
          onChange={({ target }) => setWish({ ...wish, suits: target.value })}
        />
      </FormField>
      <FormField field="words" id={`${id}-words`} label={t('ask.words')}>
        <Input.TextArea
          id={`${id}-words`}
          autoComplete="off"
          maxLength={500}
          rows={3}
          value={wish.words}
          onChange={({ target }) => setWish({ ...wish, words: target.value })}
        />
      </FormField>
      <Checkbox
        checked={wish.urgent}
        onChange={({ target }) => setWish({ ...wish, urgent: target.checked })}
      >
        {t('ask.urgent', { hours: format.number(touchWithin.urgent) })}
      </Checkbox>
    </FormDialog>
  );
}
