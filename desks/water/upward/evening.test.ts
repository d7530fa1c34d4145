import { expect, test } from 'vitest';
import { exampleFacts } from '../accounts/accounts.examples.ts';
import { ledgerOf } from '../accounts/ledger.ts';
import { examples } from '../contract.examples.ts';
import type { PointKind } from '../water.ts';
import { eveningFigures, eveningTotal, verifiedShare } from './evening.ts';
import { eveningForms } from './evening-forms.ts';
import { indicatorLines, indicatorsOf, keeps } from './indicators.ts';
import { blankLines, eveningLines, figureOf } from './lines.ts';
import { examples as upward } from './upward.examples.ts';

const { floors, points } = examples.getDay.output;
const [first] = points;
if (!first) throw new Error('the example has a point');
const at = (id: string, kind: PointKind, people: number, have: number, area = 'a') => ({
  ...first,
  id,
  kind,
  people,
  have,
  area,
});
const facts = {
  floors,
  floorsOf: () => floors,
  before: [],
  entries: [],
  ledger: ledgerOf({ ...exampleFacts, days: [] }),
  cameEver: 0,
  metres: null,
};

test('in difficulty is whose own water is below the basic floor of its kind, each counted where it belongs', () => {
  const figures = eveningFigures({
    ...facts,
    points: [
      // 15 L a head is the basic floor of a village: 1,499 L for 100 people is below, 1,500 is not.
      at('short', 'village', 100, 1499, 'a'),
      at('enough', 'village', 100, 1500, 'b'),
      at('dry', 'village', 50, 0, 'c'),
      // A school's own floor is 3 L a pupil.
      at('school', 'school', 200, 600, 'd'),
      at('other school', 'school', 30, 0, 'c'),
      at('cows', 'livestock', 40, 0, 'e'),
    ],
  });
  expect(figures).toMatchObject({
    peopleNow: 150,
    institutions: 30,
    villages: 2,
    livestockNow: 40,
    kilometres: null,
  });
});

test('cumulative people: each point once, with its most people on a day on which it was short', () => {
  const before = (point: string, people: number, have: number) => ({
    point,
    kind: 'village' as const,
    people,
    have,
    floors: floors.version,
  });
  const figures = eveningFigures({
    ...facts,
    points: [at('a', 'village', 80, 0), at('b', 'village', 60, 5000)],
    before: [
      before('a', 100, 0),
      before('a', 120, 9000),
      before('b', 70, 0),
      before('gone', 10, 0),
      before('never', 999, 99_999),
    ],
  });
  expect(figures.peopleNow).toBe(80);
  expect(figures.peopleEver).toBe(100 + 70 + 10);
});

test('the roll-up is the sum of the desks, line by line', () => {
  const [desk] = upward.evening.output.desks;
  if (!desk) throw new Error('the example has a desk');
  const twice = eveningTotal([desk, desk]);
  for (const line of eveningLines) {
    if (line.id === 'verifiedShare') continue;
    expect([line.id, twice[line.id]]).toEqual([line.id, (desk.figures[line.id] ?? 0) * 2]);
  }
  const dry = { ...desk, figures: { ...desk.figures, kilometres: null, came: 0, verified: 0 } };
  expect(eveningTotal([dry, dry]).kilometres).toBeNull();
  expect(eveningTotal([dry, desk]).kilometres).toBe(desk.figures.kilometres);
  expect(verifiedShare(dry.figures)).toBeNull();
});

test('the form holds every line with its figure, and places to write in what nobody can know', () => {
  const { evening } = upward;
  const [form] = eveningForms(evening.output, 'zh-CN');
  const cells = new Map(form?.rows.map(([label, figure]) => [label?.value, figure]));
  for (const line of eveningLines)
    expect([line.id, cells.get(line.label['zh-CN'])?.value]).toEqual([
      line.id,
      figureOf(line, evening.output.total),
    ]);
  for (const line of blankLines)
    expect(cells.get(line.label['zh-CN'])).toEqual({ value: null, shade: 'blank' });
  const [desk] = evening.output.desks;
  if (!desk) throw new Error('the example has a desk');
  const forms = eveningForms(
    { ...evening.output, desks: [desk, { ...desk, name: '渌口镇' }] },
    'en',
  );
  expect(forms.map(({ name }) => name)).toEqual(['Roll-up', desk.name, '渌口镇']);
  expect(forms[0]?.rows[2]?.map(({ value }) => value)).toEqual([
    'Line',
    'Unit',
    'Total',
    desk.name,
    '渌口镇',
  ]);
});

test('indicators: what nobody recorded is not known; what is known is held against each standard', () => {
  const { sheet } = examples.getGap.output;
  const entry = exampleFacts.days[0]?.entries[0];
  if (!entry) throw new Error('the example has an entry');
  const of = (readings: (number | null)[]) =>
    indicatorsOf({
      gap: sheet,
      floors,
      points: [at('one', 'village', 300, 0), at('two', 'village', 100, 0)],
      came: new Map([['one', 500]]),
      entries: [
        ...readings.map((chlorine) => ({ ...entry, chlorine })),
        { ...entry, chlorine: 9, corrected: true },
      ],
    });
  const value = (id: string, readings: (number | null)[] = []) =>
    of(readings).find((one) => one.id === id)?.value;
  expect(value('reached')).toBe(0.75);
  expect(value('tap')).toBe(100);
  expect(value('chlorine')).toBeNull();
  expect(value('chlorine', [0.2, 2, 0.19, 2.1, null])).toBe(0.5);
  expect([value('queue'), value('distance')]).toEqual([null, null]);
  const tap = indicatorLines.find(({ id }) => id === 'tap')?.targets[0];
  if (!tap) throw new Error('taps have a target');
  expect([250, 251, null].map((one) => keeps(one, tap))).toEqual([true, false, undefined]);
});
