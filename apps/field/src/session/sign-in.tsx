import type { Tile } from '@liangbuwu/office/identity/contract.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Button } from '@liangbuwu/ui/phone/button.tsx';
import type { Refused } from '@liangbuwu/ui/phone/field-card.ts';
import fields from '@liangbuwu/ui/phone/fields.module.css';
import { More } from '@liangbuwu/ui/phone/more.tsx';
import { type FormEvent, useCallback, useEffect, useId, useState } from 'react';
import { fieldMessages } from '../messages.ts';
import { routes } from '../routes.ts';
import styles from '../shell/shell.module.css';
import type { Field } from '../use-field.ts';
import type { Person } from './session.ts';

type Entrance = { demo: boolean; tiles: readonly Tile[] };

/** By login and password; in a demonstration by its tiles too. */
export function SignIn({ field }: { field: Field }) {
  const t = fieldMessages.use();
  const say = useSay();
  const { ask } = field;
  const [entrance, setEntrance] = useState<Entrance | 'unreachable'>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refused | 'unreachable'>();
  const look = useCallback(async () => {
    const heard = await ask('GET', routes.entrance);
    setEntrance(heard.is === 'answered' ? (heard.value as Entrance) : 'unreachable');
  }, [ask]);
  useEffect(() => {
    const soon = setTimeout(() => void look());
    return () => clearTimeout(soon);
  }, [look]);
  const enter = async (path: typeof routes.stepIn | typeof routes.login, body: unknown) => {
    setBusy(true);
    setRefusal(undefined);
    const heard = await ask('POST', path, body);
    if (heard.is === 'answered') await field.enter(heard.value as Person);
    else setRefusal(heard.is === 'refused' ? heard.refusal : 'unreachable');
    setBusy(false);
  };
  if (entrance === undefined) return <p className={styles.muted}>{t('loading')}</p>;
  if (entrance === 'unreachable')
    return (
      <>
        <p>{t('entrance.unreachable')}</p>
        <Button wide onClick={() => void look()}>
          {t('entrance.retry')}
        </Button>
      </>
    );
  const said = refusal && (
    <p role="alert" className={styles.refusal}>
      {refusal === 'unreachable'
        ? t('entrance.unreachable')
        : `${say(refusal.cause)} ${say(refusal.remedy)}`}
    </p>
  );
  const form = <PasswordForm busy={busy} onSubmit={(as) => void enter(routes.login, as)} />;
  if (!entrance.demo)
    return (
      <>
        <h2>{t('entrance.title')}</h2>
        <p className={styles.muted}>{t('entrance.note')}</p>
        {said}
        {form}
      </>
    );
  return (
    <>
      <div>
        <h2>{t('entrance.demo')}</h2>
        <p className={styles.muted}>{t('entrance.demo-note')}</p>
      </div>
      {said}
      <ul className={styles.tiles} aria-label={t('entrance.roles')}>
        {entrance.tiles.map(({ account, name, roles, areaName }) => (
          <li key={account}>
            <button
              type="button"
              className={styles.tile}
              disabled={busy}
              onClick={() => void enter(routes.stepIn, { account })}
            >
              <b>{name}</b>
              <span className={styles.muted}>
                {[...roles.map((role) => say(role.name)), areaName].join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <More name={t('entrance.by-password')}>{form}</More>
    </>
  );
}

function PasswordForm(props: {
  busy: boolean;
  onSubmit: (as: { login: string; password: string }) => void;
}) {
  const t = fieldMessages.use();
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => {
      const value = given.get(name);
      return typeof value === 'string' ? value : '';
    };
    props.onSubmit({ login: text('login'), password: text('password') });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={fields.field}>
        <label htmlFor={`${id}-login`}>{t('entrance.login')}</label>
        <input
          id={`${id}-login`}
          className={fields.text}
          name="login"
          required
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={100}
        />
      </div>
      <div className={fields.field}>
        <label htmlFor={`${id}-password`}>{t('entrance.password')}</label>
        <input
          id={`${id}-password`}
          className={fields.text}
          name="password"
          type="password"
          required
          autoComplete="current-password"
          maxLength={200}
        />
      </div>
      <Button wide look="main" submit disabled={props.busy}>
        {t('entrance.enter')}
      </Button>
    </form>
  );
}
