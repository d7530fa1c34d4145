import { CloseIcon, DownIcon, PlusIcon } from '@liangbuwu/ui/icons.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { usePhone } from '@liangbuwu/ui/theme/media.ts';
import { Button, Select, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { noteOf, sayColumn, wordsOfColumn } from '../cell.ts';
import type { VersionFault } from '../check-version.ts';
import { hitWords } from '../differences.ts';
import { type Purpose, purposeWords, type RuleFact } from '../rulebook.ts';
import type { DecisionTable } from '../table.ts';
import { CellButton, CellForm, useCellWords } from './cell-button.tsx';
import {
  addColumn,
  addRule,
  type Draft,
  moveRule,
  removeColumn,
  removeRule,
  setCell,
  setNote,
  setOutcome,
} from './draft.ts';
import { rulebookMessages } from './messages.ts';
import { NoteForm, OutcomeForm } from './outcome-form.tsx';
import styles from './rulebook.module.css';

interface GridProps {
  table: DecisionTable;
  faults: readonly VersionFault[];
  /** Rows, from 0, that some test case decides. */
  tested: ReadonlySet<number>;
  edit?: {
    draft: Draft;
    catalogue: readonly RuleFact[];
    purpose: Purpose;
    newId: () => string;
    change: (draft: Draft) => void;
  };
}

const mostColumns = 8;

/** The decision table in words: a row a rule, on a phone a card a rule; each cell edited by drop-downs. */
export function RuleGrid(props: GridProps) {
  const phone = usePhone();
  // Of many facts each rule asks few: read one by one they need no scrolling.
  const many = !props.edit && props.table.columns.length > mostColumns;
  return (
    <>
      {phone || many ? <RuleCards {...props} /> : <RuleTable {...props} />}
      {props.edit && <GridTools edit={props.edit} table={props.table} />}
    </>
  );
}

function useCells({ table, faults, edit }: GridProps) {
  const t = rulebookMessages.use();
  const say = useSay();
  const words = useCellWords();
  const at = (place: string) => faults.filter((fault) => fault.at === place);
  return {
    when(row: number, c: number): ReactNode {
      const column = table.columns[c];
      if (!column) return null;
      const cell = table.rules[row]?.when[c] ?? '-';
      const spoken = wordsOfColumn(table, column);
      const { text, any } = words(cell, spoken);
      const name = say(sayColumn(table, column));
      return (
        <CellButton
          name={t('grid.cell', { row: row + 1, column: name, words: text })}
          text={text}
          muted={any}
          faults={at(`rules[${row}].when[${c}]`)}
          editor={
            edit &&
            (() => (
              <CellForm
                cell={cell}
                words={spoken}
                onChange={(next) => edit.change(setCell(edit.draft, row, c, next))}
              />
            ))
          }
        />
      );
    },
    outcome(row: number): ReactNode {
      const gives = table.rules[row]?.gives ?? [];
      const text = table.outputs
        .map(
          ({ type, words: list = [] }, o) =>
            words(gives[o] ?? '', { type, unit: undefined, values: list }).text,
        )
        .join(' · ');
      const empty = gives.every((one) => one.trim() === '');
      return (
        <CellButton
          name={t('grid.outcomeCell', { row: row + 1, words: empty ? '—' : text })}
          text={empty ? '—' : text}
          faults={table.outputs.flatMap((_, o) => at(`rules[${row}].gives[${o}]`))}
          editor={
            edit &&
            (() => (
              <OutcomeForm
                table={table}
                purpose={edit.purpose}
                gives={gives}
                onChange={(o, next) => edit.change(setOutcome(edit.draft, row, o, next))}
                onWords={(outputs) =>
                  edit.change({ ...edit.draft, table: { ...edit.draft.table, outputs } })
                }
              />
            ))
          }
        />
      );
    },
    note(row: number): ReactNode {
      const { annotations } = table.rules[row] ?? {};
      const why = say(noteOf(table, annotations, 'why'));
      const todo = say(noteOf(table, annotations, 'do'));
      const text = [why, todo].filter(Boolean).join(' → ') || '—';
      return (
        <CellButton
          name={t('grid.notes', { row: row + 1, words: text })}
          text={text}
          muted
          faults={[]}
          editor={
            edit &&
            (() => (
              <NoteForm
                table={table}
                annotations={annotations}
                onChange={(heading, text) => edit.change(setNote(edit.draft, row, heading, text))}
              />
            ))
          }
        />
      );
    },
    rowFaults: (row: number) => at(`rules[${row}]`),
  };
}

function RuleTable(props: GridProps) {
  const { table, edit, faults } = props;
  const t = rulebookMessages.use();
  const say = useSay();
  const cells = useCells(props);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <section className={styles.gridHolder} aria-label={t('grid.title')} tabIndex={0}>
      <table className={styles.grid}>
        <caption className="visually-hidden">{t('grid.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('grid.row')}</th>
            {table.columns.map((column, c) => {
              const own = faults.filter(({ at }) => at === `columns[${c}]`);
              const name = say(sayColumn(table, column));
              return (
                <th scope="col" key={column.expression} data-bad={own.length > 0 || undefined}>
                  <span className={styles.columnHead}>
                    {name}
                    {edit && (
                      <Button
                        type="text"
                        size="small"
                        icon={<CloseIcon />}
                        aria-label={t('grid.removeColumn', { column: name })}
                        onClick={() => edit.change(removeColumn(edit.draft, c, edit.catalogue))}
                      />
                    )}
                  </span>
                  {own.map((fault) => (
                    <span key={fault.code} className={styles.cellFaults}>
                      {say(fault.cause)}
                    </span>
                  ))}
                </th>
              );
            })}
            <th scope="col">{t('grid.outcome')}</th>
            <th scope="col" className={styles.noteColumn}>
              {t('grid.why')}
            </th>
            {edit && <th scope="col" aria-label={t('grid.removeRule', { row: '' })} />}
          </tr>
        </thead>
        <tbody>
          {table.rules.map((rule, row) => (
            <tr key={rule.id ?? row} data-untested={!props.tested.has(row) || undefined}>
              <th scope="row">
                {row + 1}
                {cells.rowFaults(row).map((fault) => (
                  <Tooltip key={fault.code} title={`${say(fault.cause)} ${say(fault.remedy)}`}>
                    <span className={styles.rowMark}>
                      <span aria-hidden="true">!</span>
                      <span className="visually-hidden">{say(fault.cause)}</span>
                    </span>
                  </Tooltip>
                ))}
              </th>
              {table.columns.map((column, c) => (
                <td key={column.expression}>{cells.when(row, c)}</td>
              ))}
              <td className={styles.outcomeCell}>{cells.outcome(row)}</td>
              <td className={styles.noteColumn}>{cells.note(row)}</td>
              {edit && (
                <td>
                  <RowTools row={row} count={table.rules.length} edit={edit} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RuleCards(props: GridProps) {
  const { table, edit } = props;
  const t = rulebookMessages.use();
  const say = useSay();
  const cells = useCells(props);
  return (
    <ol className={styles.ruleCards}>
      {table.rules.map((rule, row) => {
        const asked = table.columns.flatMap((column, c) =>
          edit || !['', '-'].includes((rule.when[c] ?? '-').trim()) ? [{ column, c }] : [],
        );
        return (
          <li key={rule.id ?? row} className={styles.ruleCard}>
            <div className={styles.cardHead}>
              <strong>{t('cases.row', { row: row + 1 })}</strong>
              {edit && <RowTools row={row} count={table.rules.length} edit={edit} />}
            </div>
            {asked.length === 0 && <p>{t('grid.always')}</p>}
            <dl className={styles.cardLines}>
              {asked.map(({ column, c }) => (
                <div key={column.expression}>
                  <dt>{say(sayColumn(table, column))}</dt>
                  <dd>{cells.when(row, c)}</dd>
                </div>
              ))}
              <div className={styles.cardOutcome}>
                <dt>{t('grid.outcome')}</dt>
                <dd>{cells.outcome(row)}</dd>
              </div>
              <div>
                <dt>{t('grid.why')}</dt>
                <dd>{cells.note(row)}</dd>
              </div>
            </dl>
            {cells.rowFaults(row).map((fault) => (
              <p key={fault.code} className={styles.cellFaults}>
                {say(fault.cause)} {say(fault.remedy)}
              </p>
            ))}
          </li>
        );
      })}
    </ol>
  );
}

function RowTools(props: { row: number; count: number; edit: NonNullable<GridProps['edit']> }) {
  const { row, count, edit } = props;
  const t = rulebookMessages.use();
  const at = { row: row + 1 };
  return (
    <span className={styles.rowTools}>
      <Button
        type="text"
        size="small"
        icon={<DownIcon rotate={180} />}
        disabled={row === 0}
        aria-label={t('grid.up', at)}
        onClick={() => edit.change(moveRule(edit.draft, row, row - 1))}
      />
      <Button
        type="text"
        size="small"
        icon={<DownIcon />}
        disabled={row === count - 1}
        aria-label={t('grid.down', at)}
        onClick={() => edit.change(moveRule(edit.draft, row, row + 1))}
      />
      <Button
        type="text"
        size="small"
        icon={<CloseIcon />}
        aria-label={t('grid.removeRule', at)}
        onClick={() => edit.change(removeRule(edit.draft, row))}
      />
    </span>
  );
}

function GridTools(props: { edit: NonNullable<GridProps['edit']>; table: DecisionTable }) {
  const { edit, table } = props;
  const t = rulebookMessages.use();
  const say = useSay();
  const free = edit.catalogue.filter(
    ({ name, purposes }) =>
      purposes.includes(edit.purpose) &&
      !table.columns.some(({ expression }) => expression.trim() === name),
  );
  const none = t('grid.allColumns', { purpose: say(purposeWords[edit.purpose]) });
  return (
    <div className={styles.gridTools}>
      <Button icon={<PlusIcon />} onClick={() => edit.change(addRule(edit.draft, edit.newId()))}>
        {t('grid.addRule')}
      </Button>
      <Select<string>
        className={styles.addColumn ?? ''}
        aria-label={t('grid.addColumn')}
        placeholder={t('grid.addColumn')}
        value={null as never}
        popupMatchSelectWidth={false}
        notFoundContent={none}
        options={free.map((fact) => ({ value: fact.name, label: say(fact.say) }))}
        onChange={(name) => {
          const fact = free.find((one) => one.name === name);
          if (fact) edit.change(addColumn(edit.draft, fact, edit.catalogue));
        }}
      />
      <span className={styles.hit}>
        {t('grid.hit')}
        <Select
          aria-label={t('grid.hit')}
          value={table.hitPolicy}
          popupMatchSelectWidth={false}
          options={(['FIRST', 'UNIQUE', 'ANY', 'COLLECT'] as const).map((value) => ({
            value,
            label: say(hitWords[value]),
          }))}
          onChange={(hitPolicy) =>
            edit.change({ ...edit.draft, table: { ...edit.draft.table, hitPolicy } })
          }
        />
      </span>
    </div>
  );
}
