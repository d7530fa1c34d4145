import type { Answer, Because, Clause, RuleStatement } from '@liangbuwu/eligibility/answer.ts';
import { LevelShape, StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import type { Level } from '@liangbuwu/ui/theme/tokens.ts';
import type { ReactNode } from 'react';
import { sayValue } from '../cell.ts';
import type { Constant, DecisionTable } from '../table.ts';
import { rulebookMessages } from './messages.ts';
import styles from './rulebook.module.css';

/** What an outcome is in words, several outputs in a row. */
export function useOutcomeWords(table: DecisionTable): (outcome: unknown) => string {
  const say = useSay();
  const one = (value: unknown, o: number): string => {
    const { type, words = [] } = table.outputs[o] ?? {};
    return say(sayValue(value as Constant, { type, unit: undefined, values: words }));
  };
  return (outcome) => {
    if (Array.isArray(outcome)) return outcome.map((each) => one(each, 0)).join(' · ') || '—';
    if (typeof outcome !== 'object' || outcome === null) return one(outcome, 0);
    return table.outputs
      .map(({ name }, o) => one((outcome as Record<string, unknown>)[name ?? ''], o))
      .join(' · ');
  };
}

const of = <Kind extends Because['kind']>(answer: Answer, kind: Kind) =>
  answer.because.filter((one): one is Extract<Because, { kind: Kind }> => one.kind === kind);

/** So many rules that bear on an answer are shown at once; more are folded away. */
const mostShown = 2;

/** An answer with all that bears on it: the rule clause by clause, what is asked, what would change it, on what ground. */
export function AnswerView({ answer, table }: { answer: Answer; table: DecisionTable }) {
  const t = rulebookMessages.use();
  const say = useSay();
  const words = useOutcomeWords(table);
  const rules = of(answer, 'rule');
  const bearing = rules.filter(({ status }) => status !== 'does-not-apply');
  const others = rules.filter(({ status }) => status === 'does-not-apply');
  const [open] = of(answer, 'open');
  const shown = bearing.map((rule) => (
    <RulePart key={rule.row} rule={rule} outcome={words(rule.outcome)} />
  ));
  return (
    <div className={styles.answer}>
      <div className={styles.verdict} data-known={answer.known || undefined} aria-live="polite">
        {answer.known ? (
          <>
            <span className={styles.muted}>{t('tryPage.known')}</span>
            <strong>{words(answer.outcome)}</strong>
          </>
        ) : (
          <>
            <span className={styles.muted}>{t('tryPage.notKnown')}</span>
            <strong>
              {answer.ask
                .map((name) => say(table.facts?.find((one) => one.name === name)?.say) || name)
                .join(' · ')}
            </strong>
            {open && open.outcomes.length > 0 && (
              <span>{t('tryPage.maybe', { outcomes: open.outcomes.map(words).join(' / ') })}</span>
            )}
          </>
        )}
      </div>
      {of(answer, 'no-rule').map((one) => (
        <p key={one.kind}>{say(one.say)}</p>
      ))}
      {bearing.length > mostShown ? (
        <details className={styles.others}>
          <summary>{t('tryPage.mayApplyAll', { count: bearing.length })}</summary>
          <div className={styles.may}>{shown}</div>
        </details>
      ) : (
        shown
      )}
      <Part title={t('tryPage.changes')} items={of(answer, 'change').map((one) => say(one.say))} />
      <Part title={t('tryPage.source')} items={of(answer, 'source').map((one) => say(one.say))} />
      <Part title={t('set.appeal')} items={of(answer, 'appeal').map((one) => say(one.say))} />
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>{t('tryPage.others')}</summary>
          <ul className={styles.plainList}>
            {others.map((rule) => (
              <li key={rule.row}>{say(rule.say)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function RulePart({ rule, outcome }: { rule: RuleStatement; outcome: string }) {
  const t = rulebookMessages.use();
  const say = useSay();
  const applies = rule.status === 'applies';
  return (
    <section className={styles.rulePart}>
      <h3 className={styles.partTitle}>
        <StatusTag level={applies ? 'ok' : 'unknown'}>
          {t(applies ? 'tryPage.applies' : 'tryPage.mayApply')}
        </StatusTag>
        <span>
          {t('cases.row', { row: rule.row })} → {outcome}
        </span>
      </h3>
      <ul className={styles.clauses}>
        {rule.clauses.map((clause) => (
          <ClauseLine key={`${clause.asks} ${clause.cell}`} clause={clause} />
        ))}
      </ul>
      {rule.why && <p>{say(rule.why)}</p>}
      {rule.todo && <Told label={t('tryPage.todo')}>{say(rule.todo)}</Told>}
      {rule.again && <Told label={t('tryPage.again')}>{say(rule.again)}</Told>}
    </section>
  );
}

const levels: Record<Clause['holds'], Level> = { passed: 'ok', failed: 'bad', unknown: 'unknown' };

function ClauseLine({ clause }: { clause: Clause }) {
  const t = rulebookMessages.use();
  const say = useSay();
  const words = {
    passed: t('tryPage.passed'),
    failed: t('tryPage.failed'),
    unknown: t('unknown'),
  };
  return (
    <li>
      <LevelShape level={levels[clause.holds]} size={14} label={words[clause.holds]} />
      <span>{say(clause.say)}</span>
    </li>
  );
}

function Told({ label, children }: { label: string; children: ReactNode }) {
  return (
    <p>
      <span className={styles.muted}>{label}</span> {children}
    </p>
  );
}

function Part({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3 className={styles.partTitle}>{title}</h3>
      <ul className={styles.plainList}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}
