import { CloseIcon } from '@liangbuwu/ui/icons.ts';
import { Button, Input, InputNumber } from 'antd';
import type { BatchLine } from '../../batches/batch.ts';
import { batchesMessages } from '../messages/batches.ts';
import styles from './batches.module.css';

/** One class of a batch: how many, when, by which gate. */
export function LineRow(props: {
  name: string;
  line: BatchLine;
  onChange(line: BatchLine): void;
  onDrop(): void;
}) {
  const { name, line } = props;
  const t = batchesMessages.use();
  const named = { class: name };
  const change = (patch: Partial<BatchLine>) => props.onChange({ ...line, ...patch });
  return (
    <div className={styles.line}>
      <strong>{name}</strong>
      <InputNumber<number>
        aria-label={t('form.classPeople', named)}
        min={0}
        max={10_000}
        precision={0}
        value={line.people}
        onChange={(people) => change({ people: people ?? 0 })}
      />
      <Input
        type="time"
        aria-label={t('form.classFrom', named)}
        value={line.from}
        onChange={({ target }) => change({ from: target.value })}
      />
      <Input
        type="time"
        aria-label={t('form.classTo', named)}
        value={line.to}
        onChange={({ target }) => change({ to: target.value })}
      />
      <Input
        aria-label={t('form.classGate', named)}
        maxLength={30}
        value={line.gate}
        onChange={({ target }) => change({ gate: target.value })}
      />
      <Button aria-label={t('form.drop', named)} icon={<CloseIcon />} onClick={props.onDrop} />
    </div>
  );
}
