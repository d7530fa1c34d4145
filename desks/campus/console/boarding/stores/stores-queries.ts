import { call } from '@liangbuwu/office/http/console/call.ts';
import { queryOptions } from '@tanstack/react-query';
import { listStoreEntries, readStores } from '../../../boarding/stores/stores.contract.ts';
import { useStep } from '../../use-step.ts';

/** The school and response that a part of the page is about, and why its reader may not write. */
export interface Here {
  school: string;
  response: string;
  now: string;
  denied: string | undefined;
}

const stores = ['campus', 'stores'] as const;

export const storesQuery = (school: string, response: string) =>
  queryOptions({
    queryKey: [...stores, school, response],
    queryFn: ({ signal }) =>
      call(readStores, { params: { school }, query: { response } }, { signal }),
  });

export const entriesQuery = ({ school, response }: Here, item: string) =>
  queryOptions({
    queryKey: [...stores, school, response, item],
    queryFn: ({ signal }) =>
      call(listStoreEntries, { params: { school, item }, query: { response } }, { signal }),
  });

export const useStoresStep = <In, Out>(
  send: (step: string, what: In) => Promise<Out>,
  onDone?: (out: Out) => void,
) => useStep(stores, send, onDone);
