import type { Route, Solution } from '../problem.ts';
import type { Instance } from '../vrplib/instance.ts';
import { prepareCanvas } from './prepare-canvas.ts';
import { inkOf } from './route-colours.ts';

/** What the map shows. */
export interface Picture {
  instance: Instance;
  plan: Solution | undefined;
  /** Slot of each route; see `assignSlots`. */
  slots: readonly number[];
  /** Route that stands out, by its place in the plan. */
  lit: number | undefined;
}

const MARGIN = 20;
const NEAR = 12;

type Point = readonly [x: number, y: number];

/** Draws the plan. Without positions the canvas stays empty. */
export function drawMap(canvas: HTMLCanvasElement, picture: Picture): void {
  const { instance, plan, slots, lit } = picture;
  const { context, width, height } = prepareCanvas(canvas);
  const at = layOut(instance, width, height);
  if (!at) return;
  const { clients, depots } = instance.problem;
  const colours = new Map<number, string>();
  const order = (plan?.routes ?? []).map((_, i) => i).filter((i) => i !== lit);
  if (lit !== undefined && plan?.routes[lit]) order.push(lit);
  for (const i of order) {
    const route = plan?.routes[i] as Route;
    const { colour, dash } = inkOf(slots[i] ?? i);
    const faded = lit !== undefined && lit !== i;
    context.globalAlpha = faded ? 0.2 : 1;
    drawRoute(context, instance, route, at, colour, dash, lit === i ? 3 : 1.5);
    for (const visit of route.visits) if ('client' in visit) colours.set(visit.client, colour);
  }
  context.globalAlpha = 1;
  const size = clients.length > 400 ? 2 : 3.5;
  const litClients = new Set(
    lit === undefined
      ? []
      : plan?.routes[lit]?.visits.flatMap((v) => ('client' in v ? v.client : [])),
  );
  clients.forEach(({ place }, client) => {
    const [x, y] = at(place);
    context.beginPath();
    context.arc(x, y, litClients.has(client) ? size + 1 : size, 0, 2 * Math.PI);
    context.globalAlpha = lit !== undefined && !litClients.has(client) ? 0.35 : 1;
    const colour = colours.get(client);
    context.fillStyle = colour ?? '#ffffff';
    context.fill();
    context.strokeStyle = colour ? '#ffffff' : plan ? '#9c1430' : '#5b6c72';
    context.lineWidth = colour ? 1 : 1.5;
    context.stroke();
  });
  context.globalAlpha = 1;
  for (const { place } of depots) drawDepot(context, at(place));
}

/** The route at which a pointer points, by its place in the plan. `x` and `y` in CSS pixels of the canvas. */
export function findRouteAt(
  canvas: HTMLCanvasElement,
  { instance, plan }: Picture,
  x: number,
  y: number,
): number | undefined {
  const at = layOut(instance, canvas.clientWidth, canvas.clientHeight);
  if (!at || !plan) return undefined;
  let nearest = NEAR;
  let found: number | undefined;
  plan.routes.forEach(({ visits }, route) => {
    for (const visit of visits) {
      if (!('client' in visit)) continue;
      const [cx, cy] = at(instance.problem.clients[visit.client]?.place ?? 0);
      const away = Math.hypot(cx - x, cy - y);
      if (away >= nearest) continue;
      nearest = away;
      found = route;
    }
  });
  return found;
}

/** Where each place lies on the canvas, north up, or nothing without positions. */
function layOut(
  { nodes }: Instance,
  width: number,
  height: number,
): ((place: number) => Point) | undefined {
  if (!nodes || nodes.length === 0) return undefined;
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of nodes) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  const scale = Math.min(
    (width - 2 * MARGIN) / Math.max(1e-9, east - west),
    (height - 2 * MARGIN) / Math.max(1e-9, north - south),
  );
  return (place) => {
    const { x, y } = nodes[place] ?? { x: west, y: south };
    return [
      width / 2 + (x - (west + east) / 2) * scale,
      height / 2 - (y - (south + north) / 2) * scale,
    ];
  };
}

/** Legs to and from a depot are thin and pale, so that the rest can be read. */
function drawRoute(
  context: CanvasRenderingContext2D,
  { problem }: Instance,
  { vehicle, visits }: Route,
  at: (place: number) => Point,
  colour: string,
  dash: readonly number[],
  width: number,
): void {
  const type = problem.vehicles[vehicle];
  const depot = (index: number) => ({ point: at(problem.depots[index]?.place ?? 0), depot: true });
  const stops = [
    depot(type?.start ?? 0),
    ...visits.map((visit) =>
      'client' in visit
        ? { point: at(problem.clients[visit.client]?.place ?? 0), depot: false }
        : depot(visit.reload),
    ),
    depot(type?.end ?? type?.start ?? 0),
  ];
  const alpha = context.globalAlpha;
  context.strokeStyle = colour;
  context.lineJoin = 'round';
  for (let i = 1; i < stops.length; i += 1) {
    const [from, to] = [stops[i - 1], stops[i]];
    if (!from || !to) continue;
    const pale = (from.depot || to.depot) && width < 3;
    context.globalAlpha = pale ? alpha * 0.35 : alpha;
    context.lineWidth = pale ? 1 : width;
    context.setLineDash([...dash]);
    context.beginPath();
    context.moveTo(...from.point);
    context.lineTo(...to.point);
    context.stroke();
  }
  context.setLineDash([]);
  context.globalAlpha = alpha;
}

function drawDepot(context: CanvasRenderingContext2D, [x, y]: Point): void {
  context.fillStyle = '#ffffff';
  context.strokeStyle = '#15252a';
  context.lineWidth = 3;
  context.fillRect(x - 7, y - 7, 14, 14);
  context.strokeRect(x - 7, y - 7, 14, 14);
  context.fillStyle = '#15252a';
  context.fillRect(x - 2, y - 2, 4, 4);
}
