import { Form, Input, Select } from 'antd';
import { useId } from 'react';
import { isHttpsLink } from '../../lessons/https-link.ts';
import { atHome } from '../../lessons/lessons-of-day.ts';
import type { LessonTimes } from '../../lessons/week.ts';
import { lessonsMessages } from '../messages/lessons.ts';
import { FormField } from '../schools/form-dialog.tsx';
import { type CellMore, linksOf, nothingMore, type WeekDraft } from './draft.ts';
import styles from './lessons.module.css';
import { readCell } from './read-cell.ts';

/** What one lesson says itself: its teacher’s account, its link, what to do without a connection. */
export function CellDetail(props: {
  cell: string;
  draft: WeekDraft;
  times: LessonTimes;
  teachers: readonly { id: string; name: string }[];
  readOnly: boolean;
  onChange(more: CellMore): void;
}) {
  const { cell, draft, times, teachers, readOnly } = props;
  const t = lessonsMessages.use();
  const id = useId();
  const more = draft.more[cell] ?? nothingMore;
  const typed = readCell(draft.texts[cell] ?? '');
  if (!typed) return <p className={styles.quiet}>{t('plan.detailNone')}</p>;
  const set = (patch: Partial<CellMore>) => props.onChange({ ...more, ...patch });
  const subject = {
    subject: typed.subject,
    teacher: typed.teacher ? { account: null, name: typed.teacher } : null,
    link: null,
    offline: '',
  };
  // A link that is still being typed is none yet.
  const links = linksOf(draft.links).map((one) => ({
    ...one,
    link: one.link !== null && isHttpsLink(one.link) ? one.link : null,
  }));
  const usual = atHome(subject, { links }, times);
  const isBad = more.link.trim() !== '' && !isHttpsLink(more.link.trim());
  return (
    <Form layout="vertical" component="div" requiredMark={false} className={styles.fields ?? ''}>
      <FormField field="account" id={`${id}-account`} label={t('plan.account')}>
        <Select
          id={`${id}-account`}
          disabled={readOnly}
          value={more.account ?? ''}
          popupMatchSelectWidth={false}
          options={[
            { value: '', label: t('plan.noAccount') },
            ...teachers.map(({ id: value, name }) => ({ value, label: name })),
          ]}
          onChange={(account: string) => set({ account: account || null })}
        />
      </FormField>
      <FormField
        field="link"
        id={`${id}-link`}
        label={t('plan.link')}
        hint={t('plan.linkHint')}
        fault={isBad ? t('plan.badLink') : undefined}
      >
        <Input
          id={`${id}-link`}
          maxLength={300}
          autoComplete="off"
          readOnly={readOnly}
          placeholder={
            usual.link === null ? t('plan.linkNone') : t('plan.linkAsSubject', { link: usual.link })
          }
          value={more.link}
          onChange={({ target }) => set({ link: target.value })}
        />
      </FormField>
      <FormField
        field="offline"
        id={`${id}-offline`}
        label={t('plan.offline')}
        hint={t('plan.offlineHint')}
      >
        <Input
          id={`${id}-offline`}
          maxLength={120}
          autoComplete="off"
          readOnly={readOnly}
          placeholder={usual.offline}
          value={more.offline}
          onChange={({ target }) => set({ offline: target.value })}
        />
      </FormField>
    </Form>
  );
}
