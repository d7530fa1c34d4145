import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { PageSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { usePhone } from '@liangbuwu/ui/theme/media.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer } from 'antd';
import { useState } from 'react';
import { Refusal } from '../../http/refusal.ts';
import { meQuery } from '../../identity/console/me.ts';
import { History } from './history.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { tableMessages } from './messages.ts';
import { type AnyRow, type Names, rowQuery, type TableRoutes, tableKeys } from './queries.ts';
import { faultsByField, missingIn } from './row-faults.ts';
import { RowForm } from './row-form.tsx';
import styles from './tables.module.css';
import { useCellWords } from './use-cell-words.ts';
import { type Draft, useDraft } from './use-draft.ts';
import { useEditing } from './use-editing.ts';
import { useRemove } from './use-remove.tsx';
import { putRow, type SavedRow } from './use-save-cell.ts';

interface DrawerProps {
  routes: TableRoutes;
  others: Readonly<Record<string, TableRoutes>>;
  /** Why the one who is signed in may not change it. */
  denied: string | undefined;
  /** What a new row begins with. */
  fresh: Readonly<Record<string, unknown>>;
  /** What else is shown of a row. */
  beside?: ((row: AnyRow, removed: boolean) => React.ReactNode) | undefined;
  onClose: () => void;
}

/** One row of a table by its id, or a `new` one: its form, who else edits it, its history. */
export function RowDrawer(props: DrawerProps & { row: string }) {
  const { routes, row } = props;
  const isNew = row === 'new';
  const query = useQuery({ ...rowQuery(routes, row), enabled: !isNew });
  if (!isNew && query.data === undefined) {
    return (
      <Frame {...props} title="" dirty={false} foot={null}>
        {query.error ? <ErrorState inline error={query.error} /> : <PageSkeleton />}
      </Frame>
    );
  }
  return (
    <Editor
      {...props}
      kept={query.data?.row}
      removed={query.data?.removed ?? false}
      names={query.data?.names ?? {}}
    />
  );
}

function Editor(props: DrawerProps & { kept: AnyRow | undefined; removed: boolean; names: Names }) {
  const { routes, kept, removed, denied, onClose } = props;
  const t = tableMessages.use();
  const { say } = useCellWords();
  const queries = useQueryClient();
  const [id] = useState(() => kept?.id ?? newId());
  const [doubts, setDoubts] = useState<SavedRow['doubts']>([]);
  const draft = useDraft(routes, kept, { ...emptyOf(routes), ...props.fresh });
  const editing = useEditing(routes, kept, denied === undefined && !removed);
  const one = say(routes.table.one);
  const { data: me } = useQuery(meQuery);
  const own = Object.fromEntries((me?.roles ?? []).map(({ area, areaName }) => [area, areaName]));
  const names = { ...own, ...props.names };
  const save = useMutation({
    networkMode: 'always',
    mutationFn: () => putRow(routes, id, draft.values, draft.version),
    onSuccess: (saved) => {
      draft.saved(saved.row);
      void queries.invalidateQueries({ queryKey: tableKeys.all(routes.table.id) });
      if (saved.doubts.length === 0) onClose();
      else setDoubts(saved.doubts);
    },
    onError: (error) => {
      draft.refuse(faultsByField(routes, error));
      // What others saved comes in beside what was typed.
      void queries.invalidateQueries({ queryKey: tableKeys.row(routes.table.id, id) });
    },
  });
  const submit = () => {
    const missing = missingIn(routes, draft.values);
    if (Object.keys(missing).length > 0) draft.refuse({ ...draft.faults, ...missing });
    else if (Object.keys(draft.faults).length === 0) save.mutate();
  };
  const wrong = Object.keys(draft.faults).length;
  const locked = denied ?? (removed ? t('form.isRemoved') : undefined);
  const told =
    save.error && !isChangedMeanwhile(save.error) && wrong === 0 ? save.error : undefined;
  return (
    <Frame
      {...props}
      title={kept ? (locked ? t('look', { one }) : t('edit', { one })) : t('add', { one })}
      dirty={draft.dirty && !save.isSuccess}
      foot={
        <Foot
          routes={routes}
          kept={kept}
          removed={removed}
          denied={denied}
          locked={locked}
          draft={draft}
          saving={save.isPending}
          onSave={submit}
          onClose={onClose}
        />
      }
    >
      <div className={styles.notices}>
        {editing.length > 0 && (
          <Alert
            type="info"
            showIcon
            title={t('meanwhile.editing', { names: editing.join(t('comma')) })}
          />
        )}
        {removed && <Alert type="warning" showIcon title={t('form.isRemoved')} />}
        <Meanwhile routes={routes} draft={draft} names={names} />
        {doubts.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={t('form.doubts')}
            description={doubts.map((doubt) => (
              <p key={doubt.field}>
                {say(doubt.cause)} {say(doubt.remedy)}
              </p>
            ))}
          />
        )}
        {wrong > 0 && <Alert type="error" showIcon title={t('form.wrong', { count: wrong })} />}
        {told && <ErrorState inline error={told} />}
      </div>
      <RowForm
        routes={routes}
        kept={kept}
        draft={draft}
        names={names}
        others={props.others}
        disabled={locked !== undefined || save.isPending}
      />
      {kept && props.beside?.(kept, removed)}
      {kept && <History routes={routes} row={kept.id} denied={denied} />}
    </Frame>
  );
}

const isChangedMeanwhile = (error: unknown) =>
  error instanceof Refusal && error.body.code === 'changed-meanwhile';

/** What every field of a new row holds until something is typed. */
const emptyOf = (routes: TableRoutes) =>
  Object.fromEntries(
    routes.table.columns.map(({ field, kind }) => [field, kind === 'flag' ? false : null]),
  );

function Frame(props: {
  title: string;
  dirty: boolean;
  foot: React.ReactNode;
  onClose: () => void;
  children: React.ReactNode;
}) {
  const phone = usePhone();
  useUnsavedGuard(props.dirty);
  return (
    <Drawer
      open
      title={props.title}
      size={phone ? '100%' : 560}
      onClose={props.onClose}
      mask={{ closable: !props.dirty }}
      footer={props.foot}
    >
      <div className={styles.drawer}>{props.children}</div>
    </Drawer>
  );
}

function Foot(props: {
  routes: TableRoutes;
  kept: AnyRow | undefined;
  removed: boolean;
  denied: string | undefined;
  locked: string | undefined;
  draft: Draft;
  saving: boolean;
  onSave: () => void;
  onClose: () => void;
}) {
  const { routes, kept } = props;
  const t = tableMessages.use();
  const remove = useRemove(routes, props.onClose);
  return (
    <>
      {remove.error && <ErrorState inline error={remove.error} />}
      <div className={styles.foot}>
        {kept && !props.removed && (
          <ActionButton
            danger
            disabledReason={props.denied}
            loading={remove.isPending}
            onClick={() => remove.ask(kept)}
          >
            {t('form.remove')}
          </ActionButton>
        )}
        <Button onClick={props.onClose}>
          {t(props.draft.dirty ? 'form.cancel' : 'form.close')}
        </Button>
        <ActionButton
          type="primary"
          disabledReason={props.locked}
          loading={props.saving}
          onClick={props.onSave}
        >
          {t('form.save')}
        </ActionButton>
      </div>
    </>
  );
}
