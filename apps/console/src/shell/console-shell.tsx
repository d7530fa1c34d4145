import { call } from '@liangbuwu/office/http/console/call.ts';
import { leave } from '@liangbuwu/office/identity/contract.ts';
import { LiveMessage, livePath } from '@liangbuwu/office/live/contract.ts';
import type { Unsaved } from '@liangbuwu/ui/forms/unsaved.ts';
import { useAskToLeave } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { TimeZoneProvider } from '@liangbuwu/ui/language/use-format.tsx';
import { LiveIndicator } from '@liangbuwu/ui/live/live-indicator.tsx';
import { useEventStream } from '@liangbuwu/ui/live/use-event-stream.ts';
import { AppShell } from '@liangbuwu/ui/shell/app-shell.tsx';
import { ErrorBoundary } from '@liangbuwu/ui/state/error-boundary.tsx';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Outlet, useBlocker, useLocation, useNavigate } from '@tanstack/react-router';
import { deputyMessages } from '../accounts/deputies/messages.ts';
import { consoleMessages } from '../messages.ts';
import { ownAccountPath } from '../office-routes.ts';
import { keys, meQuery } from '../queries.ts';
import { currentHref, navGroups } from './navigation.tsx';
import { ProofDialog } from './proof-dialog.tsx';
import { useClock } from './use-clock.ts';
import { useSituation } from './use-situation.ts';

/** An app of its own, for phones. */
const phonePath = '/field/';

/** The frame around every page of who is signed in. */
export function ConsoleShell({ unsaved }: { unsaved: Unsaved }) {
  const t = consoleMessages.use();
  const deputies = deputyMessages.use();
  const say = useSay();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const location = useLocation();
  const { data: me } = useSuspenseQuery(meQuery);
  const search = location.search as Record<string, string | undefined>;
  const { responses, current } = useSituation(search.response);
  const clock = useClock(current, me.permissions);
  const ask = useAskToLeave();

  useBlocker({
    shouldBlockFn: async ({ current: from, next }) =>
      from.pathname !== next.pathname && unsaved.any() && !(await ask()),
    enableBeforeUnload: false,
  });

  const live = useEventStream(livePath, {
    message: (said) => {
      const heard = LiveMessage.safeParse(said);
      if (
        heard.success &&
        (heard.data.topic === 'resync' || heard.data.topic.startsWith('responses'))
      )
        void queries.invalidateQueries({ queryKey: keys.responses });
      // Roles were granted or taken back, or one has become somebody's deputy.
      if (heard.success && heard.data.topic === 'resync')
        void queries.invalidateQueries({ queryKey: ['identity'] });
    },
    reopened: () => void queries.invalidateQueries(),
  });

  const signOut = async () => {
    await call(leave);
    await navigate({ to: '/login', ignoreBlocker: true });
    queries.clear();
  };

  const groups = navGroups({
    permissions: me.permissions,
    say,
    officeLabel: t('office'),
  });
  const held = [...me.roles, ...me.acting.flatMap((lent) => lent.roles)];
  const areas = [...new Set(held.map(({ areaName }) => areaName))];
  const roles = [
    ...new Set(me.roles.map(({ name }) => say(name))),
    ...me.acting.map(({ name }) => deputies('acting', { name })),
  ];
  const choice = (response: (typeof responses)[number]) => ({
    id: response.id,
    label: say(response.name) + (response.ended === null ? '' : ` ${t('closed')}`),
    note: response.areas.map(({ name }) => name).join(' · '),
  });

  return (
    <TimeZoneProvider timeZone={current?.zone ?? 'Asia/Shanghai'}>
      <AppShell
        home="/"
        address={location.pathname}
        nav={groups}
        current={currentHref(groups, location.pathname)}
        response={
          current && {
            current: choice(current),
            choices: responses.map(choice),
            onChoose: (response) => void navigate({ to: '.', search: { response } as never }),
          }
        }
        clock={clock}
        scope={{ current: { id: 'own', label: areas.join(' · ') || me.tenantName } }}
        aside={<LiveIndicator {...live} />}
        user={{
          name: me.name,
          role: roles.join(' · '),
          menu: [
            { key: 'account', label: t('ownAccount') },
            { key: 'phone', label: t('onPhone') },
            ...(me.demo ? [{ key: 'role', label: t('changeRole') }] : []),
            { key: 'leave', label: t('signOut') },
          ],
          onMenu: (key) => {
            if (key === 'account') void navigate({ to: ownAccountPath });
            else if (key === 'phone') window.location.assign(phonePath);
            else if (key === 'role') void navigate({ to: '/login' });
            else void signOut();
          },
        }}
      >
        <ErrorBoundary resetOn={location.href}>
          <Outlet />
        </ErrorBoundary>
        <ProofDialog />
      </AppShell>
    </TimeZoneProvider>
  );
}
