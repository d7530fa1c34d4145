import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { LevelShape } from '@liangbuwu/ui/figures/status-tag.tsx';
import { PrintIcon } from '@liangbuwu/ui/icons.ts';
import { createFormat } from '@liangbuwu/ui/language/format.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Select } from 'antd';
import { useEffect, useState } from 'react';
import { givePointCodes, type PointCode, renewPointCode } from '../../public/codes.contract.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { noticesMessages } from '../messages/notices.ts';
import { posterMessages } from '../messages/poster.ts';
import { usePermitted } from '../permitted.ts';
import { codesQuery } from '../queries.ts';
import { keys } from '../query-keys.ts';
import board from './notice-board.module.css';
import styles from './poster-board.module.css';
import { PosterPaper } from './poster-paper.tsx';

type Props = { view: DeskDayView; only: string | undefined; onChoose: (id: string) => void };

/** The points' posters: each leads to the page that anybody may open. */
export function PosterBoard(props: Props) {
  const codes = useQuery(codesQuery(props.view.area));
  return <Loaded query={codes}>{(data) => <Posters {...props} points={data.points} />}</Loaded>;
}

const isLoopback = (host: string) => /^(localhost|127\.|\[::1\])/.test(host);

type WithCode = PointCode & { code: string };

function Posters({ view, only, onChoose, points }: Props & { points: readonly PointCode[] }) {
  const t = posterMessages.use();
  const notices = noticesMessages.use();
  const { timeZone } = useFormat();
  const [printed, setPrinted] = useState({ all: false, times: 0 });
  useEffect(() => {
    if (printed.times > 0) window.print();
  }, [printed]);
  const ready = points.filter((one): one is WithCode => one.code !== null);
  const chosen = ready.find(({ point }) => point === only) ?? ready[0];
  const print = (all: boolean) => setPrinted(({ times }) => ({ all, times: times + 1 }));
  const day = {
    'zh-CN': createFormat('zh-CN', timeZone).date(view.of.today),
    en: createFormat('en', timeZone).date(view.of.today),
  };
  if (points.length === 0)
    return (
      <Panel>
        <EmptyState title={t('none')} />
      </Panel>
    );
  return (
    <div className={styles.board}>
      {ready.length < points.length && (
        <GiveCodes view={view} missing={points.length - ready.length} />
      )}
      {isLoopback(window.location.hostname) && (
        <p className={styles.loopback}>
          <LevelShape level="warn" />
          {t('loopback')}
        </p>
      )}
      {chosen && (
        <>
          <div className={styles.tools}>
            <Select
              className={styles.select ?? ''}
              aria-label={t('choose')}
              showSearch={{ optionFilterProp: 'label' }}
              value={chosen.point}
              options={ready.map(({ point, name, code }) => ({
                value: point,
                label: `${name} · ${t('note', { code })}`,
              }))}
              onChange={(point: string) => {
                setPrinted({ all: false, times: 0 });
                onChoose(point);
              }}
            />
            <Button type="primary" icon={<PrintIcon />} onClick={() => print(false)}>
              {notices('printOne')}
            </Button>
            <Button icon={<PrintIcon />} onClick={() => print(true)}>
              {notices('printAll', { count: ready.length })}
            </Button>
            <Button href={`/p/${chosen.code}`} target="_blank" rel="noreferrer">
              {t('open')}
            </Button>
            <Renew view={view} of={chosen} />
          </div>
          <div className={board.papers} data-print={printed.all ? 'all' : 'one'}>
            {ready.map(({ point, name, code }) => (
              <div
                key={point}
                className={board.paper}
                data-chosen={point === chosen.point || undefined}
              >
                {(point === chosen.point || printed.all) && (
                  <PosterPaper
                    name={name}
                    code={code}
                    desk={view.desk.name}
                    origin={window.location.origin}
                    day={day}
                  />
                )}
              </div>
            ))}
          </div>
        </>
      )}
    </div>
  );
}

function GiveCodes({ view, missing }: { view: DeskDayView; missing: number }) {
  const t = posterMessages.use();
  const queries = useQueryClient();
  const give = useMutation({
    mutationFn: () => call(givePointCodes, { body: { area: view.area } }),
    onSuccess: (codes) => queries.setQueryData(keys.codes(view.area), codes),
  });
  return (
    <Panel>
      <div className={styles.tools}>
        <span>{t('missing', { count: missing })}</span>
        <ActionButton
          type="primary"
          loading={give.isPending}
          disabledReason={usePermitted('water.write')}
          onClick={() => give.mutate()}
        >
          {t('give')}
        </ActionButton>
      </div>
      {give.error && <ErrorState inline error={give.error} />}
    </Panel>
  );
}

function Renew({ view, of }: { view: DeskDayView; of: WithCode }) {
  const t = posterMessages.use();
  const queries = useQueryClient();
  const denied = usePermitted('water.write');
  const renew = useMutation({
    mutationFn: () =>
      call(renewPointCode, { params: { point: of.point }, body: { replaces: of.code } }),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.codes(view.area) }),
  });
  if (denied) return <ActionButton disabledReason={denied}>{t('renew')}</ActionButton>;
  return (
    <>
      <Popconfirm
        title={t('renew')}
        description={<span className={styles.what}>{t('renewWhat')}</span>}
        okText={t('renewYes')}
        cancelText={t('renewNo')}
        onConfirm={() => renew.mutate()}
      >
        <Button loading={renew.isPending}>{t('renew')}</Button>
      </Popconfirm>
      {renew.error && <ErrorState inline error={renew.error} />}
    </>
  );
}
