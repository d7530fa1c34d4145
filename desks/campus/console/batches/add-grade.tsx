import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import type { BatchLine } from '../../batches/batch.ts';
import type { SchoolClass } from '../../campus.ts';
import { gradeWords } from '../../grade-words.ts';
import { batchesMessages } from '../messages/batches.ts';
import styles from './batches.module.css';

const keyOf = ({ stage, grade }: Pick<SchoolClass, 'stage' | 'grade'>) => `${stage} ${grade}`;

/** Adds all classes of a grade at once; its exceptions are taken out by name. */
export function AddGrade(props: {
  classes: readonly SchoolClass[];
  onAdd(lines: BatchLine[]): void;
}) {
  const { classes } = props;
  const t = batchesMessages.use();
  const say = useSay();
  const id = useId();
  const grades = classes.filter(
    (one, at) => classes.findIndex((other) => keyOf(other) === keyOf(one)) === at,
  );
  const [draft, setDraft] = useState({
    grade: undefined as string | undefined,
    from: '07:00',
    to: '08:00',
    gate: '',
    people: 0,
  });
  const change = (patch: Partial<typeof draft>) => setDraft({ ...draft, ...patch });
  const { grade, from, to, people } = draft;
  const gate = draft.gate.trim();
  return (
    <section className={styles.group} aria-label={t('form.group')}>
      <h3>{t('form.group')}</h3>
      <div className={styles.fields}>
        <Form.Item label={t('form.grade')} htmlFor={`${id}-grade`}>
          <Select<string>
            id={`${id}-grade`}
            value={grade ?? null}
            options={grades.map((one) => ({ value: keyOf(one), label: say(gradeWords(one)) }))}
            onChange={(value) => change({ grade: value })}
          />
        </Form.Item>
        <Form.Item label={t('form.people')} htmlFor={`${id}-people`}>
          <InputNumber<number>
            id={`${id}-people`}
            min={0}
            max={10_000}
            precision={0}
            value={people}
            onChange={(value) => change({ people: value ?? 0 })}
          />
        </Form.Item>
        <Form.Item label={t('form.from')} htmlFor={`${id}-from`}>
          <Input
            id={`${id}-from`}
            type="time"
            value={from}
            onChange={({ target }) => change({ from: target.value })}
          />
        </Form.Item>
        <Form.Item label={t('form.to')} htmlFor={`${id}-to`}>
          <Input
            id={`${id}-to`}
            type="time"
            value={to}
            onChange={({ target }) => change({ to: target.value })}
          />
        </Form.Item>
        <Form.Item label={t('form.gate')} htmlFor={`${id}-gate`}>
          <Input
            id={`${id}-gate`}
            maxLength={30}
            autoComplete="off"
            value={draft.gate}
            onChange={({ target }) => change({ gate: target.value })}
          />
        </Form.Item>
      </div>
      <div>
        <Button
          disabled={grade === undefined || gate === '' || from >= to}
          onClick={() =>
            props.onAdd(
              classes
                .filter((one) => keyOf(one) === grade)
                .map((one) => ({ class: one.id, people, from, to, gate })),
            )
          }
        >
          {t('form.addGrade')}
        </Button>
      </div>
    </section>
  );
}
