import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Alert, Radio, Select } from 'antd';
import { useState } from 'react';
import type { ColumnKind } from '../../column.ts';
import type { Header, Sheet } from '../../sheets/contract.ts';
import { sheetMessages } from './messages.ts';
import type { SheetRoutes } from './queries.ts';
import styles from './sheets.module.css';

const rowId = 'id';
/** A flag is no, an area one's own, where the sheet has no column for it. */
const filledIn = new Set<ColumnKind>(['flag', 'area']);

/** What each column of a sheet means: as was found, or as somebody says; remembered for the next sheet. */
export function MapHeaders(props: {
  routes: SheetRoutes;
  sheet: Sheet;
  onCheck: (begin: {
    fields: { column: number; field: string | null }[];
    sameNamed: Sheet['sameNamed'];
  }) => void;
}) {
  const { routes, sheet } = props;
  const t = sheetMessages.use();
  const say = useSay();
  const [fields, setFields] = useState(
    () => new Map(sheet.headers.map(({ column, field }) => [column, field])),
  );
  const [sameNamed, setSameNamed] = useState(sheet.sameNamed);
  const columns = routes.table.columns.filter(({ shown }) => !shown);
  const taken = new Set(fields.values());
  // A place is the one of the row's name.
  const named = columns.some(({ field }) => field === 'name');
  const missing = columns.filter(
    ({ field, optional, kind }) =>
      !optional && !filledIn.has(kind) && !(kind === 'place' && named) && !taken.has(field),
  );
  const options = (own: string | null) => [
    { value: '', label: t('map.nothing') },
    ...[
      { field: rowId, label: t('map.id') },
      ...columns.map(({ field, label }) => ({ field, label: say(label) })),
    ]
      .filter(({ field }) => field === own || !taken.has(field))
      .map(({ field, label }) => ({ value: field, label })),
  ];
  return (
    <>
      <h3 className={styles.heading}>{t('map.title')}</h3>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('map.header')}</th>
              <th scope="col">{t('map.samples')}</th>
              <th scope="col">{t('map.means')}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.headers.map((header) => (
              <tr key={header.column}>
                <th scope="row">{header.text}</th>
                <td className={styles.samples}>{header.samples.join(' · ')}</td>
                <td>
                  <Select
                    aria-label={header.text}
                    disabled={header.dropped}
                    className={styles.means ?? ''}
                    value={fields.get(header.column) ?? ''}
                    options={options(fields.get(header.column) ?? null)}
                    onChange={(field: string) =>
                      setFields(new Map(fields).set(header.column, field === '' ? null : field))
                    }
                  />
                  <small className={styles.note}>{about(header)}</small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('map.missing', { fields: missing.map(({ label }) => say(label)).join('、') })}
        />
      )}
      {routes.table.personal && <p className={styles.note}>{t('map.personal')}</p>}
      <fieldset className={styles.how}>
        <legend>{t('map.sameNamed')}</legend>
        <Radio.Group
          value={sameNamed}
          onChange={({ target }) => setSameNamed(target.value as Sheet['sameNamed'])}
          options={(['update', 'skip', 'add'] as const).map((value) => ({
            value,
            label: t(`map.how.${value}`),
          }))}
        />
      </fieldset>
      <div className={styles.foot}>
        <ActionButton
          type="primary"
          onClick={() =>
            props.onCheck({
              fields: [...fields].map(([column, field]) => ({ column, field })),
              sameNamed,
            })
          }
        >
          {t('map.check')}
        </ActionButton>
      </div>
    </>
  );

  function about(header: Header): string {
    const field = fields.get(header.column) ?? null;
    if (header.dropped) return t('map.dropped');
    const parts: string[] = [];
    if (field === null && header.aside) parts.push(t(`map.${header.aside.why}`));
    if (field !== null && field === header.field && header.found)
      parts.push(t(`map.found.${header.found}`));
    if (field !== null && header.unit) parts.push(t('map.unit', { unit: header.unit }));
    return parts.join(' · ');
  }
}
