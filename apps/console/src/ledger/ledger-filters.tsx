import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import type { listActions } from '@liangbuwu/office/ledger/contract.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Button, Input, Select } from 'antd';
import { useId } from 'react';
import { consoleMessages } from '../messages.ts';
import styles from './ledger.module.css';
import type { LedgerSearch } from './ledger-search.ts';

export function LedgerFilters(props: {
  search: LedgerSearch;
  setSearch: PageProps<LedgerSearch>['setSearch'];
  actions: OutputOf<typeof listActions>['actions'];
}) {
  const { search, setSearch } = props;
  const t = consoleMessages.use();
  const say = useSay();
  const id = useId();
  const filtered = search.action ?? search.from ?? search.to ?? search.subject;
  const day = (name: 'from' | 'to') => (
    <label className={styles.filter} htmlFor={`${id}-${name}`}>
      {t(`ledgerPage.${name}`)}
      <Input
        id={`${id}-${name}`}
        type="date"
        value={search[name] ?? ''}
        onChange={(event) =>
          setSearch({ [name]: event.target.value || undefined }, { replace: true })
        }
      />
    </label>
  );
  return (
    <div className={`${styles.filters} no-print`}>
      <label className={styles.filter} htmlFor={`${id}-action`}>
        {t('ledgerPage.action')}
        <Select
          id={`${id}-action`}
          className={styles.action}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          value={search.action ?? ''}
          onChange={(action) => setSearch({ action: action || undefined })}
          options={[
            { value: '', label: t('ledgerPage.anyAction') },
            ...props.actions.map(({ action, label }) => ({ value: action, label: say(label) })),
          ]}
        />
      </label>
      {day('from')}
      {day('to')}
      {filtered && (
        <Button
          type="link"
          onClick={() =>
            setSearch({ action: undefined, from: undefined, to: undefined, subject: undefined })
          }
        >
          {t('ledgerPage.clear')}
        </Button>
      )}
      <span className={styles.verify}>{t('ledgerPage.verify')}</span>
    </div>
  );
}
