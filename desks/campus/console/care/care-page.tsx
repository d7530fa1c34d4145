import { StatTile } from '@liangbuwu/ui/figures/stat-tile.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel, Tiles } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { fewestTold } from '../../care/settings.ts';
import { careMessages } from '../messages/care.ts';
import { OfSchool, type OfSchoolChoice } from '../of-school.tsx';
import type { CampusSearch } from '../search.ts';
import { counsellingQuery } from './care-queries.ts';
import { CounsellingForm } from './counselling-form.tsx';
import { ProgrammePanel } from './programme-panel.tsx';
import { RequestList } from './request-list.tsx';

type Props = PageProps<CampusSearch>;

/** A school’s requests to talk, for its counsellor alone; for others how many. And what is read out each day. */
export default function CarePage({ search, setSearch }: Props) {
  const t = careMessages.use();
  return (
    <OfSchool title={t('title')} search={search} setSearch={setSearch}>
      {(chosen) => (
        <CareOf
          {...chosen}
          day={search.day ?? chosen.of.today}
          onDay={(day) => setSearch({ day })}
        />
      )}
    </OfSchool>
  );
}

function CareOf(
  props: OfSchoolChoice & {
    day: string;
    onDay(day: string): void;
  },
) {
  const { school, of, day } = props;
  const t = careMessages.use();
  const format = useFormat();
  const counselling = useQuery(counsellingQuery(school.id, of.id));
  const when = { day: format.date(of.today), time: format.findMoment(of.now)?.time ?? '' };
  const told = (count: number | null) =>
    count === null ? t('counts.few', { n: format.number(fewestTold) }) : format.number(count);
  return (
    <Page
      title={`${school.name} · ${t('title')}`}
      lead={t('lead', when)}
      {...(props.choice ? { tools: props.choice } : {})}
    >
      <Loaded query={counselling}>
        {(kept) =>
          kept.counsellor ? (
            <>
              <RequestList school={school.id} response={of.id} />
              <CounsellingForm key={kept.version} kept={kept} school={school.id} response={of.id} />
            </>
          ) : (
            <Panel title={t('counts.title')} note={t('counts.note')}>
              <Tiles>
                <StatTile label={t('counts.asked')} value={told(kept.counts.asked)} />
                <StatTile label={t('counts.waiting')} value={told(kept.counts.waiting)} />
                <StatTile
                  label={t('counts.late')}
                  value={told(kept.counts.late)}
                  level={kept.counts.late === 0 ? 'ok' : 'warn'}
                />
              </Tiles>
            </Panel>
          )
        }
      </Loaded>
      <ProgrammePanel school={school.id} of={of} day={day} onDay={props.onDay} />
    </Page>
  );
}
