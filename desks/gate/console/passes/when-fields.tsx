import { Form, Select } from 'antd';
import { passMessages } from '../messages/passes.ts';
import { MomentField } from '../moment-field.tsx';
import type { Draft } from './draft.ts';

/** Days that passes are good for. */
export const spans = [1, 3, 7, 14, 30];

const longest = 31 * 86_400_000;

/** From when to when a pass is good: from now on or later, for some days or up to a moment. */
export function WhenFields(props: {
  id: string;
  draft: Draft;
  now: string;
  disabled: boolean;
  onChange(patch: Partial<Draft>): void;
}) {
  const { id, draft, now, disabled, onChange } = props;
  const t = passMessages.use();
  const latest = new Date(Date.parse(now) + longest).toISOString();
  return (
    <>
      <Form.Item required label={t('form.from')} htmlFor={`${id}-from`}>
        <Select
          id={`${id}-from`}
          value={draft.later}
          disabled={disabled}
          options={[
            { value: false, label: t('form.now') },
            { value: true, label: t('form.later') },
          ]}
          onChange={(later: boolean) => onChange({ later })}
        />
      </Form.Item>
      {draft.later && (
        <MomentField
          id={`${id}-begins`}
          label={t('form.begins')}
          value={draft.begins}
          min={now}
          max={latest}
          disabled={disabled}
          onChange={(begins) => onChange({ begins })}
        />
      )}
      <Form.Item required label={t('form.until')} htmlFor={`${id}-until`}>
        <Select
          id={`${id}-until`}
          value={draft.days}
          disabled={disabled}
          options={[
            ...spans.map((value) => ({ value, label: t('form.days', { days: value }) })),
            { value: 0, label: t('form.toMoment') },
          ]}
          onChange={(days: number) => onChange({ days })}
        />
      </Form.Item>
      {draft.days === 0 && (
        <MomentField
          id={`${id}-ends`}
          label={t('form.ends')}
          value={draft.ends}
          min={draft.begins ?? now}
          max={latest}
          disabled={disabled}
          onChange={(ends) => onChange({ ends })}
        />
      )}
    </>
  );
}
