import { call } from '@liangbuwu/office/http/console/call.ts';
import { withdrawClosing } from '@liangbuwu/office/responses/closing/closing.contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../accounts/confirm-dialog.tsx';
import { keys } from '../queries.ts';
import { CloseDialog } from './close-dialog.tsx';
import { responsesMessages } from './messages.ts';
import { ProposeDialog } from './propose-dialog.tsx';
import { type Standing, whyNotConfirm } from './standing.ts';
import { useZoned } from './use-zoned.ts';
import { WordsDialog } from './words-dialog.tsx';

/** What can be done about closing a response, with the reason where it cannot be done now. */
export function Deeds({ of }: { of: Standing }) {
  const t = responsesMessages.use();
  const say = useSay();
  const queries = useQueryClient();
  const format = useZoned(of.response.zone);
  const [doing, setDoing] = useState<'propose' | 'object' | 'withdraw' | 'close'>();
  const { response, closing, state } = of;
  const stop = () => setDoing(undefined);
  const mayNotClose = of.mayClose ? undefined : t('why.mayNotClose');
  if (state === 'closed') return null;
  if (!closing)
    return (
      <>
        <ActionButton disabledReason={mayNotClose} onClick={() => setDoing('propose')}>
          {t('deeds.propose')}
        </ActionButton>
        {doing === 'propose' && <ProposeDialog of={of} onClose={stop} />}
      </>
    );
  const why = whyNotConfirm(of);
  const params = { response: response.id, closing: closing.id };
  return (
    <>
      <ActionButton
        disabledReason={of.mayObject ? undefined : t('why.mayNotObject')}
        onClick={() => setDoing('object')}
      >
        {t('deeds.object')}
      </ActionButton>
      <ActionButton disabledReason={mayNotClose} onClick={() => setDoing('withdraw')}>
        {t('deeds.withdraw')}
      </ActionButton>
      <ActionButton
        type="primary"
        danger
        disabledReason={why && t(`why.${why}`, { time: format.instant(closing.effective) })}
        onClick={() => setDoing('close')}
      >
        {t('deeds.confirm')}
      </ActionButton>
      {doing === 'object' && (
        <WordsDialog is="object" name={say(response.name)} params={params} onClose={stop} />
      )}
      {doing === 'close' && <CloseDialog of={of} closing={closing} onClose={stop} />}
      {doing === 'withdraw' && (
        <ConfirmDialog
          title={t('withdraw.title')}
          note={t('withdraw.note')}
          action={t('deeds.withdraw')}
          onClose={stop}
          run={async () => {
            await call(withdrawClosing, { params });
            await queries.invalidateQueries({ queryKey: keys.responses });
          }}
        />
      )}
    </>
  );
}
