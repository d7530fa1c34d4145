import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { More } from '@liangbuwu/ui/phone/more.tsx';
import { Segments } from '@liangbuwu/ui/phone/segments.tsx';
import { useTools } from '@liangbuwu/ui/phone/tools.ts';
import { useRecord } from '@liangbuwu/ui/phone/use-record.ts';
import { useEffect, useId, useRef, useState } from 'react';
import { directionKey, gateCard, type Own } from '../gate/feeds.ts';
import type { GateNow } from '../gate/use-gate.ts';
import styles from '../gate-field.module.css';
import { gateFieldMessages } from '../messages/gate-field.ts';
import { routes } from '../routes.ts';
import { type Judged, kindOf, whoOf } from '../scan/judged.ts';
import { findLook, type Passage } from '../today/inside.ts';
import { rulesOf } from './appeals.ts';
import {
  checkBody,
  type Direction,
  findFault,
  likelyReason,
  type Noted,
  type Reason,
} from './check-body.ts';
import { DenyPart } from './deny-part.tsx';
import { emptyVehicle, NotedForm } from './noted-form.tsx';
import { VerdictHead } from './verdict-head.tsx';

/** What of a check may name or describe somebody: it leaves the phone once the server has it. */
export const personal = ['shown', 'temperature', 'who'];

/** One who came to the gate: the verdict over the whole screen, what is noted of them, and what the guard decides. */
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
  const [noted, setNoted] = useState<Noted>(() => ({
    temperature: '',
    mask: undefined,
    vehicle: isVehicle(judged) ? emptyVehicle(judged.at) : undefined,
  }));
  const [denying, setDenying] = useState(judged.verdict === 'red');
  const [chosen, setChosen] = useState<Reason>();
  const { record, recording, fault: notKept } = useRecord(props.onDone);
  const title = useId();

  const { bundle } = of;
  const look = findLook(passages, judged.number, direction, opened);
  const fault = findFault(noted, !denying && direction === 'in');
  const who = whoOf(judged.pass);
  const own: Own = { number: judged.number, kind: kindOf(judged), who };
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
          noted,
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
  const red = judged.verdict === 'red';
  const areas = (judged.pass?.areas ?? []).map(
    (number) => bundle?.bundle.areas.find((area) => area.number === number)?.name ?? `${number}`,
  );
  const { pass } = judged;
  const purpose = bundle?.bundle.purposes.find(
    ({ kind, number }) => kind === pass?.kind && number === pass.purpose,
  );
  return (
    <FullScreen labelledBy={title} onClose={props.onClose}>
      <VerdictHead
        id={title}
        judged={judged}
        look={look}
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
            code={judged.code}
            reason={chosen ?? likelyReason(judged, noted)}
            rules={bundle ? rulesOf(bundle, judged.at) : []}
            recording={recording || fault !== undefined}
            onReason={setChosen}
            onRecord={decide}
          />
        ) : (
          <>
            <NotedForm noted={noted} fault={fault} now={judged.at} onChange={setNoted} />
            <div className={styles.bar} data-two>
              <Button look="danger" onClick={() => setDenying(true)}>
                {t('deny')}
              </Button>
              <Button
                look="main"
                disabled={recording || fault !== undefined}
                onClick={() => decide(null)}
              >
                {t(
                  fault === 'disinfection'
                    ? 'disinfected-ask'
                    : direction === 'in'
                      ? 'let-in'
                      : 'let-out',
                )}
              </Button>
            </div>
          </>
        )}
        {denying && !red && (
          <Button wide look="quiet" onClick={() => setDenying(false)}>
            {t('back')}
          </Button>
        )}
        {red && (
          <More name={t('more')}>
            <NotedForm noted={noted} fault={fault} now={judged.at} onChange={setNoted} />
            <p className={styles.muted}>{t('anyway-note')}</p>
            <Button wide disabled={recording || fault !== undefined} onClick={() => decide(null)}>
              {t(direction === 'in' ? 'anyway-in' : 'anyway-out')}
            </Button>
          </More>
        )}
        <Button wide look="quiet" onClick={props.onClose}>
          {t('not-recorded')}
        </Button>
      </div>
    </FullScreen>
  );
}

const isVehicle = ({ pass }: Judged) => pass !== undefined && pass.kind !== 'person';

function FullScreen(props: { labelledBy: string; onClose: () => void; children: React.ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.full}
      aria-labelledby={props.labelledBy}
      onClose={props.onClose}
    >
      {props.children}
    </dialog>
  );
}
