import { call } from '@liangbuwu/office/http/console/call.ts';
import { passQr } from '@liangbuwu/passes/qr.ts';
import { qrPath } from '@liangbuwu/passes/qr-path.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { LevelShape } from '@liangbuwu/ui/figures/status-tag.tsx';
import { PrintIcon } from '@liangbuwu/ui/icons.ts';
import { OnlyPaper } from '@liangbuwu/ui/paper/a4-sheet.tsx';
import { Poster } from '@liangbuwu/ui/paper/poster.tsx';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { giveGateCode } from '../../codes/codes.contract.ts';
import { ownMessages } from '../messages/own.ts';
import { usePermitted } from '../permitted.ts';
import { codesQuery } from '../queries.ts';
import type { GateView } from '../with-gate.tsx';
import styles from './gate-poster.module.css';

const isLoopback = (host: string) => /^(localhost|127\.|\[::1\])/.test(host);

/** The gate's poster: it leads to the page on which anybody may ask and apply. */
export function GatePoster({ view, onBack }: { view: GateView; onBack(): void }) {
  const t = ownMessages.use();
  const queries = useQueryClient();
  const { gate } = view;
  const codes = useQuery(codesQuery(gate.response));
  const denied = usePermitted('gate.set-up');
  const give = useMutation({
    mutationFn: (replaces: string | null) =>
      call(giveGateCode, { params: { gate: gate.id }, body: { replaces } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['gate', 'codes'] }),
  });
  const code = codes.data?.codes.find((one) => one.gate === gate.id)?.code ?? null;
  return (
    <Page
      title={`${gate.name} · ${t('poster.title')}`}
      tools={
        <>
          <ActionButton onClick={onBack}>{t('poster.back')}</ActionButton>
          {code !== null && (
            <>
              <Button href={`/p/gate/${code}`} target="_blank" rel="noreferrer">
                {t('poster.open')}
              </Button>
              {denied ? (
                <ActionButton disabledReason={denied}>{t('poster.renew')}</ActionButton>
              ) : (
                <Popconfirm
                  title={t('poster.renew')}
                  description={<span className={styles.what}>{t('poster.renewWhat')}</span>}
                  okText={t('poster.renewYes')}
                  cancelText={t('poster.renewNo')}
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
        <p className={styles.loopback}>
          <LevelShape level="warn" />
          {t('poster.loopback')}
        </p>
      )}
      <Loaded query={codes}>
        {() =>
          code === null ? (
            <Panel title={t('poster.none')}>
              <ActionButton
                type="primary"
                loading={give.isPending}
                disabledReason={denied}
                onClick={() => give.mutate(null)}
              >
                {t('poster.give')}
              </ActionButton>
            </Panel>
          ) : (
            <OnlyPaper>
              <PosterPaper view={view} code={code} />
            </OnlyPaper>
          )
        }
      </Loaded>
    </Page>
  );
}

const tells = ['rule', 'next', 'apply', 'appeal'] as const;

function PosterPaper({ view: { gate }, code }: { view: GateView; code: string }) {
  const zh = ownMessages.use('zh-CN');
  const en = ownMessages.use('en');
  const { host, origin } = window.location;
  const link = `${origin}/p/gate/${code}`;
  const qr = passQr(link);
  const area = { area: gate.areaName };
  const address = { address: `${host}/p/gate` };
  return (
    <Poster
      name={gate.name}
      nameSize="15mm"
      kicker={{ 'zh-CN': zh('poster.kicker', area), en: en('poster.kicker', area) }}
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
