import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import { clockText } from '../../lessons/lessons-of-day.ts';
import { cellOf, type Period } from '../../lessons/week.ts';
import { lessonsMessages } from '../messages/lessons.ts';
import styles from './lessons.module.css';
import { readSheet } from './read-week.ts';

export const dayKey = (day: number) => `day${day}` as `day${1 | 2 | 3 | 4 | 5 | 6 | 7}`;

const steps: Readonly<Record<string, [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Enter: [1, 0],
};

/** The week as a grid to type in: arrows and Enter move, a block from a spreadsheet is pasted where one stands. */
export function WeekGrid(props: {
  periods: readonly Period[];
  days: readonly number[];
  texts: Readonly<Record<string, string>>;
  marks: ReadonlyMap<string, 'changed' | 'bad'>;
  /** Undefined: only to read. */
  onChange: ((texts: Readonly<Record<string, string>>) => void) | undefined;
  onEnter(cell: string): void;
}) {
  const { periods, days, texts, marks, onChange } = props;
  const t = lessonsMessages.use();
  const table = useRef<HTMLTableElement>(null);
  const at = (row: number, column: number) =>
    table.current?.querySelector<HTMLInputElement>(`[data-at="${row} ${column}"]`);
  const move = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    const step = steps[event.key];
    if (!step || event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey)
      return;
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    // Sideways only from the text's end: inside of it the arrows move in it.
    if (event.key === 'ArrowLeft' && (selectionStart !== 0 || selectionEnd !== 0)) return;
    if (event.key === 'ArrowRight' && selectionStart !== value.length) return;
    const down = event.key === 'Enter' && event.shiftKey ? -1 : step[0];
    const next = at(row + down, column + step[1]);
    event.preventDefault();
    next?.focus();
    next?.select();
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>, row: number, column: number) => {
    const text = event.clipboardData.getData('text/plain');
    if (!onChange || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const block = readSheet(text).flatMap((cells, down) =>
      cells.flatMap((cell, right): [string, string][] => {
        const [period, day] = [periods[row + down], days[column + right]];
        return period && day ? [[cellOf({ day, period: period.id }), cell]] : [];
      }),
    );
    onChange({ ...texts, ...Object.fromEntries(block) });
  };
  return (
    <section
      className={styles.scroller}
      aria-label={t('plan.grid')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
      tabIndex={0}
    >
      <table ref={table} className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">{t('period')}</th>
            {days.map((day) => (
              <th key={day} scope="col">
                {t(dayKey(day))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods.map(({ id, name, from, to }, row) => (
            <tr key={id}>
              <th scope="row">
                {name}
                <small>
                  {clockText(from)}–{clockText(to)}
                </small>
              </th>
              {days.map((day, column) => {
                const cell = cellOf({ day, period: id });
                const mark = marks.get(cell);
                return (
                  <td key={day} data-mark={mark}>
                    <input
                      data-at={`${row} ${column}`}
                      aria-label={t('plan.cell', { day: t(dayKey(day)), period: name })}
                      aria-invalid={mark === 'bad' || undefined}
                      readOnly={!onChange}
                      maxLength={80}
                      autoComplete="off"
                      value={texts[cell] ?? ''}
                      onFocus={() => props.onEnter(cell)}
                      onKeyDown={(event) => move(event, row, column)}
                      onPaste={(event) => paste(event, row, column)}
                      onChange={({ target }) => onChange?.({ ...texts, [cell]: target.value })}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
