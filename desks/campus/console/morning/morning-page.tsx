import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Select } from 'antd';
import { settleAllPasses } from '../../morning/morning.contract.ts';
import { type Morning, needsSomebody } from '../../morning/morning.ts';
import { morningMessages } from '../messages/morning.ts';
import type { CampusSearch } from '../search.ts';
import { type ClassChoice, WithClass } from '../with-class.tsx';
import { CareList } from './care-list.tsx';
import { ClassTable } from './class-table.tsx';
import { morningKey, morningQuery, useLiveMorning } from './morning-queries.ts';
import { MorningTable } from './morning-table.tsx';
import { MorningTiles } from './morning-tiles.tsx';

/** The morning on which a school, or a class, returns. */
export default function MorningPage({ search, setSearch }: PageProps<CampusSearch>) {
  const t = morningMessages.use();
  useLiveMorning();
  return (
    <WithClass title={t('title')} search={search} setSearch={setSearch}>
      {(of) => (
        <MorningOf
          key={of.class?.id ?? of.school.id}
          of={of}
          day={search.day ?? null}
          onDay={(day) => setSearch({ day })}
        />
      )}
    </WithClass>
  );
}

function MorningOf({
  of,
  day,
  onDay,
}: {
  of: ClassChoice;
  day: string | null;
  onDay(day: string): void;
}) {
  const { school, class: chosen, response } = of;
  const t = morningMessages.use();
  const format = useFormat();
  const area = chosen?.id ?? school.id;
  const query = useQuery(morningQuery({ response: response.id, area, day }));
  const title = `${school.name}${chosen ? ` ${chosen.name}` : ''} · ${t('title')}`;
  const shown = query.data?.day ?? response.today;
  const days = [...new Set([...(query.data?.days ?? []), response.today, shown])].sort();
  return (
    <Page
      title={title}
      lead={t('lead', { day: format.date(shown) })}
      tools={
        <>
          {of.choose}
          <Select
            aria-label={t('day')}
            value={shown}
            popupMatchSelectWidth={false}
            options={days.map((one) => ({ value: one, label: format.date(one) }))}
            onChange={onDay}
          />
        </>
      }
      action={<SettleButton area={area} response={response.id} astray={query.data?.astray} />}
    >
      <Loaded query={query}>
        {(morning) => (
          <>
            <MorningTiles morning={morning} />
            <Care morning={morning} response={response.id} today={response.today === shown} />
            {chosen ? (
              <Panel flush title={t('everybody')}>
                <MorningTable
                  lines={morning.lines}
                  response={response.id}
                  today={response.today === shown}
                />
              </Panel>
            ) : (
              <Panel flush title={t('classes')}>
                <ClassTable classes={morning.classes} onOpen={of.onOpen} />
              </Panel>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Care(props: { morning: Morning; response: string; today: boolean }) {
  const t = morningMessages.use();
  const lines = props.morning.lines.filter(({ now }) => needsSomebody.includes(now));
  return (
    <Panel title={t('care.title')} note={t('care.note')}>
      {lines.length === 0 ? (
        <EmptyState small title={t('care.none')}>
          {t('care.noneNote')}
        </EmptyState>
      ) : (
        <CareList lines={lines} response={props.response} today={props.today} />
      )}
    </Panel>
  );
}

function SettleButton(props: { area: string; response: string; astray: number | undefined }) {
  const { area, response, astray = 0 } = props;
  const t = morningMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const settle = useMutation({
    mutationFn: () => call(settleAllPasses, { params: { area }, body: { response } }),
    onSuccess: async ({ issued, withdrawn }) => {
      void message.success(
        t('settle.done', { issued: format.number(issued), withdrawn: format.number(withdrawn) }),
      );
      await queries.invalidateQueries({ queryKey: morningKey });
    },
  });
  return (
    <>
      {settle.error && <ErrorState inline error={settle.error} />}
      <ActionButton
        type={astray > 0 ? 'primary' : 'default'}
        loading={settle.isPending}
        disabledReason={astray === 0 ? t('settle.none') : undefined}
        onClick={() => settle.mutate()}
      >
        {astray === 0 ? t('settle.do') : t('settle.doSome', { n: format.number(astray) })}
      </ActionButton>
    </>
  );
}
