/**
 * When the program was started, in milliseconds since the epoch: this process, or the launcher that started it. What
 * npm or npx took before is theirs: a plan that is asked for in one second gets that second.
 */
export const started = Number(process.env.LIANGBUWU_STARTED) || Math.round(performance.timeOrigin);
