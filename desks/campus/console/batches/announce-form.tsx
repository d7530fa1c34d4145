import { call } from '@liangbuwu/office/http/console/call.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useId, useState } from 'react';
import type { Batch } from '../../batches/batch.ts';
import { announceBatch, draftAnnouncement } from '../../batches/batches.contract.ts';
import { batchesMessages } from '../messages/batches.ts';
import styles from './batches.module.css';

/** What parents will read, in both languages, before it is said for good. */
export function AnnounceForm({ batch, onClose }: { batch: Batch; onClose(): void }) {
  const t = batchesMessages.use();
  const draft = useQuery({
    queryKey: ['campus', 'announcement', batch.id, batch.version, batch.announcements.length],
    queryFn: ({ signal }) => call(draftAnnouncement, { params: { batch: batch.id } }, { signal }),
    // What somebody went over is not worded anew under their hands.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Panel title={t('announce.title', { number: batch.number })} note={t('announce.note')}>
      <Loaded query={draft}>
        {({ words }) => <WordsForm batch={batch} drafted={words} onClose={onClose} />}
      </Loaded>
    </Panel>
  );
}

function WordsForm(props: {
  batch: Batch;
  drafted: { 'zh-CN': string; en: string };
  onClose(): void;
}) {
  const { batch } = props;
  const t = batchesMessages.use();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const id = useId();
  const [announcement] = useState(newId);
  const [seen] = useState(batch.version);
  const [words, setWords] = useState(props.drafted);
  const send = useMutation({
    mutationFn: () =>
      call(announceBatch, {
        params: { batch: batch.id, announcement },
        body: { seen, words },
      }),
    onSuccess: async () => {
      void message.success(t('announce.sent'));
      await queries.invalidateQueries({ queryKey: ['campus'] });
      props.onClose();
    },
  });
  return (
    <Form layout="vertical" component="div" requiredMark={false} className={styles.stack ?? ''}>
      <div className={styles.wide}>
        {(['zh-CN', 'en'] as const).map((language) => (
          <Form.Item
            key={language}
            label={t(language === 'en' ? 'announce.en' : 'announce.zh')}
            htmlFor={`${id}-${language}`}
          >
            <Input.TextArea
              id={`${id}-${language}`}
              lang={language}
              rows={18}
              maxLength={4000}
              value={words[language]}
              onChange={({ target }) => setWords({ ...words, [language]: target.value })}
            />
          </Form.Item>
        ))}
      </div>
      {send.error && <ErrorState inline error={send.error} />}
      <div className={styles.foot}>
        <Button type="primary" loading={send.isPending} onClick={() => send.mutate()}>
          {t('announce.send')}
        </Button>
        <Button onClick={props.onClose}>{t('announce.cancel')}</Button>
      </div>
    </Form>
  );
}
