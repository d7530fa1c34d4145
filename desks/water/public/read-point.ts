import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Commitment } from '@liangbuwu/office/commitments/contract.ts';
import { lastWord } from '@liangbuwu/office/commitments/rules.ts';
import { listNeedsBetween } from '@liangbuwu/office/commitments/store.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { getResponse } from '@liangbuwu/office/responses/store.ts';
import { type Collection, collectionWindows, type Supply } from '../collection-windows.ts';
import { dayOf } from '../day-of.ts';
import type { PointStart } from '../day-start.ts';
import { latestReadings } from '../fortnight-store.ts';
import { hamletsOf, isFew } from '../hamlets.ts';
import { lastFloor } from '../kinds.ts';
import { toPeople } from '../losses.ts';
import { subjectOf } from '../promised.ts';
import { readStartsShown } from '../read-history.ts';
import { listChlorine } from '../recording/entry-store.ts';
import { areaNames, findDesk, findFloors, findOpenResponse, listPoints } from '../store.ts';
import { type TapFlow, tapFlow } from '../tap-flow.ts';
import type { Desk, Floors, Point } from '../water.ts';
import { countComplaints, type EnteredPoint, listHouseholds } from './point-store.ts';

/** A promised delivery as anybody may know it. */
export interface PublicDelivery {
  promise: string;
  day: string;
  /** Seconds of its day. */
  from: number;
  to: number;
  litres: number;
  giver: string;
  /** The last word of each side, litres; null while that side has said nothing. */
  said: { giver: number | null; receiver: number | null };
  /** Litres that somebody decided on by name where the two sides differed. */
  resolved?: number;
  /** Milligrams of free chlorine a litre, where somebody has measured it. */
  chlorine?: number;
  /** How often residents said that it did not come, or less. */
  complaints: number;
}

export interface PublicPoint {
  id: string;
  name: string;
  village: string;
  town: string;
  people: number;
  ofVillage: boolean;
  /** What the page knows of the day; null once the response has ended or where none is open. */
  day: PublicDay | null;
}

export interface PublicDay {
  response: Response;
  desk: Desk;
  today: string;
  /** Second of today. */
  now: number;
  /** Yesterday's, today's and tomorrow's, in the order of their times. */
  deliveries: PublicDelivery[];
  tank: { litres: number; level: number; basis: Basis; at: string | null } | null;
  /** `few`: so few collect that how many they are is not for everybody. */
  collection: { flow: TapFlow; of: Collection; few: boolean } | null;
}
type Basis = NonNullable<PointStart['tank']>['basis'];

/** All that a point's page says, of the village that the transaction has entered. */
export async function readPoint(
  tx: Tx,
  entered: EnteredPoint,
  clock: Clock,
): Promise<PublicPoint | undefined> {
  const points = await listPoints(tx, entered.desk);
  const point = points.find(({ id }) => id === entered.point);
  if (!point) return undefined;
  const names = await areaNames(tx, [point.area, point.desk]);
  return {
    id: point.id,
    name: point.name,
    village: names.get(point.area) ?? '',
    town: names.get(point.desk) ?? '',
    people: point.people,
    ofVillage: point.kind === 'village',
    day: await readDay(tx, point, names.get(point.area) ?? '', clock),
  };
}

async function readDay(
  tx: Tx,
  point: Point,
  village: string,
  clock: Clock,
): Promise<PublicDay | null> {
  const open = await findOpenResponse(tx, point.desk);
  const response = open && (await getResponse(tx, open, clock));
  const desk = response && (await findDesk(tx, { response: response.id, area: point.desk }));
  const floors = response && (await findFloors(tx, response.today));
  if (!response || !desk || !floors) return null;
  const deliveries = await readDeliveries(tx, point.id, response);
  const start = (await readStart(tx, { response, desk, floors, point }))?.tank;
  const begins = point.tank && { level: start?.level ?? point.tank.level };
  const households =
    point.kind === 'village'
      ? await listHouseholds(tx, { response: response.id, point: point.id })
      : [];
  return {
    response,
    desk,
    today: response.today,
    now: dayOf(response, response.today).secondOf(response.now),
    deliveries,
    tank: point.tank && (await readTank(tx, point.id, point.tank, start, { response, desk })),
    collection:
      point.kind === 'village'
        ? collect({
            point,
            village,
            households,
            deliveries,
            tank: begins,
            desk,
            floors,
            today: response.today,
          })
        : null,
  };
}

