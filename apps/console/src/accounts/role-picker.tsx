import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { meQuery } from '../queries.ts';
import styles from './accounts.module.css';
import { accountsMessages } from './messages.ts';
import { rolesQuery } from './queries.ts';
import { isGrantable } from './standing.ts';

/** Chooses a role among those that one may grant; the others say why not. */
export function RolePicker(props: {
  id?: string;
  value?: string;
  onChange?: (role: string) => void;
  disabled?: boolean;
}) {
  const t = accountsMessages.use();
  const say = useSay();
  const { data: me } = useSuspenseQuery(meQuery);
  const roles = useQuery(rolesQuery);
  // What one has as a deputy cannot be granted.
  const own = new Set(me.roles.map(({ role }) => role));
  const held = (roles.data?.roles ?? [])
    .filter(({ id }) => own.has(id))
    .flatMap(({ permissions }) => permissions);
  return (
    <Select
      {...(props.id && { id: props.id })}
      {...(props.value && { value: props.value })}
      {...(props.disabled && { disabled: true })}
      {...(props.onChange && { onChange: props.onChange })}
      className={styles.picker ?? ''}
      placeholder={t('role.placeholder')}
      showSearch={{ optionFilterProp: 'label' }}
      loading={roles.isPending}
      {...(roles.isError && { status: 'error' as const })}
      options={(roles.data?.roles ?? []).map((role) => ({
        value: role.id,
        label: say(role.name),
        disabled: !isGrantable(role, held),
      }))}
      optionRender={({ data }) => (
        <span className={styles.option}>
          <span>{data.label}</span>
          {data.disabled && <small>{t('role.beyond')}</small>}
        </span>
      )}
    />
  );
}
