import { randomUUID } from 'node:crypto';
import type { FactValues, Gate, Purpose } from '@liangbuwu/gate/gate.ts';
import { putGate } from '@liangbuwu/gate/gates/gates.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { openResponse } from '@liangbuwu/office/responses/contract.ts';
import {
  proposeRules,
  publishRules,
  putRuleDraft,
  putRuleFact,
  putRuleSet,
} from '@liangbuwu/office/rulebook/contract.ts';
import type {
  RuleFact,
  Purpose as RulePurpose,
  VersionFields,
} from '@liangbuwu/office/rulebook/rulebook.ts';

export const gateNow = '2022-11-10T06:00:00+08:00';

export async function openEpidemic(
  county: Call,
  area: string,
  kind: 'epidemic' | 'drought' = 'epidemic',
): Promise<string> {
  const response = randomUUID();
  await county(openResponse, {
    params: { response },
    body: {
      kind,
      name: say('疫情响应', 'Epidemic'),
      starts: '2022-11-01T00:00:00+08:00',
      areas: [area],
      clock: gateNow,
    },
  });
  return response;
}

const facts: RuleFact[] = [
  {
    name: 'temperature',
    type: 'number',
    say: say('体温', 'Temperature'),
    unit: say('℃', '°C'),
    values: [],
    sensitivity: 'health',
    purposes: ['enter-site', 'at-the-gate'],
  },
  {
    name: 'stay',
    type: 'string',
    say: say('7 天内到过', 'Stayed within 7 days in'),
    unit: null,
    values: [
      { value: 'high', say: say('高风险区', 'a high-risk area') },
      { value: 'none', say: say('都没有', 'none') },
    ],
    sensitivity: 'identity',
    purposes: ['enter-village'],
  },
  {
    name: 'registered',
    type: 'boolean',
    say: say('已扫码登记', 'Registered'),
    unit: null,
    values: [],
    sensitivity: 'identity',
    purposes: ['enter-site', 'load-vehicle'],
  },
  {
    name: 'mask',
    type: 'boolean',
    say: say('口罩', 'Mask'),
    unit: null,
    values: [],
    sensitivity: 'none',
    purposes: ['at-the-gate'],
  },
  {
    name: 'symptoms',
    type: 'boolean',
    say: say('有症状', 'Symptoms'),
    unit: null,
    values: [],
    sensitivity: 'health',
    purposes: ['at-the-gate'],
  },
];

/** With a fourth each says whether it lets somebody through; without, as versions did that are older than that. */
const output = (
  values: [string, string, string, boolean?][],
): VersionFields['table']['outputs'] => [
  {
    name: 'decision',
    type: 'string',
    words: values.map(([value, zh, en, admits]) => ({
      value,
      say: say(zh, en),
      ...(admits !== undefined && { admits }),
    })),
  },
];

/** What a village asks of who comes home. */
const homeRule: (typeof tables)[number] = {
  purpose: 'enter-village',
  table: {
    id: 'village',
    name: '进村',
    hitPolicy: 'FIRST',
    columns: [{ expression: 'stay' }],
    outputs: output([
      ['home-7', '居家隔离 7 天', '7 days at home'],
      ['enter', '可以进村', 'may enter'],
    ]),
    rules: [
      { when: ['"high"'], gives: ['"home-7"'] },
      { when: ['not("high")'], gives: ['"enter"'] },
    ],
  },
  cases: [
    {
      name: say('高风险区', 'High risk'),
      facts: { stay: 'high' },
      at: null,
      expect: { outcome: 'home-7' },
    },
    {
      name: say('低风险区', 'Low risk'),
      facts: { stay: 'none' },
      at: null,
      expect: { outcome: 'enter' },
    },
  ],
};

const tables: { purpose: Purpose; table: VersionFields['table']; cases: VersionFields['cases'] }[] =
  [
    {
      purpose: 'enter-site',
      table: {
        id: 'site',
        name: '进厂',
        hitPolicy: 'FIRST',
        columns: [{ expression: 'temperature' }, { expression: 'registered' }],
        outputs: output([
          ['enter', '可以进厂', 'may enter'],
          ['register', '先登记', 'registers first'],
          ['stop', '不得进厂', 'does not enter'],
        ]),
        rules: [
          { when: ['>= 37.3', '-'], gives: ['"stop"'] },
          { when: ['-', 'false'], gives: ['"register"'] },
          { when: ['-', 'true'], gives: ['"enter"'] },
        ],
      },
      cases: [
        {
          name: say('发热', 'Fever'),
          facts: { temperature: 38, registered: true },
          at: null,
          expect: { outcome: 'stop' },
        },
        {
          name: say('没登记', 'Not registered'),
          facts: { temperature: 36.5, registered: false },
          at: null,
          expect: { outcome: 'register' },
        },
        {
          name: say('正常', 'As usual'),
          facts: { temperature: 36.5, registered: true },
          at: null,
          expect: { outcome: 'enter' },
        },
      ],
    },
    {
      purpose: 'load-vehicle',
      table: {
        id: 'load',
        name: '装货',
        hitPolicy: 'FIRST',
        columns: [{ expression: 'registered' }],
        outputs: output([
          ['drive-in', '可以进场装卸', 'may load', true],
          ['load', '先登记', 'registers first', false],
        ]),
        rules: [
          { when: ['true'], gives: ['"drive-in"'] },
          { when: ['false'], gives: ['"load"'] },
        ],
      },
      cases: [
        {
          name: say('登记了', 'Registered'),
          facts: { registered: true },
          at: null,
          expect: { outcome: 'drive-in' },
        },
        {
          name: say('没登记', 'Not registered'),
          facts: { registered: false },
          at: null,
          expect: { outcome: 'load' },
        },
      ],
    },
  ];

