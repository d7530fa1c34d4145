import { call } from '@liangbuwu/office/http/console/call.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { putProgramme } from '../../care/programme.contract.ts';
import {
  type BroadcastItem,
  BroadcastItems,
  findTwice,
  mostItems,
  type Programme,
  timeOfMinute,
} from '../../care/programme.ts';
import { careMessages } from '../messages/care.ts';
import { usePermitted } from '../permitted.ts';
import styles from './care.module.css';
import { programmeQuery } from './care-queries.ts';

/** What is read out on a day, item by item. */
export function ProgrammePanel(props: {
  school: string;
  of: Response;
  day: string;
  onDay(day: string): void;
}) {
  const { school, of, day, onDay } = props;
  const t = careMessages.use();
  const query = useQuery(programmeQuery(school, of.id, day));
  return (
    <Panel
      title={t('programme.title')}
      note={t('programme.note')}
      tools={
        <Input
          type="date"
          required
          aria-label={t('programme.day')}
          value={day}
          onChange={({ target }) => target.value && onDay(target.value)}
        />
      }
    >
      <Loaded query={query}>
        {(kept) => (
          <ProgrammeForm key={`${kept.day} ${kept.version}`} kept={kept} response={of.id} />
        )}
      </Loaded>
    </Panel>
  );
}

/** As it is typed: a time may still be empty. */
interface Draft extends Omit<BroadcastItem, 'at'> {
  at: string;
}
const draftOf = ({ at, ...one }: BroadcastItem): Draft => ({ ...one, at: timeOfMinute(at) });

function minuteOf(time: string): number {
  const [hours = Number.NaN, minutes = Number.NaN] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function ProgrammeForm({ kept, response }: { kept: Programme; response: string }) {
  const { school, day, version, before } = kept;
  const t = careMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const denied = usePermitted('campus.care');
  const [changed, setChanged] = useState<readonly Draft[]>();
  const drafts = changed ?? kept.items.map(draftOf);
  useUnsavedGuard(changed !== undefined);
  const save = useMutation({
    mutationFn: (items: BroadcastItem[]) =>
      call(putProgramme, { params: { school, day }, body: { response, items, seen: version } }),
    onSuccess: async () => {
      setChanged(undefined);
      void message.success(t('programme.saved'));
      await queries.invalidateQueries({ queryKey: ['campus', 'programme'] });
    },
  });
  const read = BroadcastItems.safeParse(drafts.map((one) => ({ ...one, at: minuteOf(one.at) })));
  const twice = read.data && findTwice(read.data);
  const why = () => {
    if (denied) return denied;
    if (!read.data) return t('programme.empty');
    return twice === undefined ? undefined : t('programme.twice', { at: timeOfMinute(twice) });
  };
  const whyNoCopy = () => {
    if (denied) return denied;
    if (drafts.length > 0) return t('programme.copyFull');
    return before ? undefined : t('programme.copyNone');
  };
  const set = (at: number, patch: Partial<Draft>) =>
    setChanged(drafts.map((one, i) => (i === at ? { ...one, ...patch } : one)));
  const most = { n: format.number(mostItems) };
  return (
    <div className={styles.stack}>
      {drafts.length === 0 && (
        <EmptyState small title={t('programme.none')}>
          {t('programme.noneNote')}
        </EmptyState>
      )}
      {drafts.map((one, i) => {
        const n = format.number(i + 1);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item has nothing else of its own
          <div key={i} className={`${styles.line} ${styles.item}`}>
            <Input
              type="time"
              aria-label={t('programme.itemAt', { n })}
              value={one.at}
              onChange={({ target }) => set(i, { at: target.value })}
            />
            <Input
              aria-label={t('programme.itemWhat', { n })}
              placeholder={t('programme.what')}
              maxLength={120}
              value={one.what}
              onChange={({ target }) => set(i, { what: target.value })}
            />
            <Input
              aria-label={t('programme.itemReader', { n })}
              placeholder={t('programme.reader')}
              maxLength={30}
              value={one.reader}
              onChange={({ target }) => set(i, { reader: target.value })}
            />
            <Button
              aria-label={t('programme.remove', { n })}
              onClick={() => setChanged(drafts.filter((_, at) => at !== i))}
            >
              {t('programme.removeOne')}
            </Button>
          </div>
        );
      })}
      <div className={styles.tags}>
        <ActionButton
          disabledReason={
            denied ?? (drafts.length < mostItems ? undefined : t('programme.most', most))
          }
          onClick={() => setChanged([...drafts, { at: '', what: '', reader: '' }])}
        >
          {t('programme.add')}
        </ActionButton>
        {before && (
          <ActionButton
            disabledReason={whyNoCopy()}
            loading={save.isPending}
            onClick={() => !save.isPending && save.mutate(before.items)}
          >
            {t('programme.copy', { day: format.date(before.day) })}
          </ActionButton>
        )}
        <ActionButton
          type="primary"
          disabledReason={why()}
          loading={save.isPending}
          onClick={() => !save.isPending && read.data && save.mutate(read.data)}
        >
          {t('programme.save')}
        </ActionButton>
      </div>
      {save.error && <ErrorState inline error={save.error} />}
    </div>
  );
}
