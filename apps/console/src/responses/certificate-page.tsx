import type { Certificate } from '@liangbuwu/office/responses/closing/certificate.contract.ts';
import { contentOf } from '@liangbuwu/office/tables/console/sheets/file-content.ts';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { saveFile } from '@liangbuwu/ui/files/save-file.ts';
import { DownloadIcon, PrintIcon } from '@liangbuwu/ui/icons.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { A4Sheet, OnlyPaper } from '@liangbuwu/ui/paper/a4-sheet.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Columns, Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { CertificatePaper } from './certificate-paper.tsx';
import { responsesMessages } from './messages.ts';
import { responsesPath } from './paths.ts';
import { certificateQuery } from './queries.ts';
import styles from './responses.module.css';
import { useZoned } from './use-zoned.ts';

const checks = ['genuine', 'ownKey', 'keyIsGone'] as const;

/** What a closing destroyed, on one page of paper and as a file that is checked anywhere. */
export default function CertificatePage({ params }: PageProps<Record<string, never>>) {
  const t = responsesMessages.use();
  const say = useSay();
  const query = useQuery(certificateQuery(params.id ?? ''));
  const certificate = query.data?.certificate;
  return (
    <Page
      title={t('proof.title')}
      crumbs={[{ label: t('proof.back'), href: responsesPath }]}
      lead={certificate && t('proof.lead', { name: say(certificate.statement.response.name) })}
      tools={
        certificate && (
          <Button icon={<DownloadIcon />} onClick={() => void save(certificate)}>
            {t('proof.download')}
          </Button>
        )
      }
      action={
        certificate && (
          <Button type="primary" icon={<PrintIcon />} onClick={() => window.print()}>
            {t('proof.print')}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {({ certificate: shown, checked }) => (
          <Columns wide="first">
            <Paper certificate={shown} />
            <Panel title={t('proof.checks')}>
              <div className={styles.checks}>
                <ul className={styles.list}>
                  {checks.map((check) => (
                    <li key={check}>
                      <StatusTag plain level={checked[check] ? 'ok' : 'bad'}>
                        {t(`proof.${check}.${checked[check] ? 'yes' : 'no'}`)}
                      </StatusTag>
                    </li>
                  ))}
                </ul>
                <p>{t('proof.byHand')}</p>
                <code className={styles.code}>
                  npx liangbuwu certificate verify {fileName(shown)}
                </code>
                <p>{t('proof.publicKey')}</p>
                <code className={styles.code}>{shown.publicKey}</code>
              </div>
            </Panel>
          </Columns>
        )}
      </Loaded>
    </Page>
  );
}

function Paper({ certificate }: { certificate: Certificate }) {
  const t = responsesMessages.use();
  const format = useZoned(certificate.statement.response.zone);
  return (
    <Panel>
      <OnlyPaper>
        <A4Sheet name={t('proof.title')} language={format.language} className={styles.sheet}>
          <CertificatePaper certificate={certificate} />
        </A4Sheet>
      </OnlyPaper>
    </Panel>
  );
}

const fileName = ({ digest }: Certificate) => `certificate-${digest.slice(0, 8)}.json`;

async function save(certificate: Certificate): Promise<void> {
  const text = `${JSON.stringify(certificate, undefined, 2)}\n`;
  saveFile(fileName(certificate), await contentOf(new Blob([text])), 'application/json');
}
