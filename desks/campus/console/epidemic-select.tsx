import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Select } from 'antd';
import { reopeningMessages } from './messages/reopening.ts';
import type { CampusSearch } from './search.ts';

/** To see another epidemic, where there are several. */
export function EpidemicSelect(props: {
  of: Response;
  all: readonly Response[];
  setSearch(patch: Partial<CampusSearch>): void;
}) {
  const { of, all, setSearch } = props;
  const t = reopeningMessages.use();
  const say = useSay();
  if (all.length < 2) return null;
  return (
    <Select
      aria-label={t('response')}
      value={of.id}
      popupMatchSelectWidth={false}
      options={all.map(({ id, name }) => ({ value: id, label: say(name) }))}
      onChange={(response: string) => setSearch({ response })}
    />
  );
}
