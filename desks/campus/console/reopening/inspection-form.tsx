import { call } from '@liangbuwu/office/http/console/call.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Button, Form, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { planParts } from '../../reopening/plan-parts.ts';
import { inspectReopening } from '../../reopening/reopening.contract.ts';
import { type Finding, Item, type Plan } from '../../reopening/reopening.ts';
import { reopeningMessages } from '../messages/reopening.ts';
import styles from './reopening.module.css';
import { useStep } from './use-step.ts';

type Draft = { inOrder: boolean | null; toDo: string; by: string };
const unsaid: Draft = { inOrder: null, toDo: '', by: '' };

/** What is found on the spot, item by item: on a phone in the school's yard. Again, only what was not in order. */
export function InspectionForm({ plan: of, onClose }: { plan: Plan; onClose(): void }) {
  const [plan] = useState(of);
  const t = reopeningMessages.use();
  const say = useSay();
  const id = useId();
  const again = plan.findings.length > 0;
  const items = again
    ? plan.findings.filter(({ inOrder }) => !inOrder).map(({ item }) => item)
    : Item.options;
  const [found, setFound] = useState<Partial<Record<Item, Draft>>>({});
  const [tried, setTried] = useState(false);
  const deed = t(again ? 'events.inspected-again' : 'events.inspected');
  const step = useStep(plan, deed, onClose);
  useUnsavedGuard(Object.keys(found).length > 0 && !step.isSuccess);
  const draftOf = (item: Item) => found[item] ?? unsaid;
  const isWhole = items.every((item) => {
    const { inOrder, toDo, by } = draftOf(item);
    return inOrder === true || (inOrder === false && toDo.trim().length > 1 && by !== '');
  });
  const findings = items.map((item): Finding => {
    const { inOrder, toDo, by } = draftOf(item);
    return inOrder
      ? { item, inOrder: true, toDo: '', by: null }
      : { item, inOrder: false, toDo: toDo.trim(), by };
  });
  return (
    <Panel title={t(again ? 'inspect.againTitle' : 'inspect.title')} note={t('inspect.note')}>
      <Form layout="vertical" component="div" requiredMark={false} className={styles.stack ?? ''}>
        {items.map((item) => {
          const draft = draftOf(item);
          const name = say(planParts[item].words);
          const change = (patch: Partial<Draft>) =>
            setFound({ ...found, [item]: { ...draft, ...patch } });
          return (
            <section key={item} className={styles.part} aria-label={name}>
              <h3>{name}</h3>
              <Radio.Group
                aria-label={name}
                value={draft.inOrder}
                onChange={({ target }) => change({ inOrder: target.value as boolean })}
              >
                <Radio.Button value={true}>{t('inspect.inOrder')}</Radio.Button>
                <Radio.Button value={false}>{t('inspect.notInOrder')}</Radio.Button>
              </Radio.Group>
              {draft.inOrder === false && (
                <div className={styles.fields}>
                  <Form.Item
                    label={t('inspect.toDo', { item: name })}
                    htmlFor={`${id}-${item}-to-do`}
                  >
                    <Input.TextArea
                      id={`${id}-${item}-to-do`}
                      maxLength={300}
                      autoSize
                      value={draft.toDo}
                      onChange={({ target }) => change({ toDo: target.value })}
                    />
                  </Form.Item>
                  <Form.Item label={t('inspect.by', { item: name })} htmlFor={`${id}-${item}-by`}>
                    <Input
                      id={`${id}-${item}-by`}
                      type="date"
                      value={draft.by}
                      onChange={({ target }) => change({ by: target.value })}
                    />
                  </Form.Item>
                </div>
              )}
            </section>
          );
        })}
        {tried && !isWhole && (
          <p role="alert" className={styles.objection}>
            {t('inspect.missing')}
          </p>
        )}
        {step.error && <ErrorState inline error={step.error} />}
        <div className={styles.foot}>
          <Button
            type="primary"
            loading={step.isPending}
            onClick={() => {
              setTried(true);
              if (isWhole)
                step.mutate(({ params, seen }) =>
                  call(inspectReopening, { params, body: { seen, findings } }),
                );
            }}
          >
            {t('inspect.save')}
          </Button>
          <Button onClick={onClose}>{t('deeds.cancel')}</Button>
        </div>
      </Form>
    </Panel>
  );
}
