import { Buffer } from 'node:buffer';
import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { getResponse } from '@liangbuwu/office/responses/store.ts';
import { formFile } from '@liangbuwu/office/tables/excel/write-form.ts';
import { ledgerOf } from '../accounts/ledger.ts';
import { readLedger } from '../accounts/read-ledger.ts';
import { dayOf } from '../day-of.ts';
import { listOutlines } from '../doors/plan-store.ts';
import { listPointDays } from '../fortnight-store.ts';
import { pointsOn } from '../history.ts';
import { getDeskAndFloors } from '../read-day.ts';
import { readDriverDays } from '../recording/read-field-day.ts';
import { noDesk } from '../rules.ts';
import * as store from '../store.ts';
import { calendarOf } from './calendar.ts';
import { eveningForms } from './evening-forms.ts';
import { csv, geoJson, openPoints } from './open-points.ts';
import { readEvening } from './read-evening.ts';
import * as routes from './upward.contract.ts';
import { walkCalendarOf } from './walk-calendar.ts';

const calendarType = 'text/calendar; charset=utf-8';
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

/** What goes upward and outward: the evening report, open data, calendars. */
export const upwardEndpoints: Endpoint[] = [
  endpoint(routes.getEvening, ({ query }, { tx, clock }) => readEvening(tx, clock, query)),

  endpoint(routes.getEveningSheet, async ({ query }, { tx, clock }) => {
    const evening = await readEvening(tx, clock, query);
    const { area, day, language } = query;
    const desks = evening.desks.filter((desk) => area === undefined || desk.area === area);
    const [only] = desks;
    if (!only) throw refuse(noDesk, undefined);
    const word = say('送水晚报', 'Evening report');
    const name = [area ? only.name : '', word[language], day].filter((part) => part !== '');
    return formFile(name.join(' '), {
      sheets: eveningForms({ ...evening, desks }, language),
      at: new Date(evening.now),
    });
  }),

  endpoint(routes.getOpenPoints, async ({ query }, { tx, clock }) => {
    const { area, day, format } = query;
    const response = await getResponse(tx, query.response, clock);
    const { desk } = await getDeskAndFloors(tx, query);
    const facts = await readLedger(tx, clock, { ...query, from: day, to: day, desk });
    const points = await store.listPoints(tx, area);
    const places = points.map(({ place }) => place);
    const open = openPoints({
      day,
      points,
      counted: pointsOn(
        { day, today: response.today },
        points,
        await listPointDays(tx, { ...query, from: day, to: day }),
      ),
      positions: await store.listPositions(tx, places),
      villages: await store.areaNames(tx, [...new Set(points.map((point) => point.area))]),
      ledger: ledgerOf(facts),
    });
    return {
      name: `points-${day}.${format}`,
      type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/geo+json',
      content: base64(format === 'csv' ? csv(open) : geoJson(open)),
    };
  }),

  endpoint(routes.getCalendar, async ({ query }, { tx, clock }) => {
    const { tanker, day, language } = query;
    const [found] = await readDriverDays(tx, clock, query);
    const name = found?.tankers.find(({ id }) => id === tanker)?.name;
    if (!found || name === undefined) throw refuse(notFound, { what: say('送水车', 'tanker') });
    const { instantOf } = dayOf(found.response, day);
    return {
      name: `${name} ${day}.ics`,
      type: calendarType,
      content: base64(calendarOf(found, tanker, language, instantOf)),
    };
  }),

  endpoint(routes.getWalkCalendar, async ({ query }, { tx, clock, actor }) => {
    const { day, language, volunteer = actor.account } = query;
    const response = await getResponse(tx, query.response, clock);
    const of = { response: response.id, day, volunteer };
    const walks = await listOutlines(tx, of);
    if (walks.length === 0) throw refuse(notFound, { what: say('走访', 'walk') });
    const { instantOf } = dayOf(response, day);
    return {
      name: `${say('送水到家', 'Water to doors')[language]} ${day}.ics`,
      type: calendarType,
      content: base64(walkCalendarOf(walks, of, language, instantOf)),
    };
  }),
];
