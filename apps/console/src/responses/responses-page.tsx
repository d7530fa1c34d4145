import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { PlusIcon } from '@liangbuwu/ui/icons.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useNavigateTo } from '@liangbuwu/ui/shell/app-link.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { meQuery, responsesQuery } from '../queries.ts';
import type { Response } from '../shell/use-situation.ts';
import { ClosedPart } from './closed-part.tsx';
import { ClosingPart } from './closing-part.tsx';
import { Deeds } from './deeds.tsx';
import { responsesMessages } from './messages.ts';
import { openPath } from './paths.ts';
import { closingsQuery } from './queries.ts';
import styles from './responses.module.css';
import { type Standing, standingOf } from './standing.ts';
import { useZoned } from './use-zoned.ts';

/** Countdowns are read anew by this, and by whatever happens to a response. */
const anew = 30_000;

/** Every response: open, being closed, closed with its certificate. */
export default function ResponsesPage(_: PageProps<Record<string, never>>) {
  const t = responsesMessages.use();
  const { data: me } = useSuspenseQuery(meQuery);
  const navigate = useNavigateTo();
  const mayOpen = me.permissions.includes('responses.lead');
  const responses = useQuery({ ...responsesQuery, refetchInterval: anew });
  const closings = useQuery({ ...closingsQuery, refetchInterval: anew });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      action={
        <ActionButton
          icon={<PlusIcon />}
          disabledReason={mayOpen ? undefined : t('why.mayNotOpen')}
          onClick={() => navigate(openPath)}
        >
          {t('deeds.open')}
        </ActionButton>
      }
    >
      <Loaded
        query={responses}
        waiting={<TableSkeleton />}
        empty={{
          when: (data) => data.responses.length === 0,
          show: <EmptyState title={t('none')}>{t('noneNote')}</EmptyState>,
        }}
      >
        {(data) => (
          <Loaded query={closings} waiting={<TableSkeleton />}>
            {(said) =>
              data.responses.map((response) => (
                <ResponsePanel
                  key={response.id}
                  response={response}
                  of={standingOf(response, said, me.account)}
                />
              ))
            }
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

const levels = {
  open: 'ok',
  closing: 'warn',
  objected: 'bad',
  due: 'warn',
} as const;

function ResponsePanel({ response, of }: { response: Response; of: Standing }) {
  const t = responsesMessages.use();
  const say = useSay();
  const format = useZoned(response.zone);
  return (
    <Panel
      title={
        <span className={styles.name}>
          {say(response.name)}
          {of.state === 'closed' ? (
            <Tag className={styles.tag ?? ''}>{t('states.closed')}</Tag>
          ) : (
            <StatusTag level={levels[of.state]}>{t(`states.${of.state}`)}</StatusTag>
          )}
        </span>
      }
      note={t('since', {
        day: format.findMoment(response.starts)?.day ?? '',
        areas: response.areas.map(({ name }) => name).join(t('open.comma')),
      })}
      tools={<Deeds of={of} />}
    >
      {of.state === 'closed' ? (
        <ClosedPart of={of} />
      ) : of.closing ? (
        <ClosingPart of={of} closing={of.closing} />
      ) : (
        <p className={styles.muted}>{t('openNote')}</p>
      )}
    </Panel>
  );
}
