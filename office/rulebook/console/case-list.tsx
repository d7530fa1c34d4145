import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { LevelShape } from '@liangbuwu/ui/figures/status-tag.tsx';
import { CloseIcon, EditIcon, PlusIcon } from '@liangbuwu/ui/icons.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { sayValue } from '../cell.ts';
import type { CaseResult } from '../check-version.ts';
import type { FactValues, TestCase } from '../rulebook.ts';
import type { DecisionTable } from '../table.ts';
import { useOutcomeWords } from './answer-view.tsx';
import { CaseDialog } from './case-dialog.tsx';
import { type Draft, removeCase, setCase } from './draft.ts';
import { rulebookMessages } from './messages.ts';
import styles from './rulebook.module.css';

/** The made-up people beside the table: green or red as soon as a cell changes. */
export function CaseList(props: {
  table: DecisionTable;
  cases: readonly TestCase[];
  results: readonly CaseResult[];
  edit?: { draft: Draft; change: (draft: Draft) => void };
}) {
  const { table, cases, results, edit } = props;
  const t = rulebookMessages.use();
  const [open, setOpen] = useState<number>();
  const failing = results.filter(({ passed }) => !passed).length;
  return (
    <Panel
      flush
      title={t('cases.title')}
      note={
        cases.length === 0
          ? undefined
          : failing === 0
            ? t('cases.all', { count: cases.length })
            : t('cases.failing', { count: cases.length, failing })
      }
      tools={
        edit && (
          <ActionButton
            size="small"
            icon={<PlusIcon />}
            disabledReason={table.columns.length === 0 ? t('grid.addColumn') : undefined}
            onClick={() => setOpen(cases.length)}
          >
            {t('cases.add')}
          </ActionButton>
        )
      }
    >
      {cases.length === 0 ? (
        <EmptyState small title={t('cases.none')}>
          {t('cases.noneNote')}
        </EmptyState>
      ) : (
        <ul className={styles.cases}>
          {cases.map((one, i) => (
            <CaseLine
              key={`${i} ${one.name.en}`}
              table={table}
              given={one}
              result={results[i]}
              {...(edit && {
                onEdit: () => setOpen(i),
                onRemove: () => edit.change(removeCase(edit.draft, i)),
              })}
            />
          ))}
        </ul>
      )}
      {edit && open !== undefined && (
        <CaseDialog
          table={table}
          given={cases[open]}
          onClose={() => setOpen(undefined)}
          onDone={(given) => {
            edit.change(setCase(edit.draft, open, given));
            setOpen(undefined);
          }}
        />
      )}
    </Panel>
  );
}

/** A person's facts in words: “年级 高三 · 住处 低风险区”. */
function useGivenWords(table: DecisionTable): (facts: FactValues) => string {
  const say = useSay();
  return (facts) =>
    inOrder(table, facts)
      .map(([name, value]) => {
        const fact = table.facts?.find((one) => one.name === name);
        const words = { type: fact?.type, unit: fact?.unit, values: fact?.values ?? [] };
        return `${say(fact?.say) || name} ${say(sayValue(value, words))}`;
      })
      .join(' · ');
}

/** Facts in the order in which the table asks them. */
function inOrder(table: DecisionTable, facts: FactValues) {
  const names = (table.facts ?? []).map(({ name }) => name);
  const place = (name: string) => (names.includes(name) ? names.indexOf(name) : names.length);
  return Object.entries(facts).sort(([a], [b]) => place(a) - place(b));
}

function CaseLine(props: {
  table: DecisionTable;
  given: TestCase;
  result: CaseResult | undefined;
  onEdit?: () => void;
  onRemove?: () => void;
}) {
  const { table, given, result, onEdit, onRemove } = props;
  const t = rulebookMessages.use();
  const say = useSay();
  const format = useFormat();
  const outcome = useOutcomeWords(table);
  const facts = useGivenWords(table)(given.facts);
  const passed = result?.passed === true;
  const named = (names: readonly string[]) =>
    names
      .map((name) => say(table.facts?.find((one) => one.name === name)?.say) || name)
      .join(' · ');
  const expected =
    'ask' in given.expect
      ? t('cases.asks', { facts: named(given.expect.ask) })
      : outcome(given.expect.outcome);
  const { answer, fault, rows = [] } = result ?? {};
  const came = fault
    ? say(fault)
    : answer?.known
      ? outcome(answer.outcome)
      : t('cases.asks', { facts: named(answer?.ask ?? []) });
  const name = say(given.name);
  return (
    <li className={styles.case} data-passed={passed}>
      <LevelShape
        level={passed ? 'ok' : 'bad'}
        size={16}
        label={t(passed ? 'cases.passed' : 'cases.failed')}
      />
      <div className={styles.caseBody}>
        <span className={styles.caseName}>
          {name}
          {given.at && <span className={styles.muted}> {format.instant(given.at)}</span>}
        </span>
        {facts && <span className={styles.caseFacts}>{facts}</span>}
        <span>
          {passed ? (
            <>
              → {expected}
              {rows.length > 0 && (
                <span className={styles.muted}>
                  {' '}
                  {rows.map((row) => t('cases.row', { row: row + 1 })).join(' · ')}
                </span>
              )}
            </>
          ) : (
            <>
              {t('cases.expected', { outcome: expected })}{' '}
              <strong className={styles.bad}>{t('cases.got', { outcome: came })}</strong>
            </>
          )}
        </span>
      </div>
      {onEdit && (
        <span className={styles.rowTools}>
          <Button
            type="text"
            size="small"
            icon={<EditIcon />}
            aria-label={t('cases.edit', { name })}
            onClick={onEdit}
          />
          <Button
            type="text"
            size="small"
            icon={<CloseIcon />}
            aria-label={`${t('cases.remove')} ${name}`}
            onClick={onRemove}
          />
        </span>
      )}
    </li>
  );
}