/** What was read off the tank today; else what it began the day with. */
async function readTank(
  tx: Tx,
  point: string,
  { litres, level }: NonNullable<Point['tank']>,
  start: PointStart['tank'] | undefined,
  { response, desk }: { response: Response; desk: Desk },
): Promise<PublicDay['tank']> {
  const read = (await latestReadings(tx, [point], response.now)).get(point);
  const morning = dayOf(response, response.today).instantOf(desk.from);
  if (read && read.at >= morning)
    return { litres, level: read.litres, basis: 'measured', at: read.at };
  return {
    litres,
    level: start?.level ?? level,
    basis: start?.basis ?? 'registered',
    at: start?.at ?? null,
  };
}

async function readStart(
  tx: Tx,
  of: { response: Response; desk: Desk; floors: Floors; point: Point },
): Promise<PointStart | undefined> {
  const { response, desk, floors, point } = of;
  const { starts } = await readStartsShown(tx, {
    response,
    area: point.desk,
    day: response.today,
    desk,
    floors,
    points: [point],
  });
  return starts.get(point.id);
}

async function readDeliveries(
  tx: Tx,
  point: string,
  response: Response,
): Promise<PublicDelivery[]> {
  const today = Temporal.PlainDate.from(response.today);
  const [from, to] = [today.subtract({ days: 1 }).toString(), today.add({ days: 1 }).toString()];
  const needs = await listNeedsBetween(tx, { response: response.id, desk: 'water', from, to });
  const promises = needs
    .filter(({ subject }) => subject === subjectOf(point))
    .flatMap(({ day, promises: of }) => of.map((promise) => ({ day, promise })));
  const ids = promises.map(({ promise }) => promise.id);
  const complaints = await countComplaints(tx, ids);
  const chlorine = await listChlorine(tx, ids);
  return promises.map(({ day, promise }) => {
    const measured = chlorine.get(promise.id);
    return {
      ...deliveryOf(day, promise, response),
      ...(promise.resolution && { resolved: promise.resolution.quantity }),
      ...(measured !== undefined && { chlorine: measured }),
      complaints: complaints.get(promise.id) ?? 0,
    };
  });
}

function deliveryOf(day: string, promise: Commitment, response: Response) {
  const { secondOf } = dayOf(response, day);
  const said = (side: 'giver' | 'receiver') => lastWord(promise.proofs, side)?.quantity ?? null;
  return {
    promise: promise.id,
    day,
    from: secondOf(promise.dueFrom),
    to: secondOf(promise.dueTo),
    litres: promise.quantity,
    giver: promise.giverName,
    said: { giver: said('giver'), receiver: said('receiver') },
  };
}

/** Who draws when: from the tank once it holds enough, else while a tanker stands there. */
function collect(of: {
  point: Point;
  village: string;
  households: readonly { label: string; people: number }[];
  deliveries: readonly PublicDelivery[];
  tank: { level: number } | null;
  desk: Desk;
  floors: Floors;
  today: string;
}): PublicDay['collection'] {
  const { point, tank, desk, floors } = of;
  const reach = (litres: number) => toPeople(litres, desk.lossPercent);
  const today = of.deliveries.filter(({ day }) => day === of.today);
  const supplies: Supply[] = tank
    ? [
        { at: desk.from, until: desk.to, litres: reach(tank.level) },
        ...today
          .filter(({ to }) => to < desk.to)
          .map(({ to, litres }) => ({ at: to, until: desk.to, litres: reach(litres) })),
      ]
    : today
        .map(({ from, to, litres }) => ({
          at: Math.min(from + point.setupSeconds, to),
          until: to,
          litres: reach(litres),
        }))
        .filter(({ at, until }) => at < until);
  const flow = tapFlow(point);
  const found = collectionWindows({
    hamlets: hamletsOf(of.households, { village: of.village, people: point.people }),
    supplies,
    flow: (flow.taps * flow.each) / 60,
    most: lastFloor(point.kind, floors),
  });
  return found ? { flow, of: found, few: isFew(of.households, point.people) } : null;
}
