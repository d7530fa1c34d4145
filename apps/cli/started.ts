/** Seconds since the program was called; the launcher, which may bring another Node first, says when that was. */
export function secondsSinceStart(): number {
  const now = performance.timeOrigin + performance.now();
  const told = Number(process.env.LIANGBUWU_STARTED);
  const started = told > 0 && told <= now ? told : performance.timeOrigin;
  return (now - started) / 1000;
}
