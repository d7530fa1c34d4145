import { type RefObject, useEffect, useRef } from 'react';

/** Pixels and milliseconds within which two taps are one double tap; of a mouse the browser counts them. */
const near = 24;
const soon = 500;

/** A dialog that is open as long as it is there; the browser keeps the focus in it, Escape and Back close it. */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    let last: MouseEvent | undefined;
    const note = (event: MouseEvent) => {
      last = event;
    };
    element?.addEventListener('click', note, { capture: true });
    return () => {
      element?.removeEventListener('click', note, { capture: true });
      element?.close();
      if (last) ignoreSecondTap(last);
    };
  }, []);
  return dialog;
}

/** The second of two taps would fall on what lay beneath the dialog that the first one closed. */
function ignoreSecondTap(first: MouseEvent): void {
  const listen = { capture: true, once: true };
  const judge = (event: MouseEvent) => {
    const apart = Math.hypot(event.clientX - first.clientX, event.clientY - first.clientY);
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
    const isSecond = event.detail > 1 || (isTouch && event.timeStamp - first.timeStamp < soon);
    if (apart > near || !isSecond) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('click', judge, listen);
}
