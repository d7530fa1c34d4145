import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from './contract.ts';
import { day, id, instant, text } from './fields.ts';
import { type Fault, Refusal } from './refusal.ts';
import { say } from './say.ts';
import { validate } from './validate.ts';

const route = <Body extends z.ZodType>(body: Body) =>
  contract({
    id: 'test.validate',
    method: 'PUT',
    path: '/api/test',
    summary: say('试', 'test'),
    permission: 'public',
    body,
    output: z.strictObject({}),
    example: { body: undefined as never, output: {} },
  });

function faultsOf(run: () => unknown): Fault[] {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.body.at ?? [];
    throw error;
  }
  throw new Error('nothing was refused');
}

const faults = (body: z.ZodType, given: unknown) =>
  faultsOf(() => validate(route(body), { params: {}, query: {}, body: given }));

const cases: [
  code: string,
  schema: z.ZodType,
  given: unknown,
  at: string,
  remedy: { zh: RegExp; en: RegExp },
][] = [
  [
    'wrong-type',
    z.strictObject({ a: z.string() }),
    { a: 7 },
    '/body/a',
    { zh: /文字/, en: /a text/ },
  ],
  [
    'wrong-type',
    z.strictObject({ a: z.int() }),
    { a: 1.5 },
    '/body/a',
    { zh: /整数/, en: /whole number/ },
  ],
  [
    'wrong-type',
    z.strictObject({ a: z.boolean() }),
    { a: 'yes' },
    '/body/a',
    { zh: /true/, en: /true or false/ },
  ],
  [
    'wrong-type',
    z.strictObject({ a: z.array(z.int()) }),
    { a: {} },
    '/body/a',
    { zh: /列表/, en: /a list/ },
  ],
  [
    'wrong-type',
    z.strictObject({ a: z.tuple([z.int()]) }),
    { a: {} },
    '/body/a',
    { zh: /列表/, en: /a list/ },
  ],
  [
    'wrong-type',
    z.strictObject({ a: z.record(z.string(), z.int()) }),
    { a: [] },
    '/body/a',
    { zh: /对象/, en: /an object/ },
  ],
  [
    'wrong-type',
    z.strictObject({ a: z.coerce.number() }),
    { a: 'x' },
    '/body/a',
    { zh: /数/, en: /a number/ },
  ],
  ['missing', z.strictObject({ a: z.string() }), {}, '/body/a', { zh: /文字/, en: /a text/ }],
  [
    'missing',
    z.strictObject({ a: z.enum(['x', 'y']) }),
    {},
    '/body/a',
    { zh: /x \| y/, en: /one of x \| y/ },
  ],
  [
    'missing',
    z.strictObject({ a: z.union([z.string(), z.int()]) }),
    {},
    '/body/a',
    { zh: /填写/, en: /Give/ },
  ],
  ['missing', z.strictObject({ a: z.int() }), undefined, '/body', { zh: /对象/, en: /an object/ }],
  ['missing', z.strictObject({ a: z.int() }), null, '/body', { zh: /对象/, en: /an object/ }],
  [
    'too-small',
    z.strictObject({ a: z.int().min(3) }),
    { a: 2 },
    '/body/a',
    { zh: /不得少于 3。/, en: /At least 3\./ },
  ],
  [
    'too-small',
    z.strictObject({ a: z.number().gt(0) }),
    { a: 0 },
    '/body/a',
    { zh: /必须大于 0/, en: /More than 0/ },
  ],
  [
    'too-small',
    z.strictObject({ a: text(5, 2) }),
    { a: ' x ' },
    '/body/a',
    { zh: /2个字/, en: /2 characters/ },
  ],
  [
    'too-small',
    z.strictObject({ a: z.array(z.int()).length(3) }),
    { a: [1] },
    '/body/a',
    { zh: /正好 3项/, en: /Exactly 3 entries/ },
  ],
  [
    'too-large',
    z.strictObject({ a: z.int().max(3) }),
    { a: 4 },
    '/body/a',
    { zh: /不得多于 3/, en: /At most 3/ },
  ],
  [
    'too-large',
    z.strictObject({ a: z.number().lt(3) }),
    { a: 3 },
    '/body/a',
    { zh: /必须小于 3/, en: /Less than 3/ },
  ],
  [
    'too-large',
    z.strictObject({ a: z.int() }),
    { a: 1e18 },
    '/body/a',
    { zh: /9007199254740991/, en: /9007199254740991/ },
  ],
  [
    'too-large',
    z.strictObject({ a: z.tuple([z.int()]) }),
    { a: [1, 2] },
    '/body/a',
    { zh: /1项/, en: /1 entries/ },
  ],
  [
    'not-a-step',
    z.strictObject({ a: z.int().multipleOf(5) }),
    { a: 3 },
    '/body/a',
    { zh: /5 的倍数/, en: /multiple of 5/ },
  ],
  [
    'not-one-of',
    z.strictObject({ a: z.enum(['x', 'y']) }),
    { a: 'z' },
    '/body/a',
    { zh: /x \| y/, en: /x \| y/ },
  ],
  [
    'not-one-of',
    z.strictObject({ a: z.literal('x') }),
    { a: 'z' },
    '/body/a',
    { zh: /x/, en: /x/ },
  ],
  [
    'not-one-of',
    z.strictObject({
      a: z.discriminatedUnion('k', [
        z.strictObject({ k: z.literal('x') }),
        z.strictObject({ k: z.literal('y') }),
      ]),
    }),
    { a: { k: 'z' } },
    '/body/a/k',
    { zh: /x \| y/, en: /x \| y/ },
  ],
  ['wrong-form', z.strictObject({ a: id }), { a: 'no' }, '/body/a', { zh: /编号/, en: /an id/ }],
  [
    'wrong-form',
    z.strictObject({ a: day }),
    { a: '2022-02-30' },
    '/body/a',
    { zh: /日期/, en: /a date/ },
  ],
  [
    'wrong-form',
    z.strictObject({ a: instant }),
    { a: '2022-11-10T06:00:00' },
    '/body/a',
    { zh: /带时区/, en: /with offset/ },
  ],
  [
    'wrong-form',
    z.strictObject({ a: text(5) }),
    { a: 'a\u0000b' },
    '/body/a',
    { zh: /控制字符/, en: /control characters/ },
  ],
  [
    'rule-broken',
    z.strictObject({ a: text(5) }),
    { a: 'a\ud800' },
    '/body/a',
    { zh: /Unicode/, en: /Unicode/ },
  ],
  [
    'rule-broken',
    z.strictObject({ a: day }),
    { a: '0000-01-01' },
    '/body/a',
    { zh: /1900/, en: /1900/ },
  ],
  [
    'rule-broken',
    z.strictObject({ a: instant }),
    { a: '9999-12-31T23:59:59-23:00' },
    '/body/a',
    { zh: /2199/, en: /2199/ },
  ],
  [
    'rule-broken',
    z.strictObject({
      a: z.tuple([z.int(), z.int()]).refine(([x, y]) => x < y, { error: 'from < to' }),
    }),
    { a: [2, 1] },
    '/body/a',
    { zh: /应满足：from < to/, en: /must hold that from < to/ },
  ],
  [
    'too-large',
    z.strictObject({ a: z.record(z.string().max(2), z.int()) }),
    { a: { long: 1 } },
    '/body/a/long',
    { zh: /2个字/, en: /2 characters/ },
  ],
  [
    'wrong-type',
    z.strictObject({ a: z.record(z.string(), z.int()) }),
    { a: { b: 'x' } },
    '/body/a/b',
    { zh: /数/, en: /a number/ },
  ],
  [
    'wrong-type',
    z.strictObject({
      a: z.union([
        z.strictObject({ x: z.int() }),
        z.strictObject({ y: z.string(), z: z.string() }),
      ]),
    }),
    { a: { x: 'no' } },
    '/body/a/x',
    { zh: /数/, en: /a number/ },
  ],
  [
    'unknown-key',
    z.strictObject({ a: z.strictObject({}) }),
    { a: { 'x/~y': 1 } },
    '/body/a/x~1~0y',
    { zh: /拼写/, en: /spelling/ },
  ],
];

