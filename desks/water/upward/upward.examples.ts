import { exampleFacts } from '../accounts/accounts.examples.ts';
import { ledgerOf } from '../accounts/ledger.ts';
import { examples as days } from '../contract.examples.ts';
import { eveningFigures, eveningTotal } from './evening.ts';
import { indicatorsOf } from './indicators.ts';

const { getDay, getGap } = days;
const { response, area, day } = getDay.query;
const { floors, points } = getDay.output;
const ledger = ledgerOf(exampleFacts);
const entries = exampleFacts.days.flatMap((one) => one.entries);
const [, basic] = floors.tiers;
const desk = {
  area,
  name: '古岳峰镇',
  plan: 1,
  floors: floors.version,
  basic: {
    label: basic?.label ?? { 'zh-CN': '', en: '' },
    litresPerPerson: basic?.litresPerPerson ?? 0,
    source: basic?.source ?? '',
  },
  figures: eveningFigures({
    floors,
    floorsOf: () => floors,
    points,
    before: [],
    entries,
    ledger,
    cameEver: ledger.totals.came,
    metres: 214_300,
  }),
  indicators: indicatorsOf({
    gap: getGap.output.sheet,
    floors,
    points,
    came: new Map(ledger.points.map(({ point, came }) => [point, came])),
    entries,
  }),
};

const file = (name: string, type: string, content: string) => ({ name, type, content });

export const examples = {
  evening: {
    query: { response, day },
    output: {
      day,
      now: '2022-11-10T11:00:00.000Z',
      desks: [desk],
      total: eveningTotal([desk]),
    },
  },
  sheet: {
    query: { response, day, language: 'zh-CN' as const },
    output: file(
      `晚报 ${day}.xlsx`,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'UEsDBA==',
    ),
  },
  points: {
    query: { response, area, day, format: 'geojson' as const },
    output: file(`points-${day}.geojson`, 'application/geo+json', 'e30='),
  },
  calendar: {
    query: {
      response,
      tanker: getDay.output.tankers[0]?.id ?? '',
      day,
      language: 'zh-CN' as const,
    },
    output: file(`洒水1号 ${day}.ics`, 'text/calendar; charset=utf-8', 'QkVHSU46VkNBTEVOREFS'),
  },
  walkCalendar: {
    query: { response, day, language: 'zh-CN' as const },
    output: file(`送水到家 ${day}.ics`, 'text/calendar; charset=utf-8', 'QkVHSU46VkNBTEVOREFS'),
  },
};
