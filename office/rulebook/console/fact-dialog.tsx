import { useSay } from '@liangbuwu/ui/language/language.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { call } from '../../http/console/call.ts';
import { putRuleFact } from '../contract.ts';
import {
  Purpose,
  purposeWords,
  type RuleFact,
  Sensitivity,
  sensitivityWords,
} from '../rulebook.ts';
import { ValueType } from '../table.ts';
import { rulebookMessages } from './messages.ts';
import styles from './rulebook.module.css';
import { readValues, writeValues } from './value-lines.ts';

const blank: RuleFact = {
  name: '',
  type: 'string',
  say: { 'zh-CN': '', en: '' },
  unit: null,
  values: [],
  sensitivity: 'identity',
  purposes: [],
};

/** Enters a fact into the catalogue, or changes it. */
export function FactDialog(props: { fact: RuleFact | undefined; onClose: () => void }) {
  const t = rulebookMessages.use();
  const say = useSay();
  const id = useId();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [fact, setFact] = useState(props.fact ?? blank);
  const [lines, setLines] = useState(() => writeValues(fact.values));
  const change = (patch: Partial<RuleFact>) => setFact({ ...fact, ...patch });
  const both = (zh: string, en: string) => ({ 'zh-CN': zh, en: en.trim() || zh });
  const read = readValues(lines, fact.type);
  const save = useMutation({
    mutationFn: () => {
      const { name, ...rest } = fact;
      const unit = fact.unit?.['zh-CN'].trim() ? both(fact.unit['zh-CN'], fact.unit.en) : null;
      return call(putRuleFact, {
        params: { fact: name.trim() },
        body: { ...rest, say: both(fact.say['zh-CN'], fact.say.en), unit, values: read ?? [] },
      });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['rulebook'] });
      void message.success(t('factsPage.saved'));
      props.onClose();
    },
  });
  const missing = fact.name.trim() === '' || fact.say['zh-CN'].trim() === '' || read === undefined;
  const field = (name: string) => `${id}-${name}`;
  const text = (name: string, label: string, value: string, onChange: (typed: string) => void) => (
    <Form.Item label={label} htmlFor={field(name)}>
      <Input
        id={field(name)}
        value={value}
        maxLength={name === 'name' ? 60 : 200}
        disabled={name === 'name' && props.fact !== undefined}
        onChange={({ target }) => onChange(target.value)}
      />
    </Form.Item>
  );
  const unit = fact.unit ?? { 'zh-CN': '', en: '' };
  return (
    <Modal
      open
      width={640}
      title={props.fact ? say(props.fact.say) : t('factsPage.add')}
      onCancel={props.onClose}
      footer={
        <div className={styles.buttons}>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button
            type="primary"
            disabled={missing}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {t('save')}
          </Button>
        </div>
      }
    >
      <Form layout="vertical" component="div" requiredMark={false} className={styles.form ?? ''}>
        <div className={styles.pair}>
          {text('zh', t('factsPage.wordsZh'), fact.say['zh-CN'], (zh) =>
            change({ say: { ...fact.say, 'zh-CN': zh } }),
          )}
          {text('en', t('factsPage.wordsEn'), fact.say.en, (en) =>
            change({ say: { ...fact.say, en } }),
          )}
          {text('name', t('factsPage.name'), fact.name, (name) => change({ name }))}
          <Form.Item label={t('factsPage.type')} htmlFor={field('type')}>
            <Select
              id={field('type')}
              value={fact.type}
              onChange={(type) => change({ type })}
              options={ValueType.options.map((value) => ({
                value,
                label: t(`factsPage.types.${value}`),
              }))}
            />
          </Form.Item>
          {text('unitZh', t('factsPage.unitZh'), unit['zh-CN'], (zh) =>
            change({ unit: { ...unit, 'zh-CN': zh } }),
          )}
          {text('unitEn', t('factsPage.unitEn'), unit.en, (en) =>
            change({ unit: { ...unit, en } }),
          )}
        </div>
        <Form.Item
          label={t('factsPage.values')}
          htmlFor={field('values')}
          extra={t('factsPage.valuesNote')}
          {...(read === undefined && {
            validateStatus: 'error' as const,
            help: t('factsPage.valuesWrong'),
          })}
        >
          <Input.TextArea
            id={field('values')}
            className={styles.code ?? ''}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={lines}
            onChange={({ target }) => setLines(target.value)}
          />
        </Form.Item>
        <Form.Item label={t('factsPage.sensitivity')} htmlFor={field('sensitivity')}>
          <Select
            id={field('sensitivity')}
            value={fact.sensitivity}
            onChange={(sensitivity) => change({ sensitivity })}
            options={Sensitivity.options.map((value) => ({
              value,
              label: say(sensitivityWords[value]),
            }))}
          />
        </Form.Item>
        <fieldset className={styles.choices}>
          <legend>{t('factsPage.purposes')}</legend>
          <Checkbox.Group
            value={fact.purposes}
            onChange={(purposes) => change({ purposes })}
            options={Purpose.options.map((value) => ({ value, label: say(purposeWords[value]) }))}
          />
        </fieldset>
        {save.error && <ErrorState inline error={save.error} />}
      </Form>
    </Modal>
  );
}
