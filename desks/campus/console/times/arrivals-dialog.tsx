import { call } from '@liangbuwu/office/http/console/call.ts';
import { responsesQuery } from '@liangbuwu/office/responses/console/responses-query.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { TimeZoneProvider, useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { previewArrivals, setArrivals } from '../../times/arrivals.contract.ts';
import type { ArrivalLine } from '../../times/arrivals.ts';
import { timesMessages } from '../messages/times.ts';
import styles from './times.module.css';
import { timesKey } from './times-queries.ts';

/** Sets the arrival of each class on a day from the times in force, once it was seen what changes. */
export function ArrivalsDialog({ timetable, onClose }: { timetable: string; onClose(): void }) {
  const t = timesMessages.use();
  const say = useSay();
  const responses = useQuery(responsesQuery);
  const [chosen, setChosen] = useState<string>();
  return (
    <Modal open width={760} title={t('arrivals.title')} footer={null} onCancel={onClose}>
      <Loaded query={responses}>
        {(data) => {
          const open = data.responses.filter(
            ({ kind, ended }) => kind === 'epidemic' && ended === null,
          );
          const of = open.find(({ id }) => id === chosen) ?? open[0];
          if (!of) return <p>{t('arrivals.noResponse')}</p>;
          const choose = open.length > 1 && (
            <label>
              <span>{t('arrivals.response')}</span>
              <Select
                value={of.id}
                options={open.map(({ id, name }) => ({ value: id, label: say(name) }))}
                onChange={setChosen}
              />
            </label>
          );
          return (
            <TimeZoneProvider timeZone={of.zone}>
              <OnDay key={of.id} of={of} timetable={timetable} choose={choose} onClose={onClose} />
            </TimeZoneProvider>
          );
        }}
      </Loaded>
    </Modal>
  );
}

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

function OnDay(props: {
  of: Response;
  timetable: string;
  choose: React.ReactNode;
  onClose(): void;
}) {
  const { of, timetable, onClose } = props;
  const t = timesMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [day, setDay] = useState(() => dayAfter(of.today));
  const params = { timetable };
  const query = useQuery({
    queryKey: [...timesKey, 'arrivals', timetable, of.id, day],
    queryFn: ({ signal }) =>
      call(previewArrivals, { params, query: { response: of.id, day } }, { signal }),
    enabled: day !== '',
    staleTime: 0,
  });
  const lines = query.data?.lines ?? [];
  const changing = lines.filter(({ changes }) => changes);
  const set = useMutation({
    mutationFn: () =>
      call(setArrivals, {
        params,
        body: {
          response: of.id,
          day,
          seen: changing.map(({ area, was }) => ({ area, was })),
        },
      }),
    onSuccess: async ({ set: count, issued, withdrawn }) => {
      const n = format.number;
      void message.success(
        t('arrivals.done', { set: n(count), issued: n(issued), withdrawn: n(withdrawn) }),
      );
      await queries.invalidateQueries({ queryKey: ['campus'] });
      onClose();
    },
    onError: () => query.refetch(),
  });
  const columns: Column<ArrivalLine>[] = [
    { id: 'name', header: t('arrivals.class'), cell: ({ name }) => name },
    {
      id: 'was',
      header: t('arrivals.was'),
      cell: ({ was }) => (was === null ? t('arrivals.unset') : format.instant(was)),
    },
    {
      id: 'becomes',
      header: t('arrivals.becomes'),
      cell: ({ becomes, changes }) => (changes ? format.instant(becomes) : t('arrivals.same')),
    },
  ];
  return (
    <div className={styles.arrivals}>
      <div className={styles.form}>
        {props.choose}
        <label>
          <span>{t('arrivals.day')}</span>
          <Input
            type="date"
            min={of.today}
            value={day}
            onChange={({ target }) => {
              setDay(target.value);
              set.reset();
            }}
          />
        </label>
      </div>
      <p>{t('arrivals.note')}</p>
      {day !== '' && (
        <Loaded query={query}>
          {({ without }) => (
            <>
              <p>
                {t('arrivals.count', {
                  change: format.number(changing.length),
                  same: format.number(lines.length - changing.length),
                })}
              </p>
              <section
                className={styles.arrivalList}
                aria-label={t('arrivals.caption')}
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
                tabIndex={0}
              >
                <DataTable
                  caption={t('arrivals.caption')}
                  rows={lines}
                  columns={columns}
                  rowKey={({ area }) => area}
                  rowName={({ name }) => name}
                />
              </section>
              {without.length > 0 && (
                <p>{t('arrivals.without', { classes: without.join(t('arrivals.comma')) })}</p>
              )}
            </>
          )}
        </Loaded>
      )}
      {set.error && <ErrorState inline error={set.error} />}
      <div className={styles.buttons}>
        <ActionButton
          type="primary"
          loading={set.isPending}
          disabledReason={changing.length === 0 ? t('arrivals.nothing') : undefined}
          onClick={() => set.mutate()}
        >
          {t('arrivals.set', { count: format.number(changing.length) })}
        </ActionButton>
        <ActionButton onClick={onClose}>{t('arrivals.cancel')}</ActionButton>
      </div>
    </div>
  );
}
