import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { Input } from 'antd';
import { isHttpsLink } from '../../lessons/https-link.ts';
import { lessonsMessages } from '../messages/lessons.ts';
import { EditTable } from '../times/school/edit-table.tsx';
import type { LinkDraft } from './draft.ts';
import styles from './lessons.module.css';

/** By subject, and by teacher where they differ: how those at home join, and what they do without a connection. */
export function LinksTable(props: {
  note: string;
  links: readonly LinkDraft[];
  onChange: ((links: readonly LinkDraft[]) => void) | undefined;
}) {
  const { links, onChange } = props;
  const t = lessonsMessages.use();
  const set = (at: number, patch: Partial<LinkDraft>) =>
    onChange?.(links.map((one, i) => (i === at ? { ...one, ...patch } : one)));
  const columns = [
    { field: 'subject', most: 20 },
    { field: 'teacher', most: 20 },
    { field: 'link', most: 300 },
    { field: 'offline', most: 120 },
  ] as const;
  return (
    <EditTable
      title={t('links.title')}
      note={props.note}
      heads={columns.map(({ field }) => t(`links.${field}`))}
      rows={links.map((one, at) => {
        const name = one.subject || String(at + 1);
        const link = one.link.trim();
        const isBad = link !== '' && !isHttpsLink(link);
        return {
          key: one.key,
          name,
          cells: columns.map(({ field, most }) => (
            <Input
              key={field}
              className={styles[field] ?? ''}
              aria-label={`${name} ${t(`links.${field}`)}`}
              maxLength={most}
              autoComplete="off"
              readOnly={!onChange}
              value={one[field]}
              {...(field === 'link' && { placeholder: 'https://' })}
              {...(field === 'link' &&
                isBad && { status: 'error' as const, title: t('plan.badLink') })}
              onChange={({ target }) => set(at, { [field]: target.value })}
            />
          )),
        };
      })}
      {...(onChange && {
        add: {
          label: t('links.add'),
          onAdd: () =>
            onChange([...links, { key: newId(), subject: '', teacher: '', link: '', offline: '' }]),
        },
        onRemove: (at: number) => onChange(links.filter((_, i) => i !== at)),
      })}
    />
  );
}

export const badLinks = (links: readonly LinkDraft[]): boolean =>
  links.some(({ link }) => link.trim() !== '' && !isHttpsLink(link.trim()));
