/** A thread as every platform has it. */
export interface Thread {
  post(message: unknown): void;
  /** Called for each message, and once with an error when the thread breaks down. */
  listen(onMessage: (message: unknown) => void, onError: (error: Error) => void): void;
  end(): void;
}

/** Starts a thread from a module: a worker thread in Node, a module worker in a browser. */
export async function startThread(module: URL | string): Promise<Thread> {
  if (typeof globalThis.Worker === 'function') {
    const worker = new globalThis.Worker(module, { type: 'module' });
    return {
      post: (message) => worker.postMessage(message),
      listen(onMessage, onError) {
        worker.onmessage = ({ data }) => onMessage(data);
        worker.onerror = (event) => onError(new Error(event.message));
      },
      end: () => worker.terminate(),
    };
  }
  const threads = await import('node:worker_threads');
  const worker = new threads.Worker(module);
  return {
    post: (message) => worker.postMessage(message),
    listen(onMessage, onError) {
      worker.on('message', onMessage);
      worker.on('error', onError);
      worker.on('exit', (code) => onError(new Error(`a thread ended with code ${code}`)));
    },
    end: () => void worker.terminate(),
  };
}

/** What a thread's own module talks through. */
export async function parent(): Promise<
  Pick<Thread, 'post'> & { onMessage(hear: (message: unknown) => void): void }
> {
  if (typeof globalThis.postMessage === 'function' && typeof globalThis.document === 'undefined') {
    return {
      post: (message) => globalThis.postMessage(message),
      onMessage(hear) {
        globalThis.onmessage = ({ data }: MessageEvent) => hear(data);
      },
    };
  }
  const { parentPort } = await import('node:worker_threads');
  return {
    post: (message) => parentPort?.postMessage(message),
    onMessage: (hear) => void parentPort?.on('message', hear),
  };
}
