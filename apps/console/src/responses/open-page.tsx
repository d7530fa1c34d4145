import { call } from '@liangbuwu/office/http/console/call.ts';
import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import { openResponse } from '@liangbuwu/office/responses/contract.ts';
import { setsQuery } from '@liangbuwu/office/rulebook/console/queries.ts';
import type { listRuleSets } from '@liangbuwu/office/rulebook/contract.ts';
import { EmergencyKind, kindWords } from '@liangbuwu/office/rulebook/rulebook.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { createFormat } from '@liangbuwu/ui/language/format.ts';
import { useLanguage, useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useNavigateTo } from '@liangbuwu/ui/shell/app-link.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Columns, Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { findRefusal } from '@liangbuwu/ui/state/refusal.ts';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Select, TreeSelect } from 'antd';
import { useMemo, useState } from 'react';
import { type AreaTree, buildAreaTree } from '../areas/area-tree.ts';
import { areasQuery } from '../areas/queries.ts';
import { FirstInput } from '../first-input.tsx';
import { meQuery, responsesQuery } from '../queries.ts';
import { chooseResponse, type Response } from '../shell/use-situation.ts';
import { instantIn } from './follows.ts';
import { Follows } from './follows.tsx';
import { responsesMessages } from './messages.ts';
import { responsesPath } from './paths.ts';
import styles from './responses.module.css';

const zones = ['Asia/Shanghai', 'Asia/Urumqi', 'UTC'] as const;

type Fields = {
  nameZh: string;
  nameEn?: string;
  kind: Response['kind'];
  areas: string[];
  starts: string;
  zone: (typeof zones)[number];
  clock?: string;
};

