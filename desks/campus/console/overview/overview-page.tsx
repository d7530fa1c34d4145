import { call } from '@liangbuwu/office/http/console/call.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useSaveFile } from '@liangbuwu/ui/files/use-save-file.ts';
import { DownloadIcon } from '@liangbuwu/ui/icons.ts';
import { useLanguage, useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { overviewSheet } from '../../overview/overview.contract.ts';
import { EpidemicSelect } from '../epidemic-select.tsx';
import { overviewMessages } from '../messages/overview.ts';
import { reopeningsQuery, returnRulesQuery } from '../queries.ts';
import type { CampusSearch } from '../search.ts';
import { WithEpidemic } from '../with-epidemic.tsx';
import styles from './overview.module.css';
import { OverviewParts } from './overview-parts.tsx';

type Props = PageProps<CampusSearch>;

/** Every school: how far its plan is, how many may return and what is in the way; also as another place’s rule would have it. */
export default function OverviewPage({ search, setSearch }: Props) {
  const t = overviewMessages.use();
  return (
    <WithEpidemic title={t('title')} search={search} setSearch={setSearch}>
      {(of, all) => (
        <Overview key={of.id} of={of} all={all} search={search} setSearch={setSearch} />
      )}
    </WithEpidemic>
  );
}

function Overview(
  props: { of: Response; all: readonly Response[] } & Pick<Props, 'search' | 'setSearch'>,
) {
  const { of, all, search, setSearch } = props;
  const t = overviewMessages.use();
  const say = useSay();
  const { language } = useLanguage();
  const format = useFormat();
  const plans = useQuery(reopeningsQuery(of.id));
  const rules = useQuery(returnRulesQuery).data?.rules ?? [];
  const rule = rules.find(({ version }) => version === search.rule);
  const schools = plans.data?.schools;
  const save = useSaveFile();
  const sheet = { response: of.id, rule: rule?.version ?? null, language };
  return (
    <Page
      title={t('title')}
      lead={
        schools &&
        t('lead', {
          response: say(of.name),
          schools: format.number(schools.length),
          approved: format.number(schools.filter(({ plan }) => plan?.state === 'approved').length),
        })
      }
      tools={
        <>
          <EpidemicSelect of={of} all={all} setSearch={setSearch} />
          <Select
            className={styles.rule ?? ''}
            aria-label={t('rule.label')}
            value={rule?.version ?? ''}
            popupMatchSelectWidth={false}
            options={[
              { value: '', label: t('rule.inForce') },
              ...rules.map(({ version, name, area, number }) => ({
                value: version,
                label: t('rule.option', { name: say(name), area, number: format.number(number) }),
              })),
            ]}
            onChange={(version: string) => setSearch({ rule: version || undefined })}
          />
        </>
      }
      action={
        <ActionButton
          type="primary"
          icon={<DownloadIcon />}
          loading={save.isPending}
          onClick={() => save.mutate(() => call(overviewSheet, { body: sheet }))}
        >
          {t('excel')}
        </ActionButton>
      }
    >
      <Loaded query={plans}>
        {(data) => <OverviewParts response={of.id} schools={data.schools} rule={rule} />}
      </Loaded>
    </Page>
  );
}
