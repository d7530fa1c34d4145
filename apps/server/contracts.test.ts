import { RefusalBody, refuse } from '@liangbuwu/office/http/refusal.ts';
import { officePermissions } from '@liangbuwu/office/roles.ts';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { desks } from './desks.ts';
import { contracts } from './testing/contracts.ts';

const permissions = new Set(
  [officePermissions, ...desks.map((desk) => desk.permissions)].flatMap((list) =>
    Object.keys(list),
  ),
);

test('there are routes, no two alike', () => {
  expect(contracts.length).toBeGreaterThan(40);
  expect(new Set(contracts.map(({ id }) => id)).size).toBe(contracts.length);
  expect(new Set(contracts.map(({ method, path }) => `${method} ${path}`)).size).toBe(
    contracts.length,
  );
});

test.each(contracts.map((contract) => [contract.id, contract] as const))('%s', (_, contract) => {
  const { example } = contract;
  for (const part of ['params', 'query', 'body', 'output'] as const) {
    const schema = contract[part] as z.ZodType | undefined;
    const given = (example as Record<string, unknown>)[part];
    if (!schema) expect(given).toBeUndefined();
    else expect(schema.safeParse(given).error).toBeUndefined();
  }
  if (contract.permission !== 'public' && contract.permission !== 'signed-in') {
    expect(permissions).toContain(contract.permission);
  }
  for (const text of Object.values(contract.summary)) expect(text.trim()).not.toBe('');
});

test('what cannot be taken back wants proof of who it is (ADR 28), and nothing that a phone sends later', () => {
  expect(
    contracts
      .filter(({ proof }) => proof)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([
    'campus.approve-reopening',
    'campus.remove-member',
    'gate.rotate-key',
    'identity.make-link',
    'identity.set-disabled',
    'people.remove-person',
    'register.erase-lasting-household',
    'register.erase-resident',
    'responses.close',
    'responses.propose-closing',
    'rulebook.publish',
    'rulebook.publish-ending',
  ]);
});

test('every refusal that a route names says its cause and its remedy in both languages', () => {
  const words = { 'zh-CN': '它', en: 'it' };
  const lists = { 'zh-CN': ['它'], en: ['it'] };
  const subjects: Record<PropertyKey, unknown> = {
    what: words,
    why: words,
    words,
    many: words,
    format: words,
    permissions: ['a.b'],
    names: ['a'],
    expected: lists,
    columns: [words],
  };
  const about = new Proxy({}, { get: (_, name) => subjects[name] ?? 1 });
  for (const kind of new Set(contracts.flatMap(({ errors }) => errors))) {
    const { body } = refuse(kind, about);
    expect(RefusalBody.parse(body)).toEqual(body);
    for (const said of [body.cause, body.remedy]) {
      expect(said['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(said.en).not.toMatch(/\p{Script=Han}/u);
    }
  }
});
