import { call } from '@liangbuwu/office/http/console/call.ts';
import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { putLessonTimes, type readLessonTimes } from '../../lessons/lessons.contract.ts';
import type { Period } from '../../lessons/week.ts';
import { lessonsMessages } from '../messages/lessons.ts';
import { NameCell, TimeCell } from '../times/school/cells.tsx';
import { EditTable } from '../times/school/edit-table.tsx';
import { type LinkDraft, linkDrafts, linksOf } from './draft.ts';
import type { PartProps } from './lessons-page.tsx';
import { planKey, timesQuery } from './lessons-queries.ts';
import { badLinks, LinksTable } from './links-table.tsx';

/** When the eight usual lessons of a day begin, minutes since 00:00; each takes forty. */
const usual = [480, 530, 590, 640, 840, 890, 940, 990];

/** A school’s periods, and how those at home join each subject. */
export function TimesView(props: PartProps) {
  const { of, title, tools } = props;
  const query = useQuery(timesQuery(of.response.id, of.school.id));
  if (!query.data)
    return (
      <Page title={title} tools={tools}>
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    );
  return <TimesForm {...props} saved={query.data.saved} />;
}

function TimesForm(props: PartProps & { saved: OutputOf<typeof readLessonTimes>['saved'] }) {
  const { of, saved } = props;
  const t = lessonsMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [version, setVersion] = useState(saved?.version ?? 0);
  const [begun, setBegun] = useState<{
    periods: readonly Period[];
    links: readonly LinkDraft[];
  }>(() => ({
    periods:
      saved?.times.periods ??
      usual.map((from, at) => ({
        id: newId(),
        name: t('times.nameOf', { n: at + 1 }),
        from,
        to: from + 40,
      })),
    links: linkDrafts(saved?.times.links ?? [], newId),
  }));
  const [draft, setDraft] = useState(begun);
  const { periods, links } = draft;
  const save = useMutation({
    mutationFn: () =>
      call(putLessonTimes, {
        params: { school: of.school.id },
        body: {
          response: of.response.id,
          seen: version,
          times: {
            periods: [...periods],
            links: linksOf(links),
            invented: saved?.times.invented ?? false,
          },
        },
      }),
    onSuccess: async (now) => {
      void message.success(t('times.saved'));
      setVersion(now.saved.version);
      setBegun(draft);
      await queries.invalidateQueries({ queryKey: planKey });
    },
  });
  useUnsavedGuard(draft !== begun);
  const change = (patch: Partial<typeof draft>) => {
    setDraft({ ...draft, ...patch });
    save.reset();
  };
  const set = (at: number, patch: Partial<Period>) =>
    change({ periods: periods.map((one, i) => (i === at ? { ...one, ...patch } : one)) });
  const label = (at: number, column: string) => `${periods[at]?.name || at + 1} ${column}`;
  return (
    <Page
      title={props.title}
      lead={t('times.lead')}
      tools={props.tools}
      action={
        <ActionButton
          type="primary"
          loading={save.isPending}
          disabledReason={
            badLinks(links)
              ? t('plan.badLink')
              : saved && draft === begun
                ? t('plan.unchanged')
                : undefined
          }
          onClick={() => save.mutate()}
        >
          {t('times.save')}
        </ActionButton>
      }
    >
      {save.error && <ErrorState inline error={save.error} />}
      <EditTable
        title={t('times.periods')}
        note={
          saved
            ? t('times.seen', {
                n: format.number(saved.version),
                by: saved.by,
                at: format.instant(saved.at),
              })
            : t('times.none')
        }
        heads={[t('times.name'), t('times.from'), t('times.to')]}
        rows={periods.map(({ id, name, from, to }, at) => ({
          key: id,
          name: name || String(at + 1),
          cells: [
            <NameCell
              key="name"
              label={label(at, t('times.name'))}
              value={name}
              onChange={(value) => set(at, { name: value })}
            />,
            ...(['from', 'to'] as const).map((field) => (
              <TimeCell
                key={field}
                label={label(at, t(`times.${field}`))}
                value={field === 'from' ? from : to}
                onChange={(value) => value !== null && set(at, { [field]: value })}
              />
            )),
          ],
        }))}
        {...(periods.length < 16 && {
          add: {
            label: t('times.add'),
            onAdd: () => {
              const from = Math.min((periods.at(-1)?.to ?? 470) + 10, 1390);
              const name = t('times.nameOf', { n: periods.length + 1 });
              change({ periods: [...periods, { id: newId(), name, from, to: from + 40 }] });
            },
          },
        })}
        onRemove={(at) => change({ periods: periods.filter((_, i) => i !== at) })}
        removable={() => periods.length > 1}
      />
      <LinksTable
        note={t('links.noteSchool')}
        links={links}
        onChange={(next) => change({ links: next })}
      />
    </Page>
  );
}
