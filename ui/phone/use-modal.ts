import { type RefObject, useEffect, useRef } from 'react';

/** A dialog that is open as long as it is there; the browser keeps the focus in it, Escape and Back close it. */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return dialog;
}
