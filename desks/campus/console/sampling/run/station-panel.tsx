import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { putTube } from '../../../sampling/run/swabs.contract.ts';
import { samplingRunMessages } from '../../messages/sampling-run.ts';
import { usePermitted } from '../../permitted.ts';
import styles from './run.module.css';
import type { SeenRun } from './run-page.tsx';
import { runKey } from './run-queries.ts';
import { TapList } from './tap-list.tsx';
import type { Queue } from './use-queue.ts';
import type { Taps } from './use-taps.ts';

/** As many as are shown to be tapped; whoever is further down the list is found by name. */
const mostShown = 40;

/** One sampler's station: its tube, and whom to tap when they sit down. */
export function StationPanel(props: {
  seen: SeenRun;
  queue: Queue;
  taps: Taps;
  station: number | undefined;
  onStation: (station: number) => void;
}) {
  const { seen, queue, taps, station } = props;
  const { run, tubes } = seen;
  const t = samplingRunMessages.use();
  const format = useFormat();
  const [sought, setSought] = useState('');
  const tapped = new Set(
    taps.taps
      .filter(({ state }) => !['refused', 'undone'].includes(state))
      .map((tap) => tap.member),
  );
  const tube = tubes.find((one) => one.station === station && one.closedAt === null);
  const underway = taps.waiting.filter((tap) => tap.tube === tube?.id).length;
  const inTube = (tube?.people ?? 0) + underway;
  const isFull = inTube >= run.perTube;
  const text = sought.trim();
  const from = text === '' ? queue.missing : queue.left;
  const found = from.filter(({ name, area, number, group }) =>
    `${name} ${area} ${run.groups[group]?.name ?? ''} ${number}`.includes(text),
  );
  return (
    <>
      <Panel title={t('station.choose')}>
        <div className={styles.stations}>
          {Array.from({ length: run.samplers }, (_, i) => i + 1).map((number) => (
            <Button
              key={number}
              size="large"
              type={number === station ? 'primary' : 'default'}
              aria-pressed={number === station}
              className={styles.big ?? ''}
              onClick={() => props.onStation(number)}
            >
              {t('station.name', { number: format.number(number) })}
            </Button>
          ))}
        </div>
        {station === undefined && <p className={styles.quiet}>{t('station.none')}</p>}
      </Panel>
      {station !== undefined && station <= run.samplers && (
        <Panel title={t('station.name', { number: format.number(station) })}>
          <div className={styles.stack}>
            {tube ? (
              <div className={styles.tube} aria-live="polite">
                <span className={styles.code}>{tube.code}</span>
                <span className={styles.count}>
                  {t('station.filled', {
                    people: format.number(inTube),
                    most: format.number(run.perTube),
                  })}
                </span>
              </div>
            ) : (
              <OpenTube key={station} seen={seen} station={station} />
            )}
            {tube && !isFull && (
              <div className={styles.tight}>
                <Input
                  size="large"
                  allowClear
                  className={styles.big ?? ''}
                  aria-label={t('station.find')}
                  placeholder={t('station.find')}
                  autoComplete="off"
                  value={sought}
                  onFocus={({ target }) => target.select()}
                  onChange={({ target }) => setSought(target.value)}
                />
                {found.length === 0 && (
                  <p className={styles.quiet}>
                    {t(text === '' ? 'station.nobody' : 'station.nobodyFound')}
                  </p>
                )}
                <div className={styles.people}>
                  {found.slice(0, mostShown).map((one) => (
                    <button
                      key={one.id}
                      type="button"
                      className={styles.person}
                      // It stays where it is, so that a second tap meets nobody else.
                      disabled={tapped.has(one.id)}
                      onClick={() => taps.tap(one.id, tube.id)}
                    >
                      <strong>{one.name}</strong>
                      <span className={styles.quiet}>
                        {t('station.another', { group: one.area, number: one.number })}
                      </span>
                    </button>
                  ))}
                </div>
                {found.length > mostShown && (
                  <p className={styles.quiet}>
                    {t('station.more', { people: format.number(found.length - mostShown) })}
                  </p>
                )}
              </div>
            )}
            <TapList taps={taps} people={queue.people} tubes={tubes} />
          </div>
        </Panel>
      )}
    </>
  );
}

/** A tube is opened by its bar code: a reader types it and ends with Enter. */
function OpenTube({ seen, station }: { seen: SeenRun; station: number }) {
  const { session, run } = seen;
  const t = samplingRunMessages.use();
  const format = useFormat();
  const id = useId();
  const denied = usePermitted('campus.sampling-run');
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  // One id until it is opened: sent again it is the same tube.
  const [tube] = useState(newId);
  const open = useMutation({
    mutationFn: () =>
      call(putTube, {
        params: { session: session.id, tube },
        body: { station, code: code.trim().toUpperCase() },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: runKey(session.id) }),
  });
  const ended = run.endedAt
    ? t('end.ended', { time: format.findMoment(run.endedAt)?.time ?? '' })
    : undefined;
  return (
    <form
      className={styles.tight}
      onSubmit={(event) => {
        event.preventDefault();
        if (!denied && !ended && code.trim() !== '') open.mutate();
      }}
    >
      <label htmlFor={id}>{t('station.code')}</label>
      <Input
        id={id}
        size="large"
        className={styles.big ?? ''}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={40}
        value={code}
        onChange={({ target }) => {
          setCode(target.value);
          open.reset();
        }}
      />
      <ActionButton
        type="primary"
        htmlType="submit"
        block
        className={styles.big ?? ''}
        loading={open.isPending}
        disabledReason={denied ?? ended}
      >
        {t('station.open')}
      </ActionButton>
      {open.error && <ErrorState inline error={open.error} />}
    </form>
  );
}
