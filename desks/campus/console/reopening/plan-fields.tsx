import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Form, Input, InputNumber, Select } from 'antd';
import { useId } from 'react';
import { gradeWords } from '../../grade-words.ts';
import type { Gap } from '../../reopening/gaps.ts';
import type { PartName, Parts } from '../../reopening/parts.ts';
import {
  type FieldValue,
  type Known,
  type PartField,
  planParts,
} from '../../reopening/plan-parts.ts';
import { objectionReasonWords, type Plan } from '../../reopening/reopening.ts';
import { reopeningMessages } from '../messages/reopening.ts';
import styles from './reopening.module.css';

const valueOf = (parts: Parts, part: PartName, field: string): FieldValue =>
  (parts[part] as unknown as Record<string, FieldValue>)[field] ?? null;

/** The nine parts to be filled in: what is asked of a field stands below it, and what it lacks as one types. */
export function PlanFields(props: {
  parts: Parts;
  known: Known;
  gaps: readonly Gap[];
  objections: Plan['objections'];
  answers: readonly string[];
  onChange(parts: Parts): void;
  onAnswer(at: number, words: string): void;
}) {
  const { parts, known, gaps } = props;
  const t = reopeningMessages.use();
  const say = useSay();
  const change = (part: PartName, patch: Record<string, unknown>) =>
    props.onChange({ ...parts, [part]: { ...parts[part], ...patch } });
  return Object.entries(planParts).map(([name, { words, fields }]) => {
    const part = name as PartName;
    return (
      <section key={part} className={styles.part} aria-label={say(words)}>
        <h3>{say(words)}</h3>
        <Objections {...props} part={part} />
        <div className={styles.fields}>
          {part === 'arrivals' && (
            <Grades parts={parts} known={known} gaps={gaps} change={change} />
          )}
          {fields
            .filter((field) => field.isAsked(known))
            .map((field) => (
              <OneField
                key={field.name}
                field={field}
                value={valueOf(parts, part, field.name)}
                gap={gaps.find((one) => one.part === part && one.field === field.name)}
                onChange={(value) => change(part, { [field.name]: value })}
              />
            ))}
        </div>
        <WordsField
          label={`${say(words)} · ${t('parts.words')}`}
          hint={t('parts.wordsHint')}
          value={parts[part].words}
          onChange={(typed) => change(part, { words: typed })}
        />
      </section>
    );
  });
}

function Objections(props: {
  part: PartName;
  objections: Plan['objections'];
  answers: readonly string[];
  onAnswer(at: number, words: string): void;
}) {
  const t = reopeningMessages.use();
  const say = useSay();
  return props.objections.map(
    ({ part, reason, words }, at) =>
      part === props.part && (
        <div key={`${reason} ${words}`} className={styles.objection}>
          <p>{t('parts.objection', { reason: say(objectionReasonWords[reason]), words })}</p>
          <WordsField
            label={t('parts.answerOf', { part: say(planParts[part].words) })}
            value={props.answers[at] ?? ''}
            onChange={(typed) => props.onAnswer(at, typed)}
          />
        </div>
      ),
  );
}

function WordsField(props: {
  label: string;
  hint?: string;
  value: string;
  onChange(words: string): void;
}) {
  const id = useId();
  return (
    <Form.Item label={props.label} htmlFor={id}>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={300}
        placeholder={props.hint ?? ''}
        value={props.value}
        onChange={({ target }) => props.onChange(target.value)}
      />
    </Form.Item>
  );
}

function OneField(props: {
  field: PartField;
  value: FieldValue;
  gap: Gap | undefined;
  onChange(value: FieldValue): void;
}) {
  const { field, value, gap } = props;
  const t = reopeningMessages.use();
  const say = useSay();
  const id = useId();
  const asks = `${t('parts.need', { asks: say(field.asks) })}${field.invented ? ` · ${t('parts.invented')}` : ''}`;
  return (
    <Form.Item
      label={say(field.words)}
      htmlFor={id}
      extra={asks}
      {...(gap && value !== null && { validateStatus: 'warning' as const, help: say(gap.words) })}
    >
      {field.kind === 'day' && (
        <Input
          id={id}
          type="date"
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => props.onChange(target.value || null)}
        />
      )}
      {field.kind === 'count' && (
        <InputNumber<number>
          id={id}
          min={0}
          max={1_000_000}
          precision={0}
          value={typeof value === 'number' ? value : null}
          onChange={props.onChange}
        />
      )}
      {field.kind === 'yes' && (
        <Select<string>
          id={id}
          allowClear
          value={value === null ? null : value === true ? 'yes' : 'no'}
          placeholder={t('parts.unsaid')}
          options={[
            { value: 'yes', label: t('parts.yes') },
            { value: 'no', label: t('parts.no') },
          ]}
          onChange={(chosen) => props.onChange(chosen === undefined ? null : chosen === 'yes')}
        />
      )}
    </Form.Item>
  );
}

function Grades(props: {
  parts: Parts;
  known: Known;
  gaps: readonly Gap[];
  change(part: PartName, patch: Record<string, unknown>): void;
}) {
  const t = reopeningMessages.use();
  const say = useSay();
  const id = useId();
  const { grades } = props.parts.arrivals;
  return props.known.grades.map(({ stage, grade }) => {
    const isIt = (one: { stage: string; grade: number }) =>
      one.stage === stage && one.grade === grade;
    const day = grades.find(isIt)?.day ?? null;
    const key = `${id}-${stage}-${grade}`;
    return (
      <Form.Item
        key={key}
        label={t('parts.grade', { grade: say(gradeWords({ stage, grade })) })}
        htmlFor={key}
      >
        <Input
          id={key}
          type="date"
          value={day ?? ''}
          onChange={({ target }) =>
            props.change('arrivals', {
              grades: [
                ...grades.filter((one) => !isIt(one)),
                { stage, grade, day: target.value || null },
              ],
            })
          }
        />
      </Form.Item>
    );
  });
}

/** The same parts, to be read. */
export function PlanValues({ parts, known }: { parts: Parts; known: Known }) {
  const t = reopeningMessages.use();
  const say = useSay();
  const format = useFormat();
  const shown = (value: FieldValue): string =>
    value === null
      ? t('parts.unsaid')
      : typeof value === 'boolean'
        ? t(value ? 'parts.yes' : 'parts.no')
        : typeof value === 'number'
          ? format.number(value)
          : format.date(value);
  return Object.entries(planParts).map(([name, { words, fields }]) => {
    const part = name as PartName;
    return (
      <section key={part} className={styles.part} aria-label={say(words)}>
        <h3>{say(words)}</h3>
        <dl className={styles.values}>
          {part === 'arrivals' &&
            parts.arrivals.grades.map((one) => (
              <div key={`${one.stage} ${one.grade}`}>
                <dt>{t('parts.grade', { grade: say(gradeWords(one)) })}</dt>
                <dd>{shown(one.day)}</dd>
              </div>
            ))}
          {fields
            .filter((field) => field.isAsked(known))
            .map((field) => (
              <div key={field.name}>
                <dt>{say(field.words)}</dt>
                <dd>{shown(valueOf(parts, part, field.name))}</dd>
              </div>
            ))}
        </dl>
        {parts[part].words !== '' && <p className={styles.words}>{parts[part].words}</p>}
      </section>
    );
  });
}
