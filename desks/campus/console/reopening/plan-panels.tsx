import { LevelShape, StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import type { Level } from '@liangbuwu/ui/theme/tokens.ts';
import type { ReactNode } from 'react';
import { gradeWords } from '../../grade-words.ts';
import { planParts } from '../../reopening/plan-parts.ts';
import { type PlanState, planStateWords } from '../../reopening/plan-rules.ts';
import { Item, type Plan, type SchoolReopening } from '../../reopening/reopening.ts';
import { reopeningMessages } from '../messages/reopening.ts';
import { reopeningPath } from '../paths.ts';
import styles from './reopening.module.css';

const levels: Partial<Record<PlanState, Level>> = {
  approved: 'ok',
  'sent-back': 'warn',
  withdrawn: 'warn',
};

/** How far a plan is, as a tag. */
export function PlanTag({ state }: { state: PlanState }) {
  const say = useSay();
  return <StatusTag level={levels[state] ?? 'unknown'}>{say(planStateWords[state])}</StatusTag>;
}

/** The steps to approval: those taken with who and when, those to come. */
export function WayPanel({ plan, children }: { plan: Plan; children: ReactNode }) {
  const t = reopeningMessages.use();
  const format = useFormat();
  const begun = plan.steps.findLastIndex(({ event }) => event === 'submitted');
  const round = begun < 0 ? [] : plan.steps.slice(begun);
  const isOpen =
    plan.state !== 'drafting' && plan.state !== 'sent-back' && plan.state !== 'withdrawn';
  return (
    <Panel title={t('way.title')}>
      <div className={styles.stack}>
        <ol className={styles.list}>
          {(['submitted', 'inspected', 'assessed', 'approved'] as const).map((event) => {
            const taken = isOpen ? round.find((one) => one.event === event) : undefined;
            return (
              <li key={event}>
                <LevelShape level={taken ? 'ok' : 'unknown'} />
                <span>
                  {t(`events.${event}`)}
                  <span className={styles.muted}>
                    {' · '}
                    {taken ? `${taken.by.name} ${format.instant(taken.at)}` : t('way.waiting')}
                  </span>
                </span>
              </li>
            );
          })}
        </ol>
        {children}
      </div>
    </Panel>
  );
}

/** Everything in the way, each with its reason. */
export function GapsPanel({ plan }: { plan: Plan }) {
  const t = reopeningMessages.use();
  const say = useSay();
  const all = [...plan.gaps, ...plan.notInOrder];
  return (
    <Panel title={t('gaps.title')}>
      {all.length === 0 ? (
        <p>{t('gaps.none')}</p>
      ) : (
        <ul className={styles.list}>
          {all.map(({ part, field, words }) => (
            <li key={`${part} ${field} ${words['zh-CN']}`}>
              <LevelShape level="warn" />
              <span>
                {field !== null && <strong>{say(planParts[part].words)} · </strong>}
                {say(words)}
                {field === null && plan.notInOrder.some((one) => one.part === part) && (
                  <span className={styles.muted}> · {t('gaps.item')}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** What nobody has to type: the register's grades and the rule in force on the first day. */
export function KnownPanel({ of }: { of: SchoolReopening }) {
  const t = reopeningMessages.use();
  const say = useSay();
  const format = useFormat();
  const { rule, school } = of;
  return (
    <Panel title={t('known.title')}>
      <dl className={styles.known}>
        <dt>{t('known.grades')}</dt>
        <dd>
          {school.grades.length === 0
            ? t('known.noGrades')
            : school.grades
                .map((one) =>
                  t('known.grade', {
                    grade: say(gradeWords(one)),
                    count: format.number(one.classes),
                  }),
                )
                .join(' · ')}
        </dd>
        <dt>{t('known.boards')}</dt>
        <dd>{t(school.boards ? 'known.boarding' : 'known.dayOnly')}</dd>
        <dt>{t('known.rule', { day: format.date(of.ruleOn) })}</dt>
        <dd>
          {rule ? (
            <>
              <p>
                {t('known.ruleLine', {
                  name: say(rule.name),
                  number: rule.number,
                  from: format.instant(rule.from),
                })}
              </p>
              {rule.issuer && <p>{t('known.issuer', { issuer: say(rule.issuer) })}</p>}
              {rule.document && <p>{t('known.document', { document: say(rule.document) })}</p>}
            </>
          ) : (
            of.noRule && say(of.noRule)
          )}
        </dd>
      </dl>
    </Panel>
  );
}

/** The seven items as they were found. */
export function FindingsPanel({ plan }: { plan: Plan }) {
  const t = reopeningMessages.use();
  const say = useSay();
  if (plan.findings.length === 0) return null;
  return (
    <Panel title={t('inspect.state')}>
      <ul className={styles.list}>
        {Item.options.map((item) => {
          const found = plan.findings.find((one) => one.item === item);
          const bad = plan.notInOrder.find(({ part }) => part === item);
          return (
            <li key={item}>
              <LevelShape level={!found ? 'unknown' : found.inOrder ? 'ok' : 'bad'} />
              <span>
                {found && !found.inOrder && bad
                  ? say(bad.words)
                  : `${say(planParts[item].words)} · ${t(!found ? 'inspect.unsaid' : found.inOrder ? 'inspect.inOrder' : 'inspect.notInOrder')}`}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

/** Every step with who took it, and the versions before this one. */
export function HistoryPanel({ of, plan }: { of: SchoolReopening; plan: Plan }) {
  const t = reopeningMessages.use();
  const say = useSay();
  const format = useFormat();
  return (
    <Panel title={t('history.title')}>
      <div className={styles.stack}>
        {plan.steps.length === 0 ? (
          <p>{t('history.none')}</p>
        ) : (
          <ul className={`${styles.list} ${styles.steps}`}>
            {plan.steps.map((step) => (
              <li key={step.id}>
                <span className={styles.muted}>{format.instant(step.at)}</span>
                <span>
                  {t(`events.${step.event}`)} · {step.by.name}
                  {step.findings.length > 0 &&
                    ` · ${t('way.findings', {
                      good: step.findings.filter(({ inOrder }) => inOrder).length,
                      bad: step.findings.filter(({ inOrder }) => !inOrder).length,
                    })}`}
                  {step.objections.map(({ part, words }) => (
                    <span key={words}>
                      {' · '}
                      {say(planParts[part].words)}: {words}
                    </span>
                  ))}
                  {step.answers.length > 0 &&
                    ` · ${t('history.answers', { answers: step.answers.join(' / ') })}`}
                </span>
              </li>
            ))}
          </ul>
        )}
        {of.earlier.length > 0 && (
          <div>
            <h3>{t('history.earlier')}</h3>
            <ul className={styles.list}>
              {of.earlier.map(({ id, number, state, since }) => (
                <li key={id}>
                  <AppLink
                    href={`${reopeningPath}/${of.school.id}?response=${plan.response}&plan=${id}`}
                  >
                    {t('history.version', {
                      number,
                      state: say(planStateWords[state]),
                      time: format.instant(since),
                    })}
                  </AppLink>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Panel>
  );
}