/** Activates a response, and says before what follows from it. */
export default function OpenPage(_: PageProps<Record<string, never>>) {
  const t = responsesMessages.use();
  const { data: me } = useSuspenseQuery(meQuery);
  const areas = useQuery(areasQuery);
  const responses = useQuery(responsesQuery);
  const mayRead = me.permissions.includes('rulebook.read');
  const sets = useQuery({ ...setsQuery, enabled: mayRead });
  return (
    <Page
      title={t('open.title')}
      lead={t('open.lead')}
      crumbs={[{ label: t('title'), href: responsesPath }]}
    >
      <Loaded query={areas}>
        {(tree) => (
          <Loaded query={responses}>
            {({ responses: all }) => {
              const shown = { tree: buildAreaTree(tree.areas), responses: all };
              if (!mayRead) return <Shown {...shown} />;
              return <Loaded query={sets}>{(book) => <Shown {...shown} book={book} />}</Loaded>;
            }}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function Shown(props: {
  tree: AreaTree;
  responses: readonly Response[];
  /** Absent for who may not read the rulebook. */
  book?: OutputOf<typeof listRuleSets>;
}) {
  const { tree, responses, book } = props;
  const t = responsesMessages.use();
  const say = useSay();
  const { language } = useLanguage();
  const { message } = App.useApp();
  const { timeZone } = useFormat();
  const { data: me } = useSuspenseQuery(meQuery);
  const queries = useQueryClient();
  const navigate = useNavigateTo();
  const [id] = useState(() => newId());
  const [dirty, setDirty] = useState(false);
  const [form] = Form.useForm<Fields>();
  const given = Form.useWatch([], form) as Partial<Fields> | undefined;
  // A demonstration lives on a day of its own.
  const [now] = useState(
    () => (me.demo && chooseResponse(responses, undefined)?.now) || (book?.now ?? ''),
  );
  const [begun] = useState((): Partial<Fields> => {
    const zone = zones.find((one) => one === timeZone) ?? 'Asia/Shanghai';
    const moment = createFormat('en', zone).findMoment(now);
    if (!moment) return { zone };
    const local = `${moment.day}T${moment.time}`;
    return { zone, starts: local, ...(me.demo && { clock: local }) };
  });
  const open = useMutation({
    mutationFn: ({ nameZh, nameEn, kind, areas, starts, zone, clock }: Fields) => {
      const there = createFormat('en', zone);
      return call(openResponse, {
        params: { response: id },
        body: {
          kind,
          name: { 'zh-CN': nameZh, en: nameEn?.trim() || nameZh },
          zone,
          starts: instantIn(there, starts),
          areas,
          ...(clock && { clock: instantIn(there, clock) }),
        },
      });
    },
    onSuccess: async ({ name }) => {
      setDirty(false);
      await queries.invalidateQueries();
      void message.success(t('open.done', { name: say(name) }));
      navigate(`${responsesPath}?response=${id}`);
    },
  });
  useUnsavedGuard(dirty);
  const fault = (part: string) => {
    const found = findRefusal(open.error)?.at?.filter(({ path }) =>
      `${path}/`.startsWith(`/body/${part}/`),
    );
    if (!found?.[0]) return undefined;
    const which = found.map(({ path }) =>
      tree.find(given?.areas?.[Number(path.split('/')[3])] ?? ''),
    );
    const names = which.flatMap((area) => (area ? [area.name] : []));
    const of = names.length > 0 ? `${names.join(t('open.comma'))}${t('open.colon')}` : '';
    return {
      validateStatus: 'error' as const,
      help: of + say(found[0].cause) + say(found[0].remedy),
    };
  };
  const parts = ['name/zh-CN', 'name/en', 'kind', 'areas', 'starts', 'zone', 'clock'];
  const atField = parts.some((part) => fault(part));
  const options = useMemo(() => {
    const below = (areas: AreaTree['roots']): object[] =>
      areas.map(({ id: value, name, inScope }) => ({
        value,
        title: name,
        disabled: !inScope,
        children: below(tree.childrenOf(value)),
      }));
    return below(tree.roots);
  }, [tree]);
  const required = (text: string) => [{ required: true, message: text }];
  return (
    <Columns wide="first">
      <Panel title={t('open.what')}>
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          disabled={open.isPending}
          initialValues={begun}
          onValuesChange={() => {
            setDirty(true);
            open.reset();
          }}
          onFinish={(fields) => open.mutate(fields)}
        >
          <div className={styles.pair}>
            <Form.Item
              label={t('open.nameZh')}
              name="nameZh"
              rules={[{ required: true, whitespace: true, message: t('open.nameMissing') }]}
              {...fault('name/zh-CN')}
            >
              <FirstInput maxLength={100} placeholder={t('open.namePlaceholder')} />
            </Form.Item>
            <Form.Item
              label={t('open.nameEn')}
              name="nameEn"
              extra={t('open.nameEnHint')}
              {...fault('name/en')}
            >
              <Input maxLength={100} />
            </Form.Item>
          </div>
          <Form.Item
            label={t('open.kind')}
            name="kind"
            rules={required(t('open.kindMissing'))}
            {...fault('kind')}
          >
            <Select
              options={EmergencyKind.options.map((value) => ({
                value,
                label: say(kindWords[value]),
              }))}
            />
          </Form.Item>
          <Form.Item
            label={t('open.areas')}
            name="areas"
            extra={t('open.areasHint')}
            rules={required(t('open.areasMissing'))}
            {...fault('areas')}
          >
            <TreeSelect
              treeData={options}
              treeCheckable
              showCheckedStrategy={TreeSelect.SHOW_PARENT}
              treeDefaultExpandedKeys={tree.roots.map((root) => root.id)}
              showSearch={{ treeNodeFilterProp: 'title' }}
              placeholder={t('open.areasPlaceholder')}
            />
          </Form.Item>
          <div className={styles.pair}>
            <Form.Item
              label={t('open.starts')}
              name="starts"
              extra={t('open.startsHint')}
              rules={required(t('open.startsMissing'))}
              {...fault('starts')}
            >
              <Input type="datetime-local" />
            </Form.Item>
            <Form.Item
              label={t('open.zone')}
              name="zone"
              extra={t('open.zoneHint')}
              {...fault('zone')}
            >
              <Select
                options={zones.map((value) => ({ value, label: t(`open.zones.${value}`) }))}
              />
            </Form.Item>
          </div>
          {me.demo && (
            <Form.Item
              label={t('open.clock')}
              name="clock"
              extra={t('open.clockHint')}
              {...fault('clock')}
            >
              <Input type="datetime-local" />
            </Form.Item>
          )}
          {open.error && !atField && <ErrorState inline error={open.error} />}
          <div className={styles.foot}>
            <Button onClick={() => navigate(responsesPath)}>{t('deeds.cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={open.isPending}>
              {t('open.submit')}
            </Button>
          </div>
        </Form>
      </Panel>
      <Follows
        tree={tree}
        responses={responses}
        sets={book?.sets}
        kind={given?.kind}
        areas={given?.areas ?? []}
        starts={
          given?.starts
            ? instantIn(createFormat(language, given.zone ?? 'Asia/Shanghai'), given.starts)
            : ''
        }
        now={given?.clock ? instantIn(createFormat(language, given.zone), given.clock) : now}
      />
    </Columns>
  );
}