describe('every kind of fault says where, what, and what would be right', () => {
  test.each(cases)('%s %#', (code, schema, given, at, remedy) => {
    const [fault, ...others] = faults(schema, given);
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ path: at, code });
    expect(fault?.cause['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(fault?.cause.en).not.toMatch(/\p{Script=Han}/u);
    expect(fault?.remedy['zh-CN']).toMatch(remedy.zh);
    expect(fault?.remedy.en).toMatch(remedy.en);
  });

  test('all at once, from every part of the request', () => {
    const both = {
      ...route(z.strictObject({ a: z.int(), b: z.int() })),
      query: z.strictObject({ day }),
    };
    const found = faultsOf(() =>
      validate(both, { params: { x: '1' }, query: { day: 'x' }, body: { a: 'x', b: 'y', c: 1 } }),
    );
    expect(found.map(({ path, code }) => `${path} ${code}`)).toEqual([
      '/params unknown-key',
      '/query/day wrong-form',
      '/body/a wrong-type',
      '/body/b wrong-type',
      '/body/c unknown-key',
    ]);
  });

  test('what is personal is not repeated, whatever is wrong with it', () => {
    const secret = '凤凰某';
    const body = z.strictObject({
      a: z.int(),
      b: z.enum(['x']),
      c: z.iso.date(),
      d: z.string().max(1),
      e: z.string().refine(() => false, { error: 'never' }),
      f: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('x') })]),
      g: z.union([z.int(), z.boolean()]),
      h: z.array(z.int()),
    });
    const given = { a: secret, b: secret, c: secret, d: secret, e: secret, g: secret, h: [secret] };
    const quiet = { ...route(body), confidential: true };
    const found = faultsOf(() =>
      validate(quiet, { params: {}, query: {}, body: { ...given, f: { kind: secret } } }),
    );
    expect(found.map(({ path }) => path.slice(0, 7)).sort()).toEqual(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => `/body/${key}`),
    );
    expect(JSON.stringify(found)).not.toContain(secret);
    expect(JSON.stringify(faults(body, { ...given, f: 1 }))).toContain(secret);
  });

  test('a thousand faults, and endless values, make a short answer', () => {
    const many = faults(z.strictObject({ a: z.array(z.int()) }), {
      a: Array.from({ length: 1000 }, () => 'x'.repeat(5000)),
    });
    expect(many).toHaveLength(50);
    expect(JSON.stringify(many).length).toBeLessThan(50_000);
  });

  test('a body where none is expected is refused', () => {
    const none = { ...route(z.strictObject({})), body: undefined };
    const [fault] = faultsOf(() => validate(none, { params: {}, query: {}, body: { a: 1 } }));
    expect(fault).toMatchObject({ path: '/body', code: 'unknown-key' });
  });
});

test('an id is the same text however it was typed', () => {
  const given = { a: 'C0A8A3C4-3F7E-4A1B-8A55-6F1F5B0E9D21' };
  const { body } = validate(route(z.strictObject({ a: id })), {
    params: {},
    query: {},
    body: given,
  });
  expect(body).toEqual({ a: 'c0a8a3c4-3f7e-4a1b-8a55-6f1f5b0e9d21' });
});
