/**
 * Calls `stop` when the npm that ran us is gone. npm passes on every signal that it can catch, so it was killed; a
 * server that lived on would hold the data folder.
 */
export function endWithNpm(stop) {
  if (process.env.npm_lifecycle_event !== 'start' || process.platform === 'win32') return;
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}
