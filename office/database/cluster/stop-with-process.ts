type Stop = () => void;

const running = new Set<Stop>();
const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * Calls `stop` when this process ends, so that no server stays behind. A signal for which the program has a listener
 * of its own is left to the program; without one the process ends by it, as it would have.
 */
export function stopWithProcess(stop: Stop): () => void {
  if (running.size === 0) {
    process.on('exit', stopAll);
    for (const signal of signals) process.on(signal, endBySignal);
  }
  running.add(stop);
  return () => {
    running.delete(stop);
    if (running.size > 0) return;
    process.off('exit', stopAll);
    for (const signal of signals) process.off(signal, endBySignal);
  };
}

function stopAll(): void {
  for (const stop of running) stop();
}

function endBySignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  stopAll();
  process.off(signal, endBySignal);
  process.kill(process.pid, signal);
}
