import { listClosings, readClosing } from '@liangbuwu/office/responses/closing/closing.contract.ts';
import { listResponses } from '@liangbuwu/office/responses/contract.ts';
import { expect, test } from 'vitest';
import { countdowns, shareOf, standingOf, whyNotConfirm, whyNotOverrule } from './standing.ts';

const [response] = listResponses.example.output.responses;
const closings = listClosings.example.output;
const [closing] = closings.closings;
const [objection] = readClosing.example.output.objections;
if (!response || !closing || !objection) throw new Error('the examples are empty');
const proposer = closing.proposed.by.account;

const as = (me: string, state: typeof closing.state) =>
  standingOf(response, { ...closings, closings: [{ ...closing, state }] }, me);

test('the proposer never confirms, a second only when it is due', () => {
  expect(whyNotConfirm(as(proposer, 'due'))).toBe('secondPerson');
  expect(whyNotConfirm(as('second', 'closing'))).toBe('countdown');
  expect(whyNotConfirm(as('second', 'objected'))).toBe('objected');
  expect(whyNotConfirm(as('second', 'due'))).toBeUndefined();
  expect(whyNotConfirm({ ...as('second', 'due'), mayClose: false })).toBe('mayNotClose');
});

test('neither the proposer nor its author overrules an objection', () => {
  expect(whyNotOverrule(as(proposer, 'objected'), objection)).toBe('proposer');
  expect(whyNotOverrule(as(objection.raised.by.account, 'objected'), objection)).toBe(
    'ownObjection',
  );
  expect(whyNotOverrule(as('second', 'objected'), objection)).toBeUndefined();
});

test('a response without a proposal is open, an ended one closed whatever else is known', () => {
  expect(standingOf(response, { ...closings, closings: [] }, proposer).state).toBe('open');
  expect(standingOf({ ...response, ended: response.now }, closings, proposer).state).toBe('closed');
});

test('the countdown runs from the proposal to its moment, and never beyond', () => {
  expect(shareOf(closing, closing.proposed.at)).toBe(0);
  expect(shareOf(closing, '2022-12-19T13:00:00.000Z')).toBe(0.5);
  expect(shareOf(closing, '2023-12-19T13:00:00.000Z')).toBe(1);
  expect(countdowns(24)).toEqual([24, 48, 72, 168, 336, 720]);
  expect(countdowns(100)).toEqual([100, 168, 336, 720]);
});
