import { expect, test } from 'vitest';
import { draftOf, newGroup, readDraft } from './draft.ts';

const response = '6e0f0a52-9a1c-4b49-9d1e-0c1f5f0a7b11';
const whole = {
  ...draftOf(undefined, '2022-11-10'),
  place: '体育馆',
  groups: [{ ...newGroup(), name: '1号楼', people: 190 }],
};

test('a form that is whole is what is saved, and read again it is the same form', () => {
  const { fields } = readDraft(whole, response);
  expect(fields).toMatchObject({ day: '2022-11-10', start: 25_200, mostWait: 600, samplers: 3 });
  const session = {
    ...(fields as NonNullable<typeof fields>),
    id: response,
    school: response,
    version: 1,
    changedBy: '',
    changedAt: '',
  };
  const again = draftOf(session, '2022-12-01');
  expect(readDraft(again, response).fields).toEqual(fields);
});

test('what is not typed yet is named by its place', () => {
  const { wrong } = readDraft(
    { ...whole, place: ' ', start: '', samplers: null, groups: [...whole.groups, newGroup()] },
    response,
  );
  expect([...(wrong ?? [])].sort()).toEqual([
    'groups.1.name',
    'groups.1.people',
    'place',
    'samplers',
    'start',
  ]);
});
