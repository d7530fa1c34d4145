import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';
import { noDesk } from '../rules.ts';
import { examples } from './accounts.examples.ts';
import { Accounts } from './accounts.ts';

/** Days that one account spans at most. */
const accountDays = 31;

const spans = ({ from, to }: { from: string; to: string }) => {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return days >= 0 && days < accountDays;
};

export const getAccounts = contract({
  id: 'water.accounts',
  method: 'GET',
  path: '/api/water/accounts',
  summary: say(
    '水账：水从水源到人，一升一升对得上；投氯、费用、存量',
    'The accounts: litres from source to people, chlorine, cost, and how long supplies last',
  ),
  permission: 'water.board',
  query: z
    .strictObject({ response: id, area: id, from: day, to: day })
    .refine(spans, { error: `from ≤ to, ${accountDays} days at most`, path: ['to'] }),
  output: Accounts,
  errors: [noDesk, notFound],
  example: examples.accounts,
});
