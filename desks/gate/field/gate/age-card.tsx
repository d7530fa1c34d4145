import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { Sheet } from '@liangbuwu/ui/phone/sheet.tsx';
import { useState } from 'react';
import styles from '../gate-field.module.css';
import { gateFieldMessages } from '../messages/gate-field.ts';
import { Sign } from '../scan/sign.tsx';
import { ageOf } from './age.ts';
import type { GateNow } from './use-gate.ts';

const tones = {
  fresh: 'green',
  stale: 'amber',
  expired: 'red',
  ahead: 'red',
  none: 'red',
} as const;

/** How old what the gate knows is, always in sight: a guard has to know what a green is worth. */
export function AgeCard({ of }: { of: GateNow }) {
  const t = gateFieldMessages.use();
  const say = useSay();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { refused } = of;
  const times = of.bundle?.bundle;
  if (of.opening) return null;
  const age = times ? ageOf(times, of.now()) : 'none';
  const short = (at = Number.NaN) => format.instant(at * 1000).slice(5);
  return (
    <section className={styles.age} data-tone={tones[age]} aria-label={t(`age.${age}`)}>
      <Sign tone={tones[age]} small />
      <div>
        <h2>{t(`age.${age}`)}</h2>
        <p>
          {t(`age-note.${age}`, {
            issued: short(times?.issuedAt),
            age: format.duration(of.now() / 1000 - (times?.issuedAt ?? Number.NaN)),
            stale: short(times?.staleAt),
            expires: short(times?.expiresAt),
          })}
        </p>
        {refused && (
          <div role="alert">
            <b>{t('age.refused')}</b>
            <p>{say(refused.cause)}</p>
            <p>{say(refused.remedy)}</p>
            <Button small wide onClick={() => setAsking(true)}>
              {t('trust')}
            </Button>
          </div>
        )}
      </div>
      {asking && (
        <Sheet title={t('trust')} note={t('trust-sure')} onClose={() => setAsking(false)}>
          <Button
            wide
            look="danger"
            onClick={() => {
              of.trustAnew();
              setAsking(false);
            }}
          >
            {t('trust-yes')}
          </Button>
          <Button wide onClick={() => setAsking(false)}>
            {t('trust-no')}
          </Button>
        </Sheet>
      )}
    </section>
  );
}
