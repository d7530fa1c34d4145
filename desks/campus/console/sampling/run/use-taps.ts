import { call } from '@liangbuwu/office/http/console/call.ts';
import { Refusal } from '@liangbuwu/office/http/refusal.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useEffect, useRef, useState } from 'react';
import { putSwab, undoSwab } from '../../../sampling/run/swabs.contract.ts';

/** One tap on somebody. Its id is made at the tap, so that however often it is sent it counts once. */
export interface Tap {
  swab: string;
  member: string;
  tube: string;
  state: 'sending' | 'retrying' | 'done' | 'refused' | 'undone';
  onPaper: boolean;
  error?: unknown;
}

export const wait = (milliseconds: number) =>
  new Promise<void>((go) => {
    setTimeout(go, milliseconds);
  });

/** No answer, or none of the server's own: it is sent again. What the server refuses, stays refused. */
const isPassing = (error: unknown) => !(error instanceof Refusal) || error.status >= 500;

export type Taps = ReturnType<typeof useTaps>;

/** Taps of this page, sent in order until each is answered. They live as long as the page, which says so when left. */
export function useTaps(session: string, onDone: () => void) {
  const [taps, setTaps] = useState<readonly Tap[]>([]);
  const line = useRef(Promise.resolve());
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const change = (swab: string, patch: Partial<Tap>) =>
    setTaps((all) => all.map((tap) => (tap.swab === swab ? { ...tap, ...patch } : tap)));

  async function send({ swab, member, tube }: Tap): Promise<void> {
    const input = { params: { session, swab }, body: { tube, member } };
    for (let pause = 1000; !gone.current; pause = Math.min(pause * 2, 15_000)) {
      try {
        const { onPaper } = await call(putSwab, input);
        change(swab, { state: 'done', onPaper });
        onDone();
        return;
      } catch (error) {
        if (!isPassing(error)) {
          change(swab, { state: 'refused', error });
          onDone();
          return;
        }
        change(swab, { state: 'retrying' });
        await wait(pause);
      }
    }
  }

  const waiting = taps.filter(({ state }) => state === 'sending' || state === 'retrying');
  useUnsavedGuard(waiting.length > 0);
  return {
    taps,
    waiting,
    tap(member: string, tube: string) {
      const made: Tap = { swab: newId(), member, tube, state: 'sending', onPaper: false };
      setTaps((all) => [made, ...all].slice(0, 200));
      line.current = line.current.then(() => send(made));
    },
    async undo({ swab, tube }: Tap) {
      await call(undoSwab, { params: { session, swab }, body: { tube } });
      change(swab, { state: 'undone' });
      onDone();
    },
  };
}
