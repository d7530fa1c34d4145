import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { samplingMessages } from '../messages/sampling.ts';
import { usePermitted } from '../permitted.ts';
import { sessionsQuery } from '../queries.ts';
import type { CampusSearch } from '../search.ts';
import { type SchoolView, WithSchool } from '../with-school.tsx';
import { SessionEditor } from './session-editor.tsx';
import { SessionTable } from './session-table.tsx';

type Props = PageProps<CampusSearch>;

/** A school's sessions of sampling; the chosen one with its plan and how it goes by chance. */
export default function SamplingPage({ search, setSearch }: Props) {
  const t = samplingMessages.use();
  return (
    <WithSchool title={t('title')} search={search} setSearch={setSearch}>
      {(view) => (
        <SessionsOf
          key={`${view.school.id} ${view.of.id}`}
          {...view}
          open={search.open}
          setSearch={setSearch}
        />
      )}
    </WithSchool>
  );
}

function SessionsOf(
  props: SchoolView & { open: string | undefined; setSearch: Props['setSearch'] },
) {
  const { school, of, open } = props;
  const t = samplingMessages.use();
  const denied = usePermitted('campus.sampling');
  const [adding, setAdding] = useState(0);
  const sessions = useQuery(sessionsQuery(school.id, of.id));
  const choose = (id: string | undefined) => {
    setAdding(0);
    props.setSearch({ open: id });
  };
  return (
    <Page
      title={t('title')}
      lead={t('lead', { school: school.name })}
      tools={props.tools}
      action={
        <ActionButton
          type="primary"
          disabledReason={denied}
          onClick={() => {
            props.setSearch({ open: undefined });
            setAdding(adding + 1);
          }}
        >
          {t('add')}
        </ActionButton>
      }
    >
      <Loaded query={sessions}>
        {({ sessions: rows }) => {
          const chosen = adding > 0 ? undefined : (rows.find(({ id }) => id === open) ?? rows[0]);
          return (
            <>
              <SessionTable sessions={rows} chosen={chosen?.id} onOpen={choose} />
              {(chosen || adding > 0) && (
                <SessionEditor
                  key={chosen ? `${chosen.id} ${chosen.version}` : `new ${adding}`}
                  school={school}
                  of={of}
                  session={chosen}
                  denied={denied}
                  onSaved={choose}
                />
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
