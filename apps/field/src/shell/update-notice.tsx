import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { Card } from '@liangbuwu/ui/phone/card.tsx';
import { useEffect, useState } from 'react';
import { fieldMessages } from '../messages.ts';

/** Says that another version of the page is on the phone now; nothing reloads under somebody's hands. */
export function UpdateNotice() {
  const t = fieldMessages.use();
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker;
    // The first one that ever takes over brings nothing new.
    if (!workers?.controller) return;
    const note = () => setChanged(true);
    workers.addEventListener('controllerchange', note);
    return () => workers.removeEventListener('controllerchange', note);
  }, []);
  if (!changed) return null;
  return (
    <Card tone="ok">
      <p>{t('update.text')}</p>
      <Button wide onClick={() => window.location.reload()}>
        {t('update.reload')}
      </Button>
    </Card>
  );
}
