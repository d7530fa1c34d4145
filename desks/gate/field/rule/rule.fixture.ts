import { say } from '@liangbuwu/office/http/say.ts';
import type { RuleVersion } from '@liangbuwu/office/rulebook/rulebook.ts';
import { getEd25519 } from '@liangbuwu/passes/index.ts';
import { day, makeTown, now } from '@liangbuwu/passes/town.fixture.ts';
import { carriedOf } from '../../bundle/carried-rule.ts';
import type { Noted } from './answers.ts';

type Table = RuleVersion['table'];

export const nothingNoted: Noted = { said: {}, vehicle: { at: now * 1000, by: '', seals: '' } };

export const gateFacts: NonNullable<Table['facts']> = [
  {
    name: 'direction',
    type: 'string',
    values: [
      { value: 'in', say: say('进', 'in') },
      { value: 'out', say: say('出', 'out') },
    ],
  },
  {
    name: 'comes',
    type: 'string',
    say: say('来的是', 'who comes'),
    values: [
      { value: 'person', say: say('人', 'a person') },
      { value: 'vehicle', say: say('车', 'a vehicle') },
    ],
  },
  { name: 'temperature', type: 'number', say: say('体温', 'temperature'), unit: say(' ℃', ' °C') },
  { name: 'mask', type: 'boolean', say: say('口罩', 'mask') },
  { name: 'disinfected', type: 'boolean', say: say('消毒', 'disinfected') },
  { name: 'sealed', type: 'boolean', say: say('铅封完好', 'seals whole') },
  { name: 'people', type: 'integer', say: say('车上人数', 'people on board') },
];

export const gateTable = (rules: Table['rules']): Table => ({
  id: 'at-the-gate',
  name: '卡口现场查验',
  hitPolicy: 'FIRST',
  facts: gateFacts,
  columns: gateFacts.map(({ name, type, values }) => ({
    expression: name,
    ...(type && { type }),
    ...(values && { values: values.map(({ value }) => JSON.stringify(value)).join(', ') }),
  })),
  outputs: [
    { name: 'decision', words: [{ value: 'stop', say: say('不得放行', 'does not pass') }] },
  ],
  annotations: ['why zh-CN', 'why en', 'do zh-CN', 'do en', 'again zh-CN', 'again en'],
  rules,
});

/** What a plant's gate asks, out of order on purpose: of people temperature and mask, of vehicles disinfection and seals. */
export const plantTable = gateTable([
  { when: ['"out"', '-', '-', '-', '-', '-', '-'], gives: ['"pass"'] },
  {
    when: ['-', '"person"', '>= 37.3', '-', '-', '-', '-'],
    gives: ['"stop"'],
    annotations: ['发热', 'Fever', '再测', 'Measure again', '十分钟后', 'In ten minutes'],
  },
  { when: ['-', '"person"', '-', 'false', '-', '-', '-'], gives: ['"mask"'] },
  { when: ['-', '"vehicle"', '-', '-', 'false', '-', '-'], gives: ['"disinfect"'] },
  { when: ['-', '"vehicle"', '-', '-', '-', 'false', '-'], gives: ['"seal"'] },
  { when: ['-', '-', '-', '-', '-', '-', '-'], gives: ['"pass"'] },
]);

let made = 0;

/** A town's gate with these rules, each from one second until another: signed, and opened as a phone does. */
export async function gateWith(
  rules: readonly {
    purpose?: 'at-the-gate' | 'enter-site';
    table: Table;
    from?: number;
    until?: number;
  }[],
) {
  const carried = rules.map(
    ({ purpose = 'at-the-gate', table, from = now - day, until = now + day }, i) => {
      made += 1;
      const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
      const head = { id, number: i + 1, issuer: null, document: null, invented: true };
      const appeal = say('区指挥部', 'the district');
      const rule = carriedOf({ name: say('查验', 'Checks'), purpose }, { ...head, appeal, table });
      return { id: purpose, version: `${i + 1}`, from, until, content: JSON.stringify(rule) };
    },
  );
  return makeTown({ rules: carried }, await getEd25519());
}
