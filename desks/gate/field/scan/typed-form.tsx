import { nextAttempt } from '@liangbuwu/passes/index.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { TextField } from '@liangbuwu/ui/phone/text-field.tsx';
import { useTools } from '@liangbuwu/ui/phone/tools.ts';
import { CodeField } from '@liangbuwu/ui/scanner/code-field.tsx';
import { useState } from 'react';
import { wrongKey } from '../gate/feeds.ts';
import styles from '../gate-field.module.css';
import { gateFieldMessages } from '../messages/gate-field.ts';
import type { Given, Judged } from './judged.ts';

/** What was mistyped is put right on the spot, and is no check. */
const mistyped = new Set(['code-characters', 'code-misread', 'code-needs-more']);
const remembersOfWrong = 20;

/** The code below a pass and what the guard reads off the document; wrong ones are counted, and guessing is slow. */
export function TypedForm(props: {
  judge: (given: Given) => Promise<Judged>;
  onJudged: (judged: Judged) => void;
}) {
  const t = gateFieldMessages.use();
  const say = useSay();
  const format = useFormat();
  const { clock, remembered, remember } = useTools();
  const [code, setCode] = useState('');
  const [lastFour, setLastFour] = useState('');
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const wrong = (remembered(wrongKey) as number[] | undefined) ?? [];
  const now = Math.floor(clock.now() / 1000);
  const next = nextAttempt(wrong, now);
  const missing = code.trim() === '' || lastFour.trim().length < 4;

  const check = async () => {
    if (busy || missing || next > now) return;
    setBusy(true);
    const judged = await props.judge({ code: code.trim(), lastFour: lastFour.trim() });
    setBusy(false);
    if (mistyped.has(judged.code)) return setFault(`${say(judged.cause)}。${say(judged.remedy)}`);
    setFault(undefined);
    if (judged.code === 'code-unknown')
      await remember(wrongKey, [...wrong, now].slice(-remembersOfWrong));
    props.onJudged(judged);
  };
  if (next > now)
    return (
      <p role="alert">{t('typed-wait', { time: format.findMoment(next * 1000)?.time ?? '' })}</p>
    );
  return (
    <form
      className={styles.typed}
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <CodeField
        label={t('typed-code')}
        hint={t('typed-hint')}
        value={code}
        longest={20}
        onChange={setCode}
        fault={fault}
      />
      <TextField
        label={t('typed-four')}
        hint={t('typed-four-hint')}
        value={lastFour}
        longest={8}
        onChange={setLastFour}
      />
      <Button wide submit look="main" disabled={missing || busy}>
        {t(missing ? 'typed-missing' : 'typed-check')}
      </Button>
    </form>
  );
}
