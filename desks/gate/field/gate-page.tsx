import { TimeZoneProvider } from '@liangbuwu/ui/language/use-format.tsx';
import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { Card } from '@liangbuwu/ui/phone/card.tsx';
import { Picker } from '@liangbuwu/ui/phone/picker.tsx';
import { Sheet } from '@liangbuwu/ui/phone/sheet.tsx';
import { useTools } from '@liangbuwu/ui/phone/tools.ts';
import { useState } from 'react';
import { chosenKey } from './gate/feeds.ts';
import { useGate, useGates } from './gate/use-gate.ts';
import styles from './gate-field.module.css';
import { GateToday } from './gate-today.tsx';
import { gateFieldMessages } from './messages/gate-field.ts';

/** A guard's page: which gate, and then who comes to it. */
export function GatePage() {
  const t = gateFieldMessages.use();
  const phone = useTools();
  const gates = useGates();
  const gate = useGate();
  const [choosing, setChoosing] = useState(false);
  if (!gates) return <p>{t(phone.online ? 'nothing-yet' : 'nothing-yet-offline')}</p>;
  if (gates.length === 0)
    return (
      <>
        <h1>{t('title')}</h1>
        <Card>
          <h2>{t('none')}</h2>
          <p className={styles.muted}>{t('none-note')}</p>
        </Card>
      </>
    );
  const choice = (
    <Picker
      rows={gates.map(({ id, name, areaName, invented }) => ({
        id,
        name,
        note: [areaName, invented && t('invented')].filter(Boolean).join(' · '),
      }))}
      onPick={(id) => {
        setChoosing(false);
        void phone.remember(chosenKey, id);
      }}
    />
  );
  if (!gate)
    return (
      <>
        <h1>{t('choose')}</h1>
        <div className={styles.panel}>{choice}</div>
      </>
    );
  return (
    <TimeZoneProvider timeZone={gate.zone}>
      <div className={styles.who}>
        <div>
          <h1>{gate.gate.name}</h1>
          <p className={styles.muted}>
            {[gate.gate.areaName, gate.gate.invented && t('invented')].filter(Boolean).join(' · ')}
          </p>
        </div>
        {gates.length > 1 && (
          <Button small look="quiet" onClick={() => setChoosing(true)}>
            {t('other-gate')}
          </Button>
        )}
      </div>
      <GateToday key={gate.gate.id} of={gate} />
      {choosing && (
        <Sheet title={t('choose')} onClose={() => setChoosing(false)}>
          {choice}
        </Sheet>
      )}
    </TimeZoneProvider>
  );
}
