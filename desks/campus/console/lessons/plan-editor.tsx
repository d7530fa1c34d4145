import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Select, Switch } from 'antd';
import { useMemo, useState } from 'react';
import { isHttpsLink } from '../../lessons/https-link.ts';
import { putLessonPlan } from '../../lessons/lessons.contract.ts';
import { changedCells, type LessonTimes, type Week } from '../../lessons/week.ts';
import { lessonsMessages } from '../messages/lessons.ts';
import { usePermitted } from '../permitted.ts';
import { CellDetail } from './cell-detail.tsx';
import { draftOf, retyped, unclearCells, type WeekDraft, weekOf } from './draft.ts';
import styles from './lessons.module.css';
import type { PartProps } from './lessons-page.tsx';
import { planKey } from './lessons-queries.ts';
import { badLinks, LinksTable } from './links-table.tsx';
import { PasteWeek } from './paste-week.tsx';
import type { SeenPlan } from './plan-view.tsx';
import { readCell } from './read-cell.ts';
import { dayKey, WeekGrid } from './week-grid.tsx';

const empty: Week = { lessons: [], links: [] };

/** The week in a grid, what belongs to one lesson below it, and the links of its subjects. */
export function PlanEditor(
  props: PartProps & {
    class: string;
    seen: SeenPlan;
    times: LessonTimes;
    /** Begins as this week was, not saved yet. */
    from?: Week;
    /** Only to read. */
    earlier?: { version: number; week: Week; take(): void };
    onVersion(version: number | undefined): void;
  },
) {
  const { of, seen, times, earlier } = props;
  const t = lessonsMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const denied = usePermitted(putLessonPlan.permission);
  // What somebody else saves meanwhile does not take away what is being filled in: saving says so.
  const [kept, setKept] = useState(() => ({
    version: seen.plan?.version ?? 0,
    week: seen.plan?.week ?? empty,
  }));
  const [begun, setBegun] = useState(() =>
    draftOf(earlier?.week ?? props.from ?? kept.week, newId),
  );
  const [draft, setDraft] = useState(begun);
  const [cell, setCell] = useState<string>();
  const [pasting, setPasting] = useState(false);
  const [tried, setTried] = useState(false);
  const hasWeekend = Object.entries(draft.texts).some(([key, text]) => text && /^[67] /.test(key));
  const [weekend, setWeekend] = useState(hasWeekend);
  const days = weekend || hasWeekend ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 3, 4, 5];
  const week = useMemo(() => weekOf(draft, seen.teachers), [draft, seen.teachers]);
  const unclear = unclearCells(draft);
  const isBad =
    unclear.length > 0 ||
    badLinks(draft.links) ||
    week.lessons.some(({ link }) => link !== null && !isHttpsLink(link));
  const changed = draft !== begun || props.from !== undefined;
  const save = useMutation({
    mutationFn: () =>
      call(putLessonPlan, {
        params: { class: props.class },
        body: { response: of.response.id, seen: kept.version, week },
      }),
    onSuccess: async ({ saved }) => {
      void message.success(t('plan.saved'));
      setKept(saved);
      setBegun(draft);
      await queries.invalidateQueries({ queryKey: planKey });
      props.onVersion(undefined);
    },
  });
  useUnsavedGuard(!earlier && changed && !save.isSuccess);
  const change = (next: Partial<WeekDraft>) => {
    setDraft({ ...draft, ...next });
    save.reset();
  };
  const writes = !earlier && denied === undefined;
  const marks = new Map<string, 'changed' | 'bad'>([
    ...(earlier ? changedCells(kept.week, earlier.week) : []).map((one): [string, 'changed'] => [
      one,
      'changed',
    ]),
    ...unclear.map((one): [string, 'bad'] => [one, 'bad']),
  ]);
  const nameOf = (one: string) => {
    const [day = '1', period] = one.split(' ');
    const found = times.periods.find(({ id }) => id === period);
    return t('plan.cell', { day: t(dayKey(Number(day))), period: found?.name ?? '' });
  };
  const [latest] = seen.versions;
  const shown = seen.versions.find(({ version }) => version === earlier?.version) ?? latest;
  const subject = readCell(draft.texts[cell ?? ''] ?? '')?.subject;
  return (
    <Page
      title={props.title}
      lead={t('plan.lead')}
      tools={
        <>
          {props.tools}
          {seen.versions.length > 1 && (
            <Select
              aria-label={t('plan.which')}
              popupMatchSelectWidth={false}
              value={shown?.version ?? 0}
              options={seen.versions.map(({ version }) => ({
                value: version,
                label: t(version === latest?.version ? 'plan.current' : 'plan.version', {
                  n: format.number(version),
                }),
              }))}
              onChange={(version) =>
                props.onVersion(version === latest?.version ? undefined : version)
              }
            />
          )}
          {!earlier && (
            <ActionButton disabledReason={denied} onClick={() => setPasting(true)}>
              {t('plan.paste')}
            </ActionButton>
          )}
        </>
      }
      action={
        earlier ? (
          <ActionButton type="primary" disabledReason={denied} onClick={earlier.take}>
            {t('plan.restore')}
          </ActionButton>
        ) : (
          <ActionButton
            type="primary"
            loading={save.isPending}
            disabledReason={denied ?? (changed ? undefined : t('plan.unchanged'))}
            onClick={() => {
              setTried(true);
              if (!isBad) save.mutate();
            }}
          >
            {t('plan.save')}
          </ActionButton>
        )
      }
    >
      {earlier && <Alert type="info" showIcon title={t('plan.earlier')} />}
      {tried && unclear.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t('plan.unclear', {
            cells: unclear.map(nameOf).join(format.language === 'en' ? ', ' : '、'),
          })}
        />
      )}
      {tried && isBad && unclear.length === 0 && (
        <Alert type="error" showIcon title={t('plan.badLink')} />
      )}
      {save.error && <ErrorState inline error={save.error} />}
      <Panel
        flush
        title={t('plan.grid')}
        {...(shown && {
          note: t('plan.savedBy', {
            by: shown.by,
            at: format.instant(shown.at),
            n: format.number(shown.changed),
          }),
        })}
        tools={
          // biome-ignore lint/a11y/noLabelWithoutControl: antd's Switch is a button
          <label className={styles.row}>
            <Switch
              size="small"
              checked={weekend || hasWeekend}
              disabled={hasWeekend}
              onChange={setWeekend}
            />
            {t('plan.weekend')}
          </label>
        }
      >
        <WeekGrid
          periods={times.periods}
          days={days}
          texts={draft.texts}
          marks={marks}
          onChange={writes ? (texts) => change(retyped(draft, texts)) : undefined}
          onEnter={setCell}
        />
      </Panel>
      <Panel
        title={cell && subject ? t('plan.detail', { cell: nameOf(cell), subject }) : t('plan.link')}
      >
        <CellDetail
          key={cell ?? ''}
          cell={cell ?? ''}
          draft={draft}
          times={times}
          teachers={seen.teachers}
          readOnly={!writes}
          onChange={(more) => change({ more: { ...draft.more, [cell ?? '']: more } })}
        />
      </Panel>
      <LinksTable
        note={t('links.noteClass')}
        links={draft.links}
        onChange={writes ? (links) => change({ links }) : undefined}
      />
      {pasting && (
        <PasteWeek
          periods={times.periods}
          onRead={(texts) => change({ texts, more: {} })}
          onClose={() => setPasting(false)}
        />
      )}
    </Page>
  );
}
