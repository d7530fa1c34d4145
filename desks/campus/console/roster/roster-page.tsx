import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { rosterMessages } from '../messages/roster.ts';
import { OfSchool, type OfSchoolChoice } from '../of-school.tsx';
import type { CampusSearch } from '../search.ts';
import { AddShift } from './add-shift.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { rosterQuery } from './roster-queries.ts';
import { WeekPanel } from './week-panel.tsx';

/** Who of a school’s staff volunteered to stay, and a week of their shifts. */
export default function RosterPage({ search, setSearch }: PageProps<CampusSearch>) {
  const t = rosterMessages.use();
  return (
    <OfSchool title={t('title')} search={search} setSearch={setSearch}>
      {(chosen) => (
        <RosterOf
          {...chosen}
          from={search.day ?? chosen.of.today}
          onFrom={(day) => setSearch({ day })}
        />
      )}
    </OfSchool>
  );
}

function RosterOf(
  props: OfSchoolChoice & {
    from: string;
    onFrom(day: string): void;
  },
) {
  const { school, of, from } = props;
  const t = rosterMessages.use();
  const format = useFormat();
  const query = useQuery(rosterQuery(school.id, of.id, from));
  const at = { school: school.id, response: of.id };
  return (
    <Page
      title={`${school.name} · ${t('title')}`}
      lead={
        query.data &&
        t('lead', {
          people: format.number(query.data.people.length),
          shifts: format.number(query.data.shifts.length),
        })
      }
      tools={
        <>
          {props.choice}
          <Input
            type="date"
            required
            aria-label={t('from')}
            value={from}
            onChange={({ target }) => target.value && props.onFrom(target.value)}
          />
        </>
      }
    >
      <Loaded query={query}>
        {(roster) => (
          <>
            {roster.people.length > 0 && (
              <>
                <AddShift key={from} at={at} roster={roster} />
                <WeekPanel at={at} roster={roster} />
              </>
            )}
            <PeoplePanel at={at} roster={roster} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
