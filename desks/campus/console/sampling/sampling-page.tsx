import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { School } from '../../campus.ts';
import { samplingMessages } from '../messages/sampling.ts';
import { usePermitted } from '../permitted.ts';
import { sessionsQuery } from '../queries.ts';
import type { CampusSearch } from '../search.ts';
import { WithEpidemic } from '../with-epidemic.tsx';
import { WithSchool } from '../with-school.tsx';
import { RunLine } from './run-line.tsx';
import { SessionEditor } from './session-editor.tsx';
import { SessionTable } from './session-table.tsx';

type Props = PageProps<CampusSearch>;

/** A school's sessions of sampling; the chosen one with its plan and how it goes by chance. */
export default function SamplingPage({ search, setSearch }: Props) {
  const t = samplingMessages.use();
  return (
    <WithEpidemic title={t('title')} search={search} setSearch={setSearch}>
      {(of) => (
        <WithSchool
          title={t('title')}
          chosen={search.school}
          onChoose={(school) => setSearch({ school, open: undefined })}
        >
          {(school, choice) => (
            <SessionsOf
              key={`${school.id} ${of.id}`}
              school={school}
              of={of}
              choice={choice}
              open={search.open}
              setSearch={setSearch}
            />
          )}
        </WithSchool>
      )}
    </WithEpidemic>
  );
}

function SessionsOf(props: {
  school: School;
  of: Response;
  choice: ReactNode;
  open: string | undefined;
  setSearch: Props['setSearch'];
}) {
  const { school, of, open } = props;
  const t = samplingMessages.use();
  const denied = usePermitted('campus.sampling');
  const [adding, setAdding] = useState(0);
  const [saves, setSaves] = useState(0);
  const sessions = useQuery(sessionsQuery(school.id, of.id));
  const choose = (id: string | undefined) => {
    setAdding(0);
    props.setSearch({ open: id });
  };
  return (
    <Page
      title={t('title')}
      lead={t('lead', { school: school.name })}
      tools={props.choice}
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
              {chosen && <RunLine session={chosen} />}
              {(chosen || adding > 0) && (
                <SessionEditor
                  // Kept while somebody else saves: what was typed is not lost, and is held against what was seen.
                  key={chosen ? `${chosen.id} ${saves}` : `new ${adding}`}
                  school={school}
                  of={of}
                  session={chosen}
                  denied={denied}
                  onSaved={(id) => {
                    choose(id);
                    setSaves(saves + 1);
                  }}
                />
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