/** What a plant's gate asks: 37.3 °C, and that one is registered. */
export async function publishGateRules(
  county: Call,
  administrator: Call,
  area: string,
): Promise<void> {
  for (const { name, ...fact } of facts)
    await administrator(putRuleFact, { params: { fact: name }, body: fact });
  for (const { purpose, table, cases } of [...tables, homeRule])
    await publishSet(county, administrator, { area, purpose }, [
      { from: '2022-11-09T00:00:00+08:00', table, cases },
    ]);
}

type Written = Pick<VersionFields, 'from' | 'table' | 'cases'>;

/** The ids of the versions, published one after the other. */
async function publishSet(
  county: Call,
  administrator: Call,
  of: { area: string; purpose: RulePurpose },
  versions: readonly Written[],
): Promise<string[]> {
  const set = randomUUID();
  const name = say('进厂查验', 'Checks of the plant');
  await county(putRuleSet, { params: { set }, body: { ...of, kind: 'epidemic', name } });
  const ids: string[] = [];
  for (const written of versions) {
    const params = { version: randomUUID() };
    const body: VersionFields = {
      until: null,
      issuer: say('专班', 'Team'),
      document: say('示意', 'An illustration'),
      source: null,
      appeal: say('驻企联络员', 'The liaison officer'),
      supersedes: [],
      invented: true,
      ...written,
    };
    const { version } = await county(putRuleDraft, { params, body: { ...body, set, seen: null } });
    const proposed = await county(proposeRules, { params, body: { seen: version } });
    await administrator(publishRules, { params, body: { seen: proposed.version } });
    ids.push(params.version);
  }
  return ids;
}

/** What is looked at as somebody comes: temperature, mask and symptoms; from the next midnight on the mask only. */
export async function publishAtGate(
  county: Call,
  administrator: Call,
  area: string,
): Promise<{ today: string; tomorrow: string }> {
  const table = (columns: string[], rules: VersionFields['table']['rules']) => ({
    id: 'at-the-gate',
    name: '现场查验',
    hitPolicy: 'FIRST' as const,
    columns: columns.map((expression) => ({ expression })),
    outputs: output([
      ['pass', '可以放行', 'may pass'],
      ['stop', '不得放行', 'does not pass'],
      ['mask', '先戴口罩', 'a mask first'],
    ]),
    rules,
  });
  const one = (facts: FactValues, outcome: string): VersionFields['cases'][number] => ({
    name: say(outcome, outcome),
    facts,
    at: null,
    expect: { outcome },
  });
  const well = { temperature: 36.5, mask: true, symptoms: false };
  const [today = '', tomorrow = ''] = await publishSet(
    county,
    administrator,
    { area, purpose: 'at-the-gate' },
    [
      {
        from: '2022-11-09T00:00:00+08:00',
        table: table(
          ['temperature', 'mask', 'symptoms'],
          [
            { when: ['>= 37.3', '-', '-'], gives: ['"stop"'] },
            { when: ['-', '-', 'true'], gives: ['"stop"'] },
            { when: ['-', 'false', '-'], gives: ['"mask"'] },
            { when: ['-', '-', '-'], gives: ['"pass"'] },
          ],
        ),
        cases: [
          one({ ...well, temperature: 38 }, 'stop'),
          one({ ...well, symptoms: true }, 'stop'),
          one({ ...well, mask: false }, 'mask'),
          one(well, 'pass'),
        ],
      },
      {
        from: '2022-11-11T00:00:00+08:00',
        table: table(
          ['mask'],
          [
            { when: ['false'], gives: ['"mask"'] },
            { when: ['true'], gives: ['"pass"'] },
          ],
        ),
        cases: [one({ mask: false }, 'mask'), one({ mask: true }, 'pass')],
      },
    ],
  );
  return { today, tomorrow };
}

export async function makeGate(
  county: Call,
  of: { response: string; area: string; name: string; place?: string | null },
  gate: string = randomUUID(),
): Promise<Gate> {
  return county(putGate, {
    params: { gate },
    body: {
      place: null,
      ...of,
      kind: 'site',
      purposes: ['enter-site', 'load-vehicle'],
      invented: true,
    },
  });
}
