import highsModule from 'highs';
import { type News, solveParts, type Task } from './solve-parts.ts';
import { parent } from './threads.ts';

/** What the thread is sent. */
export interface Order extends Task {
  /** Where `highs.wasm` lies, if not beside its loader. */
  wasm: string | undefined;
}

export type Heard =
  | ({ kind: 'news' } & News)
  /** All of it is as good as time allowed. */
  | { kind: 'done' }
  | { kind: 'failed'; message: string };

// Its types say CommonJS; what an import gets is the loader itself.
const loadHighs = highsModule as unknown as typeof highsModule.default;

const main = await parent();
main.onMessage((message) => {
  const { wasm, ...task } = message as Order;
  const post = (heard: Heard): void => main.post(heard);
  solveParts(
    task,
    () => loadHighs(wasm === undefined ? {} : { locateFile: () => wasm }),
    (news) => post({ kind: 'news', ...news }),
  ).then(
    () => post({ kind: 'done' }),
    (error: unknown) => post({ kind: 'failed', message: String(error) }),
  );
});
