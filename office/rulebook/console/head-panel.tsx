import { useLanguage, useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Form, Input, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import type { VersionFault } from '../check-version.ts';
import { type RuleVersion, sentBackWords, type VersionFields } from '../rulebook.ts';
import type { Draft } from './draft.ts';
import { rulebookMessages } from './messages.ts';
import { fromField, toField } from './moment.ts';
import styles from './rulebook.module.css';

/** A published version that a draft may end. */
interface Supersedable {
  id: string;
  name: string;
}

/** On what ground a version holds and from when to when; in a draft, the fields of it. */
export function HeadPanel(props: {
  version: RuleVersion | undefined;
  head: VersionFields;
  others: readonly Supersedable[];
  faults: readonly VersionFault[];
  edit?: { change: (draft: Draft) => void };
}) {
  const { version, head, others, edit } = props;
  const t = rulebookMessages.use();
  const say = useSay();
  const format = useFormat();
  const nameOf = (id: string) => others.find((one) => one.id === id)?.name ?? id.slice(0, 8);
  return (
    <Panel title={t('set.head')}>
      {edit ? (
        <HeadForm {...props} change={edit.change} />
      ) : (
        <dl className={styles.facts}>
          <Line label={t('set.document')}>{say(head.document ?? undefined) || '—'}</Line>
          <Line label={t('set.issuer')}>{say(head.issuer ?? undefined) || '—'}</Line>
          <Line label={t('set.source')}>{head.source ?? '—'}</Line>
          <Line label={t('set.appeal')}>{say(head.appeal ?? undefined) || '—'}</Line>
          <Line label={t('set.supersedes')}>
            {head.supersedes.map(nameOf).join(' · ') || t('set.supersedesNone')}
          </Line>
        </dl>
      )}
      {version && (
        <p className={styles.deeds}>
          {[
            t('set.drafted', {
              name: [version.draftedBy, ...version.editedBy].map((one) => one.name).join('、'),
              at: format.instant(version.draftedAt),
            }),
            ...(version.proposedBy
              ? [
                  t('set.proposed', {
                    name: version.proposedBy.name,
                    at: format.instant(version.proposedAt),
                  }),
                ]
              : []),
            ...(version.publishedBy
              ? [
                  t('set.published', {
                    name: version.publishedBy.name,
                    at: format.instant(version.publishedAt),
                  }),
                ]
              : []),
            ...(version.ending
              ? [
                  t('set.ending.proposedBy', {
                    name: version.ending.proposedBy.name,
                    at: format.instant(version.ending.at),
                  }),
                  ...(version.ending.publishedBy
                    ? [
                        t('set.ending.publishedBy', {
                          name: version.ending.publishedBy.name,
                          at: format.instant(version.ending.publishedAt),
                        }),
                      ]
                    : []),
                ]
              : []),
          ].join(' · ')}
          {version.sentBack && (
            <strong className={styles.bad}>
              {' '}
              {t('set.sentBack', { why: say(sentBackWords[version.sentBack]) })}
            </strong>
          )}
        </p>
      )}
    </Panel>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function HeadForm(props: {
  head: VersionFields;
  others: readonly Supersedable[];
  faults: readonly VersionFault[];
  change: (draft: Draft) => void;
}) {
  const { head, others, faults, change } = props;
  const t = rulebookMessages.use();
  const say = useSay();
  const { language } = useLanguage();
  const id = useId();
  const fault = (at: string) => {
    const found = faults.find((one) => one.at === at);
    return found && { validateStatus: 'error' as const, help: say(found.cause) };
  };
  const languages = language === 'en' ? (['en', 'zh-CN'] as const) : (['zh-CN', 'en'] as const);
  // Whoever writes one language only is read in it by everybody.
  const write = (field: 'issuer' | 'document' | 'appeal', of: 'zh-CN' | 'en', text: string) => {
    const before = head[field];
    const mirrored = !before || before['zh-CN'] === before.en;
    const next = mirrored ? { 'zh-CN': text, en: text } : { ...before, [of]: text };
    const isEmpty = next['zh-CN'].trim() === '' && next.en.trim() === '';
    change({ ...head, [field]: isEmpty ? null : next });
  };
  const both = (field: 'issuer' | 'document' | 'appeal', label: string) =>
    languages.map((of) => (
      <Form.Item
        key={of}
        label={
          of === 'en' && language !== 'en'
            ? t('set.english', { field: label })
            : label + (of === 'zh-CN' && language === 'en' ? ' (zh)' : '')
        }
        htmlFor={`${id}-${field}-${of}`}
        {...(of === languages[0] && fault(field))}
      >
        <Input
          id={`${id}-${field}-${of}`}
          value={head[field]?.[of] ?? ''}
          maxLength={500}
          onChange={({ target }) => write(field, of, target.value)}
        />
      </Form.Item>
    ));
  return (
    <Form layout="vertical" component="div" requiredMark={false} className={styles.headForm ?? ''}>
      <Form.Item label={t('set.begins')} htmlFor={`${id}-from`} {...fault('from')}>
        <Input
          id={`${id}-from`}
          type="datetime-local"
          value={toField(head.from)}
          onChange={({ target }) =>
            target.value && change({ ...head, from: fromField(target.value.slice(0, 16)) })
          }
        />
      </Form.Item>
      <Form.Item label={t('set.ends')} htmlFor={`${id}-until`} {...fault('until')}>
        <Input
          id={`${id}-until`}
          type="datetime-local"
          value={toField(head.until)}
          onChange={({ target }) =>
            change({
              ...head,
              until: target.value ? fromField(target.value.slice(0, 16)) : null,
            })
          }
        />
      </Form.Item>
      {both('document', t('set.document'))}
      {both('issuer', t('set.issuer'))}
      {both('appeal', t('set.appeal'))}
      <Form.Item label={t('set.source')} htmlFor={`${id}-source`}>
        <Input
          id={`${id}-source`}
          value={head.source ?? ''}
          maxLength={500}
          onChange={({ target }) => change({ ...head, source: target.value || null })}
        />
      </Form.Item>
      <Form.Item label={t('set.supersedes')} htmlFor={`${id}-supersedes`}>
        <Select
          id={`${id}-supersedes`}
          mode="multiple"
          value={head.supersedes}
          placeholder={t('set.supersedesNone')}
          onChange={(supersedes) => change({ ...head, supersedes })}
          options={others.map(({ id: value, name }) => ({ value, label: name }))}
        />
      </Form.Item>
    </Form>
  );
}
