import { PlusIcon } from '@liangbuwu/ui/icons.ts';
import { useLanguage, useSay } from '@liangbuwu/ui/language/language.ts';
import { Button, Checkbox, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { admits, saidOutcomes } from '../admits.ts';
import { readPlain, sayValue, writeLiteral } from '../cell.ts';
import type { Purpose } from '../rulebook.ts';
import type { Constant, DecisionTable, Output } from '../table.ts';
import { rulebookMessages } from './messages.ts';
import styles from './rulebook.module.css';

/** What a rule decides: one of the outcomes in words, to which a clerk may add, and whether it lets somebody through. */
export function OutcomeForm(props: {
  table: DecisionTable;
  purpose: Purpose;
  gives: readonly string[];
  onChange: (output: number, text: string) => void;
  onWords: (outputs: Output[]) => void;
}) {
  const { table, purpose, gives } = props;
  const t = rulebookMessages.use();
  const say = useSay();
  const id = useId();
  const put = (o: number, change: (output: Output) => Output) =>
    props.onWords(table.outputs.map((output, i) => (i === o ? change(output) : output)));
  const add = (o: number, zh: string, en: string) =>
    put(o, ({ values: _, words = [], ...output }) => {
      const own = { value: `outcome-${words.length + 1}`, say: { 'zh-CN': zh, en }, admits: false };
      return { ...output, words: [...(o === 0 ? saidOutcomes(purpose, words) : words), own] };
    });
  const admit = (outcome: Constant, lets: boolean) =>
    put(0, (output) => ({
      ...output,
      words: saidOutcomes(purpose, output.words ?? []).map((one) =>
        one.value === outcome ? { ...one, admits: lets } : one,
      ),
    }));
  return table.outputs.map((output, o) => {
    const words = output.words ?? [];
    const [held] = readPlain(gives[o] ?? '')?.values ?? [];
    return (
      <div key={output.name ?? o} className={styles.factField}>
        <label htmlFor={`${id}-${o}`}>{output.label ?? t('grid.outcome')}</label>
        {words.length > 0 ? (
          <Select
            id={`${id}-${o}`}
            {...(held !== undefined && { value: String(held) })}
            popupMatchSelectWidth={false}
            options={words.map(({ value }) => ({
              value: String(value),
              label: say(sayValue(value, { type: output.type, unit: undefined, values: words })),
            }))}
            onChange={(chosen) => {
              const found = words.find(({ value }) => String(value) === chosen);
              if (found) props.onChange(o, writeLiteral(found.value, output.type));
            }}
          />
        ) : (
          <Input
            id={`${id}-${o}`}
            value={gives[o] ?? ''}
            onChange={({ target }) => props.onChange(o, target.value)}
          />
        )}
        {o === 0 && held !== undefined && words.some(({ value }) => value === held) && (
          <Checkbox
            checked={admits(purpose, table.outputs, held)}
            onChange={({ target }) => admit(held, target.checked)}
          >
            {t('grid.admits')}
          </Checkbox>
        )}
        {words.length > 0 && <AddWord onAdd={(zh, en) => add(o, zh, en)} />}
      </div>
    );
  });
}

function AddWord({ onAdd }: { onAdd: (zh: string, en: string) => void }) {
  const t = rulebookMessages.use();
  const [typed, setTyped] = useState('');
  const done = () => {
    if (typed.trim()) onAdd(typed.trim(), typed.trim());
    setTyped('');
  };
  return (
    <span className={styles.addWord}>
      <Input
        aria-label={t('grid.outcomes')}
        placeholder={t('grid.outcomes')}
        value={typed}
        maxLength={100}
        onChange={({ target }) => setTyped(target.value)}
        onPressEnter={done}
      />
      <Button icon={<PlusIcon />} aria-label={t('grid.outcomes')} onClick={done} />
    </span>
  );
}

/** Why, and what to do, in both languages; the page's own language first. */
export function NoteForm(props: {
  table: DecisionTable;
  annotations: readonly string[] | undefined;
  onChange: (heading: string, text: string) => void;
}) {
  const t = rulebookMessages.use();
  const id = useId();
  const { language } = useLanguage();
  const fields = [
    ['why zh-CN', t('grid.whyZh')],
    ['why en', t('grid.whyEn')],
    ['do zh-CN', t('grid.doZh')],
    ['do en', t('grid.doEn')],
  ] as const;
  const ordered =
    language === 'en'
      ? [...fields].sort(([a], [b]) => Number(b.endsWith('en')) - Number(a.endsWith('en')))
      : fields;
  return ordered.map(([heading, label]) => (
    <div key={heading} className={styles.factField}>
      <label htmlFor={`${id}-${heading}`}>{label}</label>
      <Input.TextArea
        id={`${id}-${heading}`}
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={500}
        value={props.annotations?.[props.table.annotations?.indexOf(heading) ?? -1] ?? ''}
        onChange={({ target }) => props.onChange(heading, target.value)}
      />
    </div>
  ));
}
