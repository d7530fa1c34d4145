import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input } from 'antd';
import { useId, useState } from 'react';
import { listMenus, putMenu, putParentsTelephone } from '../../menu/menu.contract.ts';
import { Meal, type Menu, mealWords, Telephone } from '../../menu/menu.ts';
import { menuMessages } from '../messages/menu.ts';
import { OfSchool, type OfSchoolChoice } from '../of-school.tsx';
import type { CampusSearch } from '../search.ts';
import { useNews } from '../use-news.ts';
import styles from './menu.module.css';

const menuKey = ['campus', 'menu'] as const;

const menusQuery = (school: string, days: { from: string; to: string }) =>
  queryOptions({
    queryKey: [...menuKey, school, days.from, days.to],
    queryFn: ({ signal }) => call(listMenus, { params: { school }, query: days }, { signal }),
  });

/** What families read of a school: its meals of these days, and the telephone to ring. */
export default function MenuPage({ search, setSearch }: PageProps<CampusSearch>) {
  const t = menuMessages.use();
  useNews(menuKey, ({ topic }) => /^(campus\.menu|resync)/.test(topic));
  return (
    <OfSchool title={t('title')} search={search} setSearch={setSearch}>
      {(chosen) => <MenusOf {...chosen} />}
    </OfSchool>
  );
}

function MenusOf(props: OfSchoolChoice) {
  const { school, of } = props;
  const t = menuMessages.use();
  const today = Temporal.PlainDate.from(of.today);
  const day = (days: number) => today.add({ days }).toString();
  const query = useQuery(menusQuery(school.id, { from: day(-1), to: day(2) }));
  return (
    <Page title={`${school.name} · ${t('title')}`} lead={t('lead')} tools={props.choice}>
      <Loaded query={query}>
        {({ menus, telephone }) => (
          <>
            <TelephonePanel
              key={telephone?.version ?? 0}
              school={school.id}
              telephone={telephone}
            />
            {[0, 1, 2, -1].map((days) => {
              const menu = menus.find((one) => one.day === day(days));
              return (
                <MenuPanel
                  key={`${day(days)} ${menu?.version ?? 0}`}
                  school={school.id}
                  day={day(days)}
                  menu={menu}
                  today={days === 0}
                />
              );
            })}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function MenuPanel(props: { school: string; day: string; menu: Menu | undefined; today: boolean }) {
  const { school, day, menu } = props;
  const t = menuMessages.use();
  const say = useSay();
  const format = useFormat();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const id = useId();
  const before = menu?.meals ?? { breakfast: '', lunch: '', supper: '' };
  const [meals, setMeals] = useState(before);
  const put = useMutation({
    mutationFn: () =>
      call(putMenu, { params: { school, day }, body: { meals, seen: menu?.version ?? null } }),
    onSuccess: async () => {
      void message.success(t('saved'));
      await queries.invalidateQueries({ queryKey: menuKey });
    },
  });
  const same = Meal.options.every((meal) => meals[meal].trim() === before[meal]);
  return (
    <Panel
      title={props.today ? t('today', { day: format.date(day) }) : format.date(day)}
      tools={
        <ActionButton
          loading={put.isPending}
          disabledReason={same ? t('same') : undefined}
          onClick={() => !put.isPending && put.mutate()}
        >
          {t('save')}
        </ActionButton>
      }
    >
      <Form layout="vertical" component="div" requiredMark={false} className={styles.meals ?? ''}>
        {Meal.options.map((meal) => (
          <Form.Item key={meal} label={say(mealWords[meal])} htmlFor={`${id}-${meal}`}>
            <Input
              id={`${id}-${meal}`}
              maxLength={200}
              autoComplete="off"
              value={meals[meal]}
              onChange={({ target }) => setMeals({ ...meals, [meal]: target.value })}
            />
          </Form.Item>
        ))}
      </Form>
      {put.error && <ErrorState inline error={put.error} />}
    </Panel>
  );
}

function TelephonePanel(props: {
  school: string;
  telephone: { telephone: string; version: number } | null;
}) {
  const t = menuMessages.use();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const id = useId();
  const [telephone, setTelephone] = useState(props.telephone?.telephone ?? '');
  const put = useMutation({
    mutationFn: () =>
      call(putParentsTelephone, {
        params: { school: props.school },
        body: { telephone, seen: props.telephone?.version ?? null },
      }),
    onSuccess: async () => {
      void message.success(t('saved'));
      await queries.invalidateQueries({ queryKey: menuKey });
    },
  });
  const isOne = Telephone.safeParse(telephone).success;
  const same = telephone.trim() === (props.telephone?.telephone ?? '');
  return (
    <Panel
      title={t('telephone')}
      note={t('telephoneNote')}
      tools={
        <ActionButton
          loading={put.isPending}
          disabledReason={same ? t('same') : isOne ? undefined : t('notOne')}
          onClick={() => !put.isPending && put.mutate()}
        >
          {t('save')}
        </ActionButton>
      }
    >
      <Input
        id={id}
        className={styles.telephone ?? ''}
        aria-label={t('telephone')}
        inputMode="tel"
        maxLength={30}
        autoComplete="off"
        value={telephone}
        onChange={({ target }) => setTelephone(target.value)}
      />
      {put.error && <ErrorState inline error={put.error} />}
    </Panel>
  );
}
