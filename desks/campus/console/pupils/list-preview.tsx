import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import type { ListPreview as Preview } from '../../members/lists/lists.contract.ts';
import { pupilMessages } from '../messages/pupils.ts';
import styles from './pupils.module.css';

type Place = Preview['places'][number];
type Fault = Preview['faults'][number];

/** What a file would enter and where, and which cells keep a row from it. */
export function ListPreview({ name, preview }: { name: string; preview: Preview }) {
  const { places, faults, faulty, unread } = preview;
  const t = pupilMessages.use();
  const say = useSay();
  const format = useFormat();
  const sum = (of: 'fresh' | 'known') =>
    format.number(places.reduce((all, place) => all + place[of], 0));
  const numbers = (['fresh', 'known'] as const).map(
    (id): Column<Place> => ({
      id,
      header: t(`file.${id}`),
      numeric: true,
      cell: (place) => format.number(place[id]),
    }),
  );
  const placeColumns: Column<Place>[] = [
    { id: 'name', header: t('file.place'), cell: (place) => place.name },
    {
      id: 'kind',
      header: t('file.kind'),
      cell: ({ kind }) => t(kind === 'staff' ? 'list.staff' : 'who.pupil'),
    },
    ...numbers,
  ];
  const faultColumns: Column<Fault>[] = [
    { id: 'cell', header: t('file.cell'), width: 70, cell: ({ cell }) => cell },
    { id: 'what', header: t('file.what'), cell: ({ cause }) => say(cause) },
    { id: 'remedy', header: t('file.remedy'), cell: ({ remedy }) => say(remedy) },
  ];
  return (
    <section
      className={styles.preview}
      aria-label={t('file.preview')}
      aria-live="polite"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
      tabIndex={0}
    >
      <p>
        {t('file.summary', {
          name,
          fresh: sum('fresh'),
          known: sum('known'),
          faulty: format.number(faulty),
        })}
      </p>
      {unread.length > 0 && (
        <p className={styles.quiet}>
          {t('file.unread', { columns: unread.join(t('list.comma')) })}
        </p>
      )}
      {faults.length > 0 && (
        <>
          <p>
            {t('file.faults')}
            {faults.length >= 100 &&
              ` · ${t('file.more', { count: format.number(faults.length) })}`}
          </p>
          <DataTable
            caption={t('file.faults')}
            rows={faults}
            columns={faultColumns}
            rowKey={({ cell, cause }) => `${cell} ${cause.en}`}
            rowName={({ cell }) => cell}
          />
        </>
      )}
      {places.length > 0 && (
        <DataTable
          caption={t('file.place')}
          rows={places}
          columns={placeColumns}
          rowKey={({ area, kind }) => `${area} ${kind}`}
          rowName={(place) => place.name}
        />
      )}
    </section>
  );
}
