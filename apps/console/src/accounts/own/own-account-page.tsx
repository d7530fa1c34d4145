import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { meQuery } from '../../queries.ts';
import { DeputyshipList } from '../deputies/deputyship-list.tsx';
import { deputyMessages } from '../deputies/messages.ts';
import { NameDeputyDialog } from '../deputies/name-deputy-dialog.tsx';
import { ownDeputyshipsQuery, ownSightQuery } from '../deputies/queries.ts';
import { accountsMessages } from '../messages.ts';
import { sightMessages } from '../sight/messages.ts';
import { SightView } from '../sight/sight-view.tsx';

/** Who one is, what one may see and do, and who stands in for whom. */
export default function OwnAccountPage() {
  const t = accountsMessages.use();
  const deputies = deputyMessages.use();
  const sightWords = sightMessages.use();
  const say = useSay();
  const { data: me } = useSuspenseQuery(meQuery);
  const own = useQuery(ownDeputyshipsQuery);
  const sight = useQuery(ownSightQuery);
  const [naming, setNaming] = useState(false);
  const roles = me.roles.map(({ name, areaName }) =>
    t('grant', { role: say(name), area: areaName }),
  );
  return (
    <Page
      title={t('own.title')}
      lead={t('own.lead', {
        name: me.name,
        login: me.login,
        roles: roles.join(t('own.comma')) || t('noRoles'),
      })}
    >
      <Panel
        title={deputies('title')}
        note={deputies('note')}
        tools={
          <ActionButton
            disabledReason={me.roles.length === 0 ? deputies('noRoles') : undefined}
            onClick={() => setNaming(true)}
          >
            {deputies('open')}
          </ActionButton>
        }
      >
        <Loaded query={own} waiting={null}>
          {({ deputyships }) => <DeputyshipList deputyships={deputyships} me={me.account} />}
        </Loaded>
      </Panel>
      <Panel title={sightWords('title')}>
        <SightView query={sight} />
      </Panel>
      {naming && own.data && (
        <NameDeputyDialog now={own.data.now} onClose={() => setNaming(false)} />
      )}
    </Page>
  );
}
