import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import styles from '@liangbuwu/ui/phone/fields.module.css';
import { NumberField, readNumber } from '@liangbuwu/ui/phone/number-field.tsx';
import { Segments } from '@liangbuwu/ui/phone/segments.tsx';
import type { Amount } from '../../recording/entry.ts';
import { recordingMessages } from '../messages/recording.ts';

/** What is typed, which may be no amount yet. */
export type AmountDraft = { by: 'litres' | 'gauge'; litres: string; before: string; after: string };

export function amountDraft(amount: Amount | null, planned: number | null): AmountDraft {
  const text = (figure: number | null) => (figure === null ? '' : String(figure));
  if (amount && 'before' in amount)
    return { by: 'gauge', litres: '', before: text(amount.before), after: text(amount.after) };
  return { by: 'litres', litres: text(amount?.litres ?? planned), before: '', after: '' };
}

export type Gauge = 'rises' | 'falls';

/** The amount that is typed and its litres; undefined: it is none yet. */
export function readAmount(
  draft: AmountDraft,
  gauge: Gauge,
): { amount: Amount; litres: number } | undefined {
  if (draft.by === 'litres') {
    const litres = readNumber(draft.litres);
    return litres === undefined ? undefined : { amount: { litres }, litres };
  }
  const [before, after] = [readNumber(draft.before), readNumber(draft.after)];
  if (before === undefined || after === undefined) return undefined;
  return { amount: { before, after }, litres: gauge === 'rises' ? after - before : before - after };
}

/** Litres, prefilled; or what the gauge read before and after. */
export function AmountField(props: {
  draft: AmountDraft;
  onChange: (draft: AmountDraft) => void;
  gauge: Gauge;
}) {
  const t = recordingMessages.use();
  const format = useFormat();
  const { draft, gauge, onChange } = props;
  const read = readAmount(draft, gauge);
  const fault = read && read.litres < 0 ? t(`backwards.${gauge}`) : undefined;
  const set = (part: Partial<AmountDraft>) => onChange({ ...draft, ...part });
  return (
    <>
      <Segments
        legend={t('way')}
        options={[
          { value: 'litres', name: t('by-litres') },
          { value: 'gauge', name: t('by-gauge') },
        ]}
        value={draft.by}
        onChange={(by) => set({ by })}
      />
      {draft.by === 'litres' ? (
        <NumberField
          large
          label={t('how-many')}
          unit={t('litres')}
          value={draft.litres}
          onChange={(litres) => set({ litres })}
          fault={draft.litres !== '' && !read ? t('no-number') : undefined}
        />
      ) : (
        <>
          <div className={styles.pair}>
            <NumberField
              label={t('before')}
              unit={t('litres')}
              value={draft.before}
              onChange={(before) => set({ before })}
            />
            <NumberField
              label={t('after')}
              unit={t('litres')}
              value={draft.after}
              onChange={(after) => set({ after })}
            />
          </div>
          {fault ? (
            <p className={styles.fault}>{fault}</p>
          ) : (
            <p className={styles.makes}>
              {read && t('makes', { litres: format.litres(read.litres) })}
            </p>
          )}
        </>
      )}
    </>
  );
}
