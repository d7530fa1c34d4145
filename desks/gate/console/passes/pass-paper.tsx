import { purposeWords } from '@liangbuwu/office/rulebook/rulebook.ts';
import { passQr } from '@liangbuwu/passes/qr.ts';
import { qrPath } from '@liangbuwu/passes/qr-path.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { PrintIcon } from '@liangbuwu/ui/icons.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { passMessages } from '../messages/passes.ts';
import { sharedMessages } from '../messages/shared.ts';
import type { GateView } from '../with-gate.tsx';
import styles from './pass-paper.module.css';
import type { Printed } from './printed.ts';

/** A pass to print or to show on a phone: the QR code, the code to type, and what a guard compares. */
export function PassPaper(props: { printed: Printed; view: GateView; onBack(): void }) {
  const { printed, view, onBack } = props;
  const { pass } = printed;
  const t = passMessages.use();
  const shared = sharedMessages.use();
  const say = useSay();
  const format = useFormat();
  const [size, setSize] = useState<'a6' | 'a4'>('a6');
  const qr = useMemo(() => passQr(printed.text), [printed.text]);
  const names = view.gates.filter(({ id }) => pass.gates.includes(id)).map(({ name }) => name);
  const { name, lastFour, plate } = pass.holder;
  return (
    <Page
      title={t('paper.title')}
      tools={
        <>
          <ActionButton onClick={onBack}>{t('paper.back')}</ActionButton>
          <Segmented
            aria-label={t('paper.size')}
            value={size}
            options={[
              { value: 'a6', label: 'A6' },
              { value: 'a4', label: 'A4' },
            ]}
            onChange={(chosen) => setSize(chosen === 'a4' ? 'a4' : 'a6')}
          />
        </>
      }
      action={
        <ActionButton type="primary" icon={<PrintIcon />} onClick={() => window.print()}>
          {t('paper.print')}
        </ActionButton>
      }
    >
      <article className={styles.paper} data-size={size} aria-label={t('paper.title')}>
        <header className={styles.head}>
          <strong>
            {t('paper.title')} · {shared(`kind.${pass.kind}`)}
          </strong>
          <span>
            {t('paper.number')} {pass.number}
          </span>
        </header>
        <p className={styles.holder}>{plate ?? name}</p>
        {lastFour && (
          <p className={styles.line}>
            {t('paper.lastFour')} <strong>{lastFour}</strong>
          </p>
        )}
        <svg
          className={styles.qr}
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          role="img"
          aria-label={t('paper.title')}
          shapeRendering="crispEdges"
        >
          <path d={qrPath(qr)} />
        </svg>
        {printed.codes.map(({ gate, code, name: at }) => (
          <p key={gate} className={styles.code}>
            <span>
              {t('paper.code')} {printed.codes.length > 1 && at}
            </span>
            <strong>{code}</strong>
          </p>
        ))}
        <dl className={styles.facts}>
          <div>
            <dt>{t('paper.opens')}</dt>
            <dd>{names.join('、')}</dd>
          </div>
          <div>
            <dt>{t('paper.purpose')}</dt>
            <dd>{say(purposeWords[pass.purpose])}</dd>
          </div>
          <div>
            <dt>{t('paper.from')}</dt>
            <dd>{format.instant(pass.from)}</dd>
          </div>
          <div>
            <dt>{t('paper.until')}</dt>
            <dd>{format.instant(pass.until)}</dd>
          </div>
        </dl>
        <footer className={styles.foot}>{t('paper.foot')}</footer>
      </article>
    </Page>
  );
}
