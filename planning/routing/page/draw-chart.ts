import { prepareCanvas } from './prepare-canvas.ts';

/** The best cost from `seconds` on. */
export interface Moment {
  seconds: number;
  cost: number;
}

const LEFT = 72;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 24;

/** The scale ends here above the best, so that a poor first plan does not flatten all that follows. */
const HIGHEST = 1.1;

/**
 * Draws cost against time as steps; what is over a tenth above the best lies on the upper edge.
 *
 * @param moments in order of time.
 * @param until where the time axis ends, seconds.
 * @param label a cost as it is written.
 */
export function drawChart(
  canvas: HTMLCanvasElement,
  moments: readonly Moment[],
  until: number,
  label: (cost: number) => string,
): void {
  const { context, width, height } = prepareCanvas(canvas);
  const right = width - RIGHT;
  const bottom = height - BOTTOM;
  const costs = moments.map(({ cost }) => cost);
  const least = Math.min(...costs);
  const most = Math.min(HIGHEST * least, Math.max(...costs));
  const across = (seconds: number) => LEFT + (right - LEFT) * Math.min(1, seconds / until);
  const down = (cost: number) =>
    most > least
      ? bottom - 4 - ((bottom - 4 - TOP) * (Math.min(cost, most) - least)) / (most - least)
      : bottom - 4;

  context.font = `12px ${getComputedStyle(canvas).fontFamily}`;
  context.fillStyle = '#5b6c72';
  context.strokeStyle = '#dbe3e5';
  context.lineWidth = 1;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (let tick = 0; tick <= 4; tick += 1) {
    const seconds = (until * tick) / 4;
    const x = Math.round(across(seconds)) + 0.5;
    context.beginPath();
    context.moveTo(x, TOP);
    context.lineTo(x, bottom);
    context.stroke();
    context.fillText(String(Math.round(seconds * 100) / 100), x, bottom + 6);
  }
  if (moments.length === 0) return;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  context.fillText(label(least), LEFT - 8, down(least));
  if (most > least) context.fillText(label(Math.round(most)), LEFT - 8, down(most));

  context.strokeStyle = '#0d6473';
  context.lineWidth = 2;
  context.beginPath();
  moments.forEach(({ seconds, cost }, i) => {
    if (i === 0) context.moveTo(across(seconds), down(cost));
    else {
      context.lineTo(across(seconds), down(moments[i - 1]?.cost ?? cost));
      context.lineTo(across(seconds), down(cost));
    }
  });
  context.stroke();
}
