import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { getAccounts } from './accounts.contract.ts';
import { readAccounts } from './read-accounts.ts';

export const accountsEndpoints: Endpoint[] = [
  endpoint(getAccounts, ({ query }, { tx, clock }) => readAccounts(tx, clock, query)),
];
