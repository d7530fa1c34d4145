import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { Segments } from '@liangbuwu/ui/phone/segments.tsx';
import { useTools } from '@liangbuwu/ui/phone/tools.ts';
import { createOnce } from '@liangbuwu/ui/scanner/once.ts';
import type { Way } from '@liangbuwu/ui/scanner/scanner.tsx';
import { useDecoder } from '@liangbuwu/ui/scanner/use-decoder.ts';
import { useEffect, useMemo, useState } from 'react';
import type { Direction } from './check/check-body.ts';
import { CheckDialog } from './check/check-dialog.tsx';
import { ageOf } from './gate/age.ts';
import { AgeCard } from './gate/age-card.tsx';
import { directionKey, gateCard } from './gate/feeds.ts';
import type { GateNow } from './gate/use-gate.ts';
import styles from './gate-field.module.css';
import { gateFieldMessages } from './messages/gate-field.ts';
import { gateRuleAt, passRulesAt } from './rule/carried.ts';
import { type Given, type Judged, judge, withoutPass } from './scan/judged.ts';
import { ScanSheet } from './scan/scan-sheet.tsx';
import { checksOf, lastPassages } from './today/inside.ts';
import { TodayCard } from './today/today-card.tsx';

type Doing =
  | { is: 'nothing' }
  | { is: 'scanning'; starts: Way }
  | { is: 'checking'; judged: Judged };

/** Who comes to the gate, one after the other, with or without signal. */
export function GateToday({ of }: { of: GateNow }) {
  const t = gateFieldMessages.use();
  const { entries, remembered, remember } = useTools();
  const decoder = useDecoder();
  const [once] = useState(createOnce);
  const [doing, setDoing] = useState<Doing>({ is: 'nothing' });
  const checks = useMemo(() => checksOf(entries, gateCard, of.gate.id), [entries, of.gate.id]);
  const passages = useMemo(() => lastPassages(checks, of.told), [checks, of.told]);
  const direction: Direction = remembered(directionKey) === 'out' ? 'out' : 'in';

  const { bundle, now: time } = of;
  useEffect(() => {
    // Read before somebody comes: an old phone takes a moment for it.
    if (bundle) gateRuleAt(bundle, time());
  }, [bundle, time]);

  const verifies = (given: Given) =>
    judge(given, {
      bundle: of.bundle,
      area: of.gate.number,
      at: of.now(),
    });
  const asked = () => {
    const at = of.now();
    if (!of.bundle || ageOf(of.bundle.bundle, at) === 'expired') return true;
    return passRulesAt(of.bundle, at).length > 0;
  };
  const show = (judged: Judged) => {
    navigator.vibrate?.(judged.verdict === 'green' ? 80 : [200, 100, 200]);
    setDoing({ is: 'checking', judged });
  };
  const scan = (starts: Way) => setDoing({ is: 'scanning', starts });
  const stop = () => setDoing({ is: 'nothing' });
  return (
    <>
      <AgeCard of={of} />
      <Segments
        legend={t('direction')}
        options={[
          { value: 'in', name: t('in') },
          { value: 'out', name: t('out') },
        ]}
        value={direction}
        onChange={(to) => void remember(directionKey, to)}
      />
      <TodayCard checks={checks} passages={passages} now={of.now()} told={of.told?.now} />
      <div className={styles.actions}>
        <Button wide look="main" onClick={() => scan('camera')}>
          {t('scan')}
        </Button>
        <div className={styles.pair}>
          <Button small onClick={() => scan('typed')}>
            {t('typed')}
          </Button>
          <Button small onClick={() => show(withoutPass(of.now(), asked()))}>
            {t('no-pass')}
          </Button>
        </div>
      </div>
      {doing.is === 'scanning' && (
        <ScanSheet
          decoder={decoder}
          once={once}
          starts={doing.starts}
          judge={verifies}
          onJudged={show}
          onClose={stop}
        />
      )}
      {doing.is === 'checking' && (
        <CheckDialog
          of={of}
          judged={doing.judged}
          direction={direction}
          passages={passages}
          onDone={stop}
          onClose={stop}
        />
      )}
    </>
  );
}
