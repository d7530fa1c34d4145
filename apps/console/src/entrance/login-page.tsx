import { call } from '@liangbuwu/office/http/console/call.ts';
import { enterByPassword, stepIn } from '@liangbuwu/office/identity/contract.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { TilesSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { consoleMessages } from '../messages.ts';
import { entranceQuery, keys } from '../queries.ts';
import styles from './entrance.module.css';
import { EntranceFrame } from './entrance-frame.tsx';
import { PasswordForm } from './password-form.tsx';
import { RoleTiles } from './role-tiles.tsx';

/** Signing in by password, and in a demonstration the roles to step into. */
export function LoginPage(props: { onEntered: () => void; note?: string | undefined }) {
  const t = consoleMessages.use();
  const queries = useQueryClient();
  const entrance = useQuery(entranceQuery);
  const enter = useMutation({
    mutationFn: (as: { account: string } | { login: string; password: string }) =>
      'account' in as ? call(stepIn, { body: as }) : call(enterByPassword, { body: as }),
    onSuccess: (me) => {
      // Nothing that somebody else had loaded may be seen by who comes now.
      queries.clear();
      queries.setQueryData(keys.me, me);
      props.onEntered();
    },
  });
  const refused = enter.error && <ErrorState inline error={enter.error} />;
  const done = props.note && <output className={styles.done}>{props.note}</output>;
  return (
    <EntranceFrame title={t('entrance.title')} wide={entrance.data?.demo ?? true}>
      <Loaded query={entrance} waiting={<TilesSkeleton tiles={6} />}>
        {({ demo, tiles }) =>
          demo ? (
            <>
              <div className={styles.head}>
                <h1 className={styles.title}>{t('entrance.demo')}</h1>
                <p className={styles.note}>{t('entrance.demoNote')}</p>
              </div>
              {done}
              {refused}
              <RoleTiles
                tiles={tiles}
                busy={enter.isPending}
                onChoose={(account) => enter.mutate({ account })}
              />
              <details className={styles.other} open={props.note !== undefined}>
                <summary>{t('entrance.byPassword')}</summary>
                <PasswordForm busy={enter.isPending} onSubmit={(as) => enter.mutate(as)} />
              </details>
            </>
          ) : (
            <>
              <h1 className={styles.title}>{t('entrance.title')}</h1>
              {done}
              {refused}
              <PasswordForm busy={enter.isPending} onSubmit={(as) => enter.mutate(as)} />
              <p className={styles.note}>{t('entrance.forgotten')}</p>
            </>
          )
        }
      </Loaded>
    </EntranceFrame>
  );
}
