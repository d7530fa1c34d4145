import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { Card } from './card.tsx';
import { phoneMessages } from './phone-messages.ts';

type Loading<Props> =
  | { is: 'loading' }
  | { is: 'failed' }
  | { is: 'there'; Part: ComponentType<Props> };

/** A part of the page that is fetched when it is first shown, for it weighs more than most people's phones should carry. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ReactNode {
  return function Later(props: Props) {
    const t = phoneMessages.use();
    const [state, setState] = useState<Loading<Props>>({ is: 'loading' });
    useEffect(() => {
      let gone = false;
      load().then(
        (Part) => !gone && setState({ is: 'there', Part }),
        () => !gone && setState({ is: 'failed' }),
      );
      return () => {
        gone = true;
      };
    }, []);
    if (state.is === 'loading') return <p>{t('opening')}</p>;
    if (state.is === 'there') return <state.Part {...props} />;
    return (
      <Card tone="warn">
        <p role="alert">{t('not-opened')}</p>
        <Button wide onClick={() => window.location.reload()}>
          {t('open-anew')}
        </Button>
      </Card>
    );
  };
}
