import { call } from '@liangbuwu/office/http/console/call.ts';
import { passQr } from '@liangbuwu/passes/qr.ts';
import { qrPath } from '@liangbuwu/passes/qr-path.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { LevelShape } from '@liangbuwu/ui/figures/status-tag.tsx';
import { PrintIcon } from '@liangbuwu/ui/icons.ts';
import { OnlyPaper } from '@liangbuwu/ui/paper/a4-sheet.tsx';
import { Poster } from '@liangbuwu/ui/paper/poster.tsx';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import type { SchoolBatches } from '../../batches/batch.ts';
import { giveSchoolCode } from '../../batches/batches.contract.ts';
import { batchesMessages } from '../messages/batches.ts';
import { usePermitted } from '../permitted.ts';
import styles from './batches.module.css';

const isLoopback = (host: string) => /^(localhost|127\.|\[::1\])/.test(host);

/** The school's poster: it leads parents to what the school announces. */
export function SchoolPoster({ of, onBack }: { of: SchoolBatches; onBack(): void }) {
  const t = batchesMessages.use();
  const queries = useQueryClient();
  const denied = usePermitted('campus.batches');
  const { school, code } = of;
  const give = useMutation({
    mutationFn: (replaces: string | null) =>
      call(giveSchoolCode, { params: { school: school.id }, body: { replaces } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['campus', 'batches'] }),
  });
  return (
    <Page
      title={`${school.name} · ${t('poster.title')}`}
      tools={
        <>
          <ActionButton onClick={onBack}>{t('poster.back')}</ActionButton>
          {code !== null && (
            <>
              <Button href={`/p/campus/${code}`} target="_blank" rel="noreferrer">
                {t('poster.open')}
              </Button>
              {denied ? (
                <ActionButton disabledReason={denied}>{t('poster.renew')}</ActionButton>
              ) : (
                <Popconfirm
                  title={t('poster.renew')}
                  description={<span className={styles.what}>{t('poster.renewWhat')}</span>}
                  okText={t('poster.yes')}
                  cancelText={t('poster.no')}
                  onConfirm={() => give.mutate(code)}
                >
                  <Button loading={give.isPending}>{t('poster.renew')}</Button>
                </Popconfirm>
              )}
            </>
          )}
        </>
      }
      action={
        code !== null && (
          <ActionButton type="primary" icon={<PrintIcon />} onClick={() => window.print()}>
            {t('poster.print')}
          </ActionButton>
        )
      }
    >
      {give.error && <ErrorState inline error={give.error} />}
      {isLoopback(window.location.hostname) && (
        <p className={`${styles.warn} ${styles.loopback}`}>
          <LevelShape level="warn" />
          {t('poster.loopback')}
        </p>
      )}
      {code === null ? (
        <Panel>
          <EmptyState
            small
            title={t('poster.none')}
            action={
              <ActionButton
                type="primary"
                loading={give.isPending}
                disabledReason={denied}
                onClick={() => give.mutate(null)}
              >
                {t('poster.give')}
              </ActionButton>
            }
          >
            {t('poster.noneNote')}
          </EmptyState>
        </Panel>
      ) : (
        <OnlyPaper>
          <PosterPaper name={school.name} code={code} />
        </OnlyPaper>
      )}
    </Page>
  );
}

const tells = ['who', 'bring', 'ask', 'fixed'] as const;

function PosterPaper({ name, code }: { name: string; code: string }) {
  const zh = batchesMessages.use('zh-CN');
  const en = batchesMessages.use('en');
  const { host, origin } = window.location;
  const link = `${origin}/p/campus/${code}`;
  const qr = passQr(link);
  const address = { address: `${host}/p/campus` };
  return (
    <Poster
      name={name}
      nameSize="15mm"
      kicker={{ 'zh-CN': zh('poster.kicker'), en: en('poster.kicker') }}
      scan={{ 'zh-CN': zh('poster.scan'), en: en('poster.scan') }}
      link={link}
      qr={{ size: qr.size, path: qrPath(qr) }}
      code={code}
      tells={tells.map((one) => ({
        'zh-CN': zh(`poster.tells.${one}`),
        en: en(`poster.tells.${one}`),
      }))}
      note={{
        'zh-CN': `${zh('poster.free')}。${zh('poster.type', address)}`,
        en: `${en('poster.free')}. ${en('poster.type', address)}`,
      }}
    />
  );
}
