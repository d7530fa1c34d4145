import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { Card } from '@liangbuwu/ui/phone/card.tsx';
import { Sheet } from '@liangbuwu/ui/phone/sheet.tsx';
import { useState } from 'react';
import { fieldMessages } from '../messages.ts';
import type { Field } from '../use-field.ts';
import { SignIn } from './sign-in.tsx';

/** The session is over, the work is not: what is recorded waits for signing in again. */
export function EndedNotice({ field }: { field: Field }) {
  const t = fieldMessages.use();
  const [open, setOpen] = useState(false);
  return (
    <Card tone="warn">
      <h2>{t('ended.title')}</h2>
      <p>{t('ended.text')}</p>
      <Button wide look="main" onClick={() => setOpen(true)}>
        {t('ended.enter')}
      </Button>
      {open && (
        <Sheet title={t('ended.enter')} onClose={() => setOpen(false)}>
          <SignIn field={field} />
        </Sheet>
      )}
    </Card>
  );
}
