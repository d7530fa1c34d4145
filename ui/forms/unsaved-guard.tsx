import { App } from 'antd';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { uiMessages } from '../messages.ts';
import { createUnsaved, type Unsaved } from './unsaved.ts';

const Guard = createContext<Unsaved | undefined>(undefined);

export function UnsavedProvider(props: { unsaved: Unsaved; children: ReactNode }) {
  const { unsaved } = props;
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent) => {
      if (unsaved.any()) event.preventDefault();
    };
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [unsaved]);
  return <Guard value={unsaved}>{props.children}</Guard>;
}

/** While `dirty`, leaving the page (within the app, or closing it) asks first. */
export function useUnsavedGuard(dirty: boolean) {
  const [lone] = useState(createUnsaved);
  const unsaved = useContext(Guard) ?? lone;
  const [form] = useState(() => Symbol('form'));
  useEffect(() => {
    unsaved.mark(form, dirty);
    return () => unsaved.mark(form, false);
  }, [unsaved, form, dirty]);
}

/** Asks whether to leave what is unsaved; true means leave. For the app's router. */
export function useAskToLeave(): () => Promise<boolean> {
  const t = uiMessages.use();
  const { modal } = App.useApp();
  return useCallback(
    () =>
      new Promise<boolean>((answer) => {
        modal.confirm({
          title: t('unsaved.title'),
          content: t('unsaved.note'),
          okText: t('unsaved.leave'),
          cancelText: t('unsaved.stay'),
          okButtonProps: { danger: true },
          autoFocusButton: 'cancel',
          onOk: () => answer(true),
          onCancel: () => answer(false),
        });
      }),
    [modal, t],
  );
}
