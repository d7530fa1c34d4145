import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { recordLook } from '../../doors/doors.contract.ts';
import type { Look, Visit } from '../../doors/visit.ts';
import { call } from '../call.ts';
import { doorMessages } from '../messages/doors.ts';
import styles from './doors.module.css';

const found = ['well', 'helped', 'not-found'] as const;
const waits = ({ look }: Visit) => look === null || look.found === 'not-found';

/** Whom volunteers worry about: who waits for somebody to look stands first. */
export function Worries({ visits }: { visits: readonly Visit[] }) {
  const t = doorMessages.use();
  const worries = visits
    .filter(({ kind }) => kind === 'door-worried')
    .sort((one, other) => Number(waits(other)) - Number(waits(one)));
  if (worries.length === 0) return null;
  return (
    <Panel title={t('worries.title')} note={t('worries.note')}>
      <ul className={styles.rows}>
        {worries.map((visit) => (
          <Worry key={`${visit.id} ${visit.look?.id ?? ''}`} visit={visit} />
        ))}
      </ul>
    </Panel>
  );
}

function Worry({ visit }: { visit: Visit }) {
  const t = doorMessages.use();
  const format = useFormat();
  const queries = useQueryClient();
  const [id] = useState(() => newId());
  const save = useMutation({
    mutationFn: (what: Look['found']) =>
      call(recordLook, { params: { look: id }, body: { visit: visit.id, found: what } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['water', 'doors'] }),
  });
  const at = (instant: string) => format.findMoment(instant)?.time ?? '';
  const { look } = visit;
  return (
    <li className={styles.worry}>
      <div>
        <strong>{visit.label ?? '—'}</strong>{' '}
        {waits(visit) && <StatusTag level="bad">{t('worries.waits')}</StatusTag>}
        <p>
          {t('worries.said', {
            at: at(visit.at),
            by: visit.by.name,
            note: visit.note ?? t('worries.noWords'),
          })}
        </p>
        {look && (
          <p className={styles.quiet}>
            {t('worries.looked', {
              at: at(look.at),
              by: look.by,
              found: t(`worries.${look.found}`),
            })}
          </p>
        )}
      </div>
      {waits(visit) && (
        <div className={styles.actions}>
          {found.map((what) => (
            <Button key={what} loading={save.isPending} onClick={() => save.mutate(what)}>
              {t(`worries.${what}`)}
            </Button>
          ))}
        </div>
      )}
      {save.error && <ErrorState inline error={save.error} />}
    </li>
  );
}
