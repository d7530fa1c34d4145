import { call } from '@liangbuwu/office/http/console/call.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import type { Batch, BatchLine, SchoolBatches } from '../../batches/batch.ts';
import { putBatch } from '../../batches/batches.contract.ts';
import { batchesMessages } from '../messages/batches.ts';
import { AddGrade } from './add-grade.tsx';
import styles from './batches.module.css';
import { LineRow } from './line-row.tsx';

/** Set for the demonstration; a school gives what its gates manage. */
const usualPerQuarter = 120;

/** A batch: its day, its classes with times and gates, and what parents are to bring and whom to ask. */
export function BatchForm(props: {
  response: string;
  of: SchoolBatches;
  batch?: Batch;
  onClose(): void;
}) {
  const { response, of, batch, onClose } = props;
  const t = batchesMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const id = useId();
  const [fresh] = useState(newId);
  // What somebody began to change is what they saw, whatever arrives meanwhile.
  const [seen] = useState(batch?.version ?? null);
  const [begun] = useState(() => ({
    day: batch?.day ?? of.approved?.firstDay ?? '',
    perQuarter: batch?.perQuarter ?? usualPerQuarter,
    lines: batch?.lines ?? [],
    bring: batch?.bring ?? { 'zh-CN': '', en: '' },
    contact: batch?.contact ?? { 'zh-CN': '', en: '' },
  }));
  const [draft, setDraft] = useState(begun);
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      call(putBatch, {
        params: { batch: batch?.id ?? fresh },
        body: { response, school: of.school.id, seen, ...draft },
      }),
    onSuccess: async () => {
      void message.success(t('form.saved'));
      await queries.invalidateQueries({ queryKey: ['campus'] });
      onClose();
    },
  });
  useUnsavedGuard(draft !== begun && !save.isSuccess);
  const change = (patch: Partial<typeof draft>) => {
    setDraft({ ...draft, ...patch });
    save.reset();
  };
  const { lines, bring, contact } = draft;
  const isWhole =
    draft.day !== '' &&
    [bring, contact].every((one) => one['zh-CN'].trim() !== '' && one.en.trim() !== '');
  const put = (line: BatchLine) =>
    change({ lines: lines.map((one) => (one.class === line.class ? line : one)) });
  const texts = [
    ['bring', 'zh-CN', t('form.bringZh')],
    ['bring', 'en', t('form.bringEn')],
    ['contact', 'zh-CN', t('form.contactZh')],
    ['contact', 'en', t('form.contactEn')],
  ] as const;
  return (
    <Panel title={batch ? t('form.edit', { number: batch.number }) : t('form.add')}>
      <Form layout="vertical" component="div" requiredMark={false} className={styles.stack ?? ''}>
        <div className={styles.fields}>
          <Form.Item label={t('form.day')} htmlFor={`${id}-day`}>
            <Input
              id={`${id}-day`}
              type="date"
              value={draft.day}
              onChange={({ target }) => change({ day: target.value })}
            />
          </Form.Item>
          <Form.Item
            label={t('form.perQuarter')}
            htmlFor={`${id}-quarter`}
            extra={t('form.perQuarterHint')}
          >
            <InputNumber<number>
              id={`${id}-quarter`}
              min={1}
              max={10_000}
              precision={0}
              value={draft.perQuarter}
              onChange={(perQuarter) => change({ perQuarter: perQuarter ?? usualPerQuarter })}
            />
          </Form.Item>
        </div>
        <AddGrade
          classes={of.classes}
          onAdd={(added) =>
            change({
              lines: [
                ...lines.filter((one) => !added.some((line) => line.class === one.class)),
                ...added,
              ],
            })
          }
        />
        <section className={styles.part}>
          <h3>
            {t('form.classes', {
              count: lines.length,
              people: format.number(lines.reduce((sum, { people }) => sum + people, 0)),
            })}
          </h3>
          {lines.length === 0 && <p className={styles.muted}>{t('form.noClasses')}</p>}
          <div className={styles.lines}>
            {of.classes.flatMap(({ id: one, name }) => {
              const line = lines.find((of) => of.class === one);
              return line ? (
                <LineRow
                  key={one}
                  name={name}
                  line={line}
                  onChange={put}
                  onDrop={() => change({ lines: lines.filter((of) => of.class !== one) })}
                />
              ) : (
                []
              );
            })}
          </div>
        </section>
        <div className={styles.wide}>
          {texts.map(([field, language, label]) => (
            <Form.Item
              key={label}
              label={label}
              htmlFor={`${id}-${field}-${language}`}
              {...(field === 'contact' && { extra: t('form.contactHint') })}
            >
              <Input.TextArea
                id={`${id}-${field}-${language}`}
                lang={language}
                autoSize={{ minRows: 2, maxRows: 6 }}
                maxLength={500}
                value={draft[field][language]}
                onChange={({ target }) =>
                  change({ [field]: { ...draft[field], [language]: target.value } })
                }
              />
            </Form.Item>
          ))}
        </div>
        {tried && !isWhole && <p role="alert">{t('form.missing')}</p>}
        {save.error && <ErrorState inline error={save.error} />}
        <div className={styles.foot}>
          <Button
            type="primary"
            loading={save.isPending}
            onClick={() => {
              setTried(true);
              if (isWhole) save.mutate();
            }}
          >
            {t('form.save')}
          </Button>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
        </div>
      </Form>
    </Panel>
  );
}
