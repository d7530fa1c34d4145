import type { Certificate } from '@liangbuwu/office/responses/closing/certificate.contract.ts';
import { closingReasons } from '@liangbuwu/office/responses/closing/closing-rules.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { responsesMessages } from './messages.ts';
import { PaperCounts } from './paper-counts.tsx';
import styles from './responses.module.css';
import { useZoned } from './use-zoned.ts';

/** All that a certificate says, for signing on paper. */
export function CertificatePaper({ certificate }: { certificate: Certificate }) {
  const t = responsesMessages.use();
  const say = useSay();
  const { statement, digest, publicKey, signature } = certificate;
  const { response, closing, key, ledger } = statement;
  const format = useZoned(response.zone);
  const reason = Object.entries(closingReasons).find(([code]) => code === closing.reason)?.[1];
  const by = (deed: typeof closing.proposed) =>
    t('proof.at', { name: deed.by.name, time: format.instant(deed.at) });
  const lines: [string, string][] = [
    [t('proof.response'), say(response.name)],
    [t('proof.areas'), response.areas.map(({ name }) => name).join('、')],
    [t('proof.period'), `${format.instant(response.starts)} – ${format.instant(response.ended)}`],
    [t('proof.reason'), reason ? say(reason) : closing.reason],
    [t('proof.proposed'), by(closing.proposed)],
    [t('proof.confirmed'), by(closing.confirmed)],
    [t('proof.effective'), format.instant(closing.effective)],
    [t('proof.objections'), t('proof.objectionCounts', closing.objections)],
    [t('proof.key'), key.fingerprint ?? t('proof.keyNone')],
    [t('proof.keyDestroyed'), format.instant(key.destroyed)],
    [
      t('proof.ledger'),
      `${t('proof.ledgerAt', { entries: format.number(ledger.entries) })} · ${ledger.hash}`,
    ],
  ];
  return (
    <>
      <header className={styles.paperHead}>
        <p>{statement.tenant.name}</p>
        <h2 className={styles.paperTitle}>{t('proof.title')}</h2>
        {response.clock === 'set' && <p className={styles.paperNote}>{t('proof.demo')}</p>}
      </header>
      <dl className={styles.facts}>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.paperCounts}>
        <PaperCounts title={t('counts.destroyed')} counted={statement.destroyed} />
        <PaperCounts title={t('counts.survived')} counted={statement.survives} />
      </div>
      <p className={styles.paperNote}>{t('counts.keyToo')}</p>
      <dl className={styles.seal}>
        {(
          [
            [t('proof.number'), digest],
            [t('proof.signature'), signature],
            [t('proof.publicKeyShort'), publicKey],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <footer className={styles.paperFoot}>
        <p className={styles.paperNote}>{t('proof.zone', { zone: response.zone })}</p>
        <div className={styles.signatures}>
          {[
            [t('proof.proposed'), closing.proposed.by.name],
            [t('proof.confirmed'), closing.confirmed.by.name],
          ].map(([role, name]) => (
            <p key={role}>
              {role} {name}
              <span>{t('proof.signed')}</span>
            </p>
          ))}
        </div>
      </footer>
    </>
  );
}
