import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { sayValue } from '../cell.ts';
import type { TestCase } from '../rulebook.ts';
import type { Constant, DecisionTable } from '../table.ts';
import { FactFields } from './fact-fields.tsx';
import { rulebookMessages } from './messages.ts';
import { fromField, toField } from './moment.ts';
import styles from './rulebook.module.css';

const asking = ' ask';

/** A made-up person and what must come of it. */
export function CaseDialog(props: {
  table: DecisionTable;
  given: TestCase | undefined;
  onDone: (given: TestCase) => void;
  onClose: () => void;
}) {
  const { table, given } = props;
  const t = rulebookMessages.use();
  const say = useSay();
  const id = useId();
  const [zh, setZh] = useState(given?.name['zh-CN'] ?? '');
  const [en, setEn] = useState(given?.name.en ?? '');
  const [facts, setFacts] = useState(given?.facts ?? {});
  const [at, setAt] = useState(toField(given?.at));
  const [output] = table.outputs;
  const words = output?.words ?? [];
  const first: Constant = words[0]?.value ?? '';
  const [outcome, setOutcome] = useState<unknown>(
    given && 'outcome' in given.expect ? given.expect.outcome : first,
  );
  const [ask, setAsk] = useState<string[]>(given && 'ask' in given.expect ? given.expect.ask : []);
  const [asks, setAsks] = useState(given !== undefined && 'ask' in given.expect);
  const several = table.outputs.length > 1;
  const done = () =>
    props.onDone({
      name: { 'zh-CN': zh.trim(), en: en.trim() || zh.trim() },
      facts,
      at: at ? fromField(at) : null,
      expect: asks ? { ask } : { outcome: outcome as Constant },
    });
  return (
    <Modal
      open
      title={given ? t('cases.edit', { name: say(given.name) }) : t('cases.add')}
      onCancel={props.onClose}
      width={640}
      footer={
        <div className={styles.buttons}>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button type="primary" disabled={zh.trim() === ''} onClick={done}>
            {t('grid.done')}
          </Button>
        </div>
      }
    >
      <Form layout="vertical" component="div" requiredMark={false} className={styles.form ?? ''}>
        <div className={styles.pair}>
          <Form.Item label={t('cases.name')} htmlFor={`${id}-zh`}>
            <Input
              id={`${id}-zh`}
              value={zh}
              maxLength={100}
              onChange={({ target }) => setZh(target.value)}
            />
          </Form.Item>
          <Form.Item label={t('cases.nameEn')} htmlFor={`${id}-en`}>
            <Input
              id={`${id}-en`}
              value={en}
              maxLength={100}
              onChange={({ target }) => setEn(target.value)}
            />
          </Form.Item>
        </div>
        <fieldset className={styles.fieldset}>
          <legend>
            {t('cases.facts')} <span className={styles.muted}>{t('cases.factsNote')}</span>
          </legend>
          <FactFields facts={table.facts ?? []} given={facts} onChange={setFacts} />
        </fieldset>
        <div className={styles.pair}>
          <Form.Item label={t('cases.expect')} htmlFor={`${id}-outcome`}>
            {several ? (
              <Input
                id={`${id}-outcome`}
                value={JSON.stringify(outcome)}
                onChange={({ target }) => setOutcome(parsed(target.value))}
              />
            ) : (
              <Select
                id={`${id}-outcome`}
                value={asks ? asking : String(outcome)}
                popupMatchSelectWidth={false}
                options={[
                  ...words.map(({ value }) => ({
                    value: String(value),
                    label: say(
                      sayValue(value, { type: output?.type, unit: undefined, values: words }),
                    ),
                  })),
                  { value: asking, label: t('cases.expectAsk') },
                ]}
                onChange={(chosen) => {
                  setAsks(chosen === asking);
                  const found = words.find(({ value }) => String(value) === chosen);
                  if (found) setOutcome(found.value);
                }}
              />
            )}
          </Form.Item>
          {asks ? (
            <Form.Item label={t('cases.expectAsk')} htmlFor={`${id}-ask`}>
              <Select
                id={`${id}-ask`}
                mode="multiple"
                value={ask}
                onChange={setAsk}
                options={(table.facts ?? []).map((fact) => ({
                  value: fact.name,
                  label: say(fact.say) || fact.name,
                }))}
              />
            </Form.Item>
          ) : (
            <Form.Item label={t('cases.at')} htmlFor={`${id}-at`}>
              <Input
                id={`${id}-at`}
                type="datetime-local"
                value={at}
                onChange={({ target }) => setAt(target.value.slice(0, 16))}
              />
            </Form.Item>
          )}
        </div>
      </Form>
    </Modal>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
