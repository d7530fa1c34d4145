import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { More } from '@liangbuwu/ui/phone/more.tsx';
import { Segments } from '@liangbuwu/ui/phone/segments.tsx';
import { useTools } from '@liangbuwu/ui/phone/tools.ts';
import { useModal } from '@liangbuwu/ui/phone/use-modal.ts';
import { useRecord } from '@liangbuwu/ui/phone/use-record.ts';
import { useId, useMemo, useState } from 'react';
import { directionKey, gateCard, type Own } from '../gate/feeds.ts';
import type { GateNow } from '../gate/use-gate.ts';
import styles from '../gate-field.module.css';
import { gateFieldMessages } from '../messages/gate-field.ts';
import { routes } from '../routes.ts';
import { findUnclear, type Noted } from '../rule/answers.ts';
import { gateRuleAt, passRulesAt } from '../rule/carried.ts';
import { findingOf, judgeByRule, reasonOf } from '../rule/judged-by-rule.ts';
import { Questions } from '../rule/questions.tsx';
import { RulePart } from '../rule/rule-part.tsx';
import { type Judged, kindOf, whoOf } from '../scan/judged.ts';
import { findLook, type Passage } from '../today/inside.ts';
import { checkBody, type Direction, likelyReason, type Reason } from './check-body.ts';
import { DenyPart } from './deny-part.tsx';
import { VerdictHead } from './verdict-head.tsx';

/** What of a check may name or describe somebody: it leaves the phone once the server has it. */
const personal = ['shown', 'temperature', 'facts', 'who'];

/** One who came to the gate: the verdict over the whole screen, what the rule asks of them, and what the guard decides. */
export function CheckDialog(props: {
  of: GateNow;
  judged: Judged;
  direction: Direction;
  passages: ReadonlyMap<string, Passage>;
  onDone: () => void;
  onClose: () => void;
}) {
  const t = gateFieldMessages.use();
  const { remember, clock } = useTools();
  const [opened] = useState(clock.now);
  const { of, judged, passages } = props;
  const [direction, setDirection] = useState(props.direction);
  const [noted, setNoted] = useState<Noted>({
    said: {},
    vehicle: { at: judged.at, by: '', seals: '' },
  });
  const red = judged.verdict === 'red';
  const [denying, setDenying] = useState(red);
  const [chosen, setChosen] = useState<Reason>();
  const { record, recording, fault: notKept } = useRecord(props.onDone);
  const dialog = useModal();
  const title = useId();

  const { bundle } = of;
  const rule = useMemo(() => bundle && gateRuleAt(bundle, judged.at), [bundle, judged.at]);
  const kind = kindOf(judged);
  const byRule = rule && judgeByRule(rule, { direction, kind, at: judged.at }, noted);
  const look = findLook(passages, judged.number, direction, opened);
  const asks = byRule?.asks ?? [];
  const unclear = findUnclear(asks, noted);
  const unfit = recording || unclear.size > 0;
  const stopped = byRule?.judged?.verdict === 'red';
  const isOpen = (byRule?.missing.length ?? 0) > 0;
  const who = whoOf(judged.pass);
  const own: Own = { number: judged.number, kind, who };
  const decide = (reason: Reason | null) => {
    const said = reason === null ? direction : 'denied';
    record(
      {
        card: gateCard,
        under: routes.checks,
        kind: said,
        body: checkBody(
          judged,
          {
            response: of.gate.response,
            gate: of.gate.id,
            bundle: bundle?.bundle.sequence ?? null,
          },
          { direction, reason },
          { asks, noted, finding: byRule ? findingOf(byRule) : null },
        ),
        personal,
        own,
      },
      t('recorded', { what: [who, t(`said-${said}`)].filter(Boolean).join(' · ') }),
    );
  };
  const turn = (to: Direction) => {
    setDirection(to);
    void remember(directionKey, to);
  };
  const areas = (judged.pass?.areas ?? []).map(
    (number) => bundle?.bundle.areas.find((area) => area.number === number)?.name ?? `${number}`,
  );
  const { pass } = judged;
  const purpose = bundle?.bundle.purposes.find(
    (one) => one.kind === pass?.kind && one.number === pass.purpose,
  );
  const questions = (
    <>
      <Questions asks={asks} noted={noted} unclear={unclear} onChange={setNoted} />
      {byRule && <RulePart of={byRule} />}
    </>
  );
  return (
    <dialog ref={dialog} className={styles.full} aria-labelledby={title} onClose={props.onClose}>
      <VerdictHead
        id={title}
        judged={judged}
        look={look}
        byRule={byRule}
        direction={direction}
        areas={areas}
        purpose={purpose?.name}
      />
      <div className={styles.body}>
        <Segments
          legend={t('direction')}
          options={[
            { value: 'in', name: t('in') },
            { value: 'out', name: t('out') },
          ]}
          value={direction}
          onChange={turn}
        />
        {notKept && <p role="alert">{notKept}</p>}
        {denying ? (
          <DenyPart
            gate={of.gate}
            code={judged.code}
            reason={chosen ?? likelyReason(judged, byRule && reasonOf(byRule))}
            passRules={bundle ? passRulesAt(bundle, judged.at) : []}
            byRule={red ? undefined : byRule}
            recording={unfit}
            onReason={setChosen}
            onRecord={decide}
          />
        ) : (
          <>
            {questions}
            <div className={styles.bar} data-two={!stopped || undefined}>
              <Button look={stopped ? 'main' : 'danger'} onClick={() => setDenying(true)}>
                {t('deny')}
              </Button>
              {!stopped && (
                <Button look="main" disabled={unfit || isOpen} onClick={() => decide(null)}>
                  {t(isOpen ? 'check-first' : direction === 'in' ? 'let-in' : 'let-out')}
                </Button>
              )}
            </div>
          </>
        )}
        {denying && !red && (
          <Button wide look="quiet" onClick={() => setDenying(false)}>
            {t('back')}
          </Button>
        )}
        {(red || stopped || isOpen) && (
          <More name={t('more')}>
            {red && questions}
            <p className={styles.muted}>{t('anyway-note')}</p>
            <Button wide disabled={unfit} onClick={() => decide(null)}>
              {t(direction === 'in' ? 'anyway-in' : 'anyway-out')}
            </Button>
          </More>
        )}
        <Button wide look="quiet" onClick={props.onClose}>
          {t('not-recorded')}
        </Button>
      </div>
    </dialog>
  );
}
